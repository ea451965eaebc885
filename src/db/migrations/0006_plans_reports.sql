-- Plans: a plan of a site for an academic year has versions; lines keep their key from version to version. States: modules/plans/machine.ts
create table plans (
  territory_id  uuid not null,
  id            uuid not null,
  site_id       uuid not null,
  academic_year int not null,
  created_at    timestamptz not null,
  primary key (territory_id, id),
  unique (territory_id, site_id, academic_year),
  foreign key (territory_id, site_id) references sites
);
call protect_tenant_table('plans');

create table plan_versions (
  territory_id uuid not null,
  id           uuid not null,
  plan_id      uuid not null,
  number       int not null,
  state        text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'superseded')),
  step         int not null default 0,
  reason       text,
  created_by   uuid,
  created_at   timestamptz not null,
  submitted_at timestamptz,
  approved_at  timestamptz,
  approved_on  date,
  edit_version int not null default 1,
  primary key (territory_id, id),
  unique (territory_id, plan_id, number),
  foreign key (territory_id, plan_id) references plans,
  foreign key (territory_id, created_by) references people,
  check (number = 1 or reason is not null),
  check (state not in ('approved', 'superseded') or approved_at is not null)
);
call protect_tenant_table('plan_versions');
create unique index one_open_version on plan_versions (territory_id, plan_id) where state in ('draft', 'submitted');
create unique index one_approved_version on plan_versions (territory_id, plan_id) where state = 'approved';

-- What was decided at each step of the regulation's chain, with the remark of the one who decided.
create table plan_decisions (
  territory_id uuid not null,
  id           uuid not null,
  version_id   uuid not null,
  step         int not null,
  act          text not null check (act in ('submit', 'discuss', 'agree', 'approve')),
  outcome      text not null check (outcome in ('passed', 'returned')),
  person_id    uuid not null,
  remark       text,
  at           timestamptz not null,
  on_day       date not null,
  primary key (territory_id, id),
  foreign key (territory_id, version_id) references plan_versions,
  foreign key (territory_id, person_id) references people,
  check (outcome <> 'returned' or remark is not null)
);
call protect_tenant_table('plan_decisions');
create index plan_decisions_by_version on plan_decisions (territory_id, version_id, at);

create table plan_lines (
  territory_id uuid not null,
  id           uuid not null,
  version_id   uuid not null,
  line_key     uuid not null,
  position     int not null,
  activity     text not null,
  form         text,
  starts_on    date,
  ends_on      date,
  direction    text,
  primary key (territory_id, id),
  unique (territory_id, version_id, line_key),
  foreign key (territory_id, version_id) references plan_versions on delete cascade,
  check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
call protect_tenant_table('plan_lines');
create index plan_lines_by_version on plan_lines (territory_id, version_id, position);

create table plan_line_people (
  territory_id uuid not null,
  line_id      uuid not null,
  person_id    uuid not null,
  primary key (territory_id, line_id, person_id),
  foreign key (territory_id, line_id) references plan_lines on delete cascade,
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('plan_line_people');

create table executions (
  territory_id uuid not null,
  plan_id      uuid not null,
  line_key     uuid not null,
  outcome      text not null check (outcome in ('held', 'cancelled')),
  held_on      date,
  people_count int check (people_count between 0 and 100000),
  note         text,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  edit_version int not null default 1,
  primary key (territory_id, plan_id, line_key),
  foreign key (territory_id, plan_id) references plans,
  foreign key (territory_id, recorded_by) references people,
  check (outcome <> 'held' or held_on is not null),
  check (outcome <> 'cancelled' or note is not null)
);
call protect_tenant_table('executions');

create table execution_files (
  territory_id uuid not null,
  plan_id      uuid not null,
  line_key     uuid not null,
  file_id      uuid not null,
  primary key (territory_id, plan_id, line_key, file_id),
  foreign key (territory_id, plan_id, line_key) references executions,
  foreign key (territory_id, file_id) references files
);
call protect_tenant_table('execution_files');

-- Annual reports, assembled from facts. States: modules/reports/machine.ts
create table reports (
  territory_id  uuid not null,
  id            uuid not null,
  site_id       uuid not null,
  academic_year int not null,
  state         text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
  due_on        date,
  conclusions   jsonb not null,
  extra         text,
  assembled     jsonb,
  remark        text,
  submitted_by  uuid,
  submitted_at  timestamptz,
  submitted_on  date,
  decided_by    uuid,
  decided_at    timestamptz,
  decided_on    date,
  edit_version  int not null default 1,
  created_at    timestamptz not null,
  primary key (territory_id, id),
  unique (territory_id, site_id, academic_year),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, submitted_by) references people,
  foreign key (territory_id, decided_by) references people,
  check (state <> 'returned' or remark is not null),
  check (state not in ('submitted', 'accepted') or assembled is not null)
);
call protect_tenant_table('reports');
