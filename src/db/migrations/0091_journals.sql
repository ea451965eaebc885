-- One journal for each keeper, year and kind of paper: whoever takes a number holds its row until the end of the transaction, so numbers have
-- neither gaps nor repeats. The keeper is an office, or the territory for the journals of its operator.
create table journals (
  territory_id uuid not null references territories,
  kind         text not null,
  keeper_id    uuid not null,
  year         int not null,
  last_number  int not null check (last_number >= 0),
  primary key (territory_id, kind, keeper_id, year)
);

-- What was numbered in a call before has no year; from now on the year is part of the number.
alter table applications add column number_year int;
alter table review_protocols add column number_year int;
alter table contracts add column number_year int;
drop index application_number_in_a_call;
alter table review_protocols drop constraint review_protocols_territory_id_call_id_number_key;
create unique index application_number_is_unique on applications (territory_id, number_year, number) where number_year is not null;
create unique index protocol_number_is_unique on review_protocols (territory_id, number_year, number) where number_year is not null;
create unique index contract_number_is_unique on contracts (territory_id, number_year, number) where number_year is not null;

alter table order_counters no force row level security;
alter table application_rounds no force row level security;
alter table applications no force row level security;
alter table review_protocols no force row level security;
alter table operator_submissions no force row level security;
alter table status_cases no force row level security;
alter table contracts no force row level security;
-- The year is the one it was where the paper was numbered. Of contracts that bear the same number in a year the first keeps it for itself.
update contracts c set number_year = numbered.year from (
  select distinct on (c.territory_id, number, year) c.territory_id, c.id, year
    from contracts c join territories t on t.id = c.territory_id, extract(year from c.created_at at time zone t.time_zone) as year
    where number is not null order by c.territory_id, number, year, c.created_at, c.id) numbered
  where c.territory_id = numbered.territory_id and c.id = numbered.id;
insert into journals
  select territory_id, 'order', issuer_id, year, last_number from order_counters
  union all
  select a.territory_id, 'application', a.territory_id, extract(year from r.submitted_at at time zone t.time_zone), max(a.number)
    from applications a join application_rounds r on r.territory_id = a.territory_id and r.application_id = a.id and r.round = 1
      join territories t on t.id = a.territory_id
    where a.number is not null group by 1, 4
  union all
  select p.territory_id, 'protocol', p.territory_id, extract(year from p.created_at at time zone t.time_zone), max(p.number)
    from review_protocols p join territories t on t.id = p.territory_id group by 1, 4
  union all
  select territory_id, 'contract', territory_id, number_year, max(number::int)
    from contracts where number_year is not null and number ~ '^\d{1,9}$' group by 1, 4
  union all
  select territory_id, 'submission', territory_id, year, max(number) from (
    select territory_id, year, number from operator_submissions
    union all
    select territory_id, submission_year, submission_number from status_cases where submission_number is not null) numbered
    group by territory_id, year;
set constraints all immediate;
alter table contracts force row level security;
alter table status_cases force row level security;
alter table operator_submissions force row level security;
alter table review_protocols force row level security;
alter table applications force row level security;
alter table application_rounds force row level security;
drop table order_counters;
drop table application_counters;
call protect_tenant_table('journals');
