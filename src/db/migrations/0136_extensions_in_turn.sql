-- What moved the last day of a status, in the order in which it was done: a revocation counts what comes after anew.
alter table site_extensions add column nth bigint generated always as identity;
