-- What is decided step by step by the regulation: a version of a plan, a version of a programme, a report. A row for each that was ever sent;
-- beside it what was said about it, round by round. Silence that the regulation gives a meaning to is a voice without a person.
create table procedures (
  territory_id uuid not null,
  subject_id   uuid not null,
  case_id      uuid not null,
  kind         text not null check (kind in ('plan', 'programme', 'report')),
  site_id      uuid not null,
  report       text,
  name         text not null,
  state        text not null default 'going' check (state in ('going', 'passed', 'returned', 'withdrawn')),
  step         int not null default 0 check (step >= 0),
  round        int not null default 1 check (round > 0),
  arrived_on   date not null,
  due_on       date,
  primary key (territory_id, subject_id),
  foreign key (territory_id, site_id) references sites
);
call protect_tenant_table('procedures');
create index procedures_going on procedures (territory_id) where state = 'going';
create index procedures_by_case on procedures (territory_id, case_id);

create table procedure_voices (
  territory_id uuid not null,
  id           uuid not null,
  subject_id   uuid not null,
  round        int not null,
  step         int not null,
  act          text not null,
  outcome      text not null check (outcome in ('passed', 'returned')),
  person_id    uuid,
  remark       text,
  present      int,
  in_favour    int,
  protocol     text,
  at           timestamptz not null,
  on_day       date not null,
  primary key (territory_id, id),
  foreign key (territory_id, subject_id) references procedures on delete cascade,
  foreign key (territory_id, person_id) references people,
  check (outcome = 'passed' or remark is not null or person_id is null),
  check ((present is null) = (protocol is null) and (in_favour is null) = (protocol is null) and in_favour <= present)
);
call protect_tenant_table('procedure_voices');
create index procedure_voices_by_subject on procedure_voices (territory_id, subject_id, at);

alter table plans no force row level security;
alter table plan_versions no force row level security;
alter table plan_decisions no force row level security;
alter table reports no force row level security;
alter table procedures no force row level security;
alter table procedure_voices no force row level security;
insert into procedures (territory_id, subject_id, case_id, kind, site_id, name, state, step, arrived_on)
select v.territory_id, v.id, p.id, 'plan', p.site_id, 'план на ' || p.period,
  case v.state when 'submitted' then 'going' when 'draft' then 'returned' else 'passed' end, v.step,
  coalesce((select max(d.on_day) from plan_decisions d where d.territory_id = v.territory_id and d.version_id = v.id), v.submitted_at::date, v.created_at::date)
from plan_versions v join plans p on p.territory_id = v.territory_id and p.id = v.plan_id
where v.state <> 'draft' or exists (select from plan_decisions d where d.territory_id = v.territory_id and d.version_id = v.id);
insert into procedure_voices (territory_id, id, subject_id, round, step, act, outcome, person_id, remark, present, in_favour, protocol, at, on_day)
select territory_id, id, version_id, 1, step, act, outcome, person_id, remark, present, in_favour, protocol, at, on_day from plan_decisions;
insert into procedures (territory_id, subject_id, case_id, kind, report, site_id, name, state, step, arrived_on)
select territory_id, id, id, 'report', kind, site_id, coalesce('отчёт по практике «' || practice || '»', 'отчёт за ' || period),
  case state when 'submitted' then 'going' when 'accepted' then 'passed' else 'returned' end, case state when 'accepted' then 1 else 0 end,
  coalesce(submitted_on, decided_on, created_at::date)
from reports where state <> 'draft';
insert into procedure_voices (territory_id, id, subject_id, round, step, act, outcome, person_id, remark, at, on_day)
select territory_id, gen_random_uuid(), id, 1, 0, 'accept', case state when 'accepted' then 'passed' else 'returned' end, decided_by, remark, decided_at, decided_on
from reports where state in ('accepted', 'returned');
alter table plans force row level security;
alter table plan_versions force row level security;
alter table reports force row level security;
alter table procedures force row level security;
alter table procedure_voices force row level security;

drop table plan_decisions;
alter table plan_versions drop column step;
