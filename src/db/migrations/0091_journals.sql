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
insert into journals
  select territory_id, 'order', issuer_id, year, last_number from order_counters
  union all
  select a.territory_id, 'application', a.territory_id, extract(year from r.submitted_at), max(a.number)
    from applications a join application_rounds r on r.territory_id = a.territory_id and r.application_id = a.id and r.round = 1
    where a.number is not null group by 1, 4
  union all
  select territory_id, 'protocol', territory_id, extract(year from created_at), max(number) from review_protocols group by 1, 4
  union all
  select territory_id, 'submission', territory_id, year, max(number) from (
    select territory_id, year, number from operator_submissions
    union all
    select territory_id, submission_year, submission_number from status_cases where submission_number is not null) numbered
    group by territory_id, year;
alter table status_cases force row level security;
alter table operator_submissions force row level security;
alter table review_protocols force row level security;
alter table applications force row level security;
alter table application_rounds force row level security;
drop table order_counters;
drop table application_counters;
call protect_tenant_table('journals');
