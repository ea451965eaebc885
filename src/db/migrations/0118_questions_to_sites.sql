-- A paper may say that a site is asked when it misses a day: a case that no order decides.
alter table status_cases drop constraint status_cases_kind_check;
alter table status_cases add constraint status_cases_kind_check check (kind in ('extension', 'suspension', 'resumption', 'termination', 'question'));
