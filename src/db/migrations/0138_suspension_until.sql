-- The last day that the order of a suspension named: work may be resumed before it, and where that order is revoked it holds again. The days a
-- suspension has added to the term and that are not needed then are taken back, so a row may also shorten a term.
alter table suspensions add column until date;
alter table suspensions no force row level security;
update suspensions set until = ends_on where ended_by_order_id is null;
alter table suspensions force row level security;
alter table site_extensions drop constraint site_extensions_check, add check (until <> was_until);
