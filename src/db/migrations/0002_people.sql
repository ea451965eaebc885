-- Organisations and people in time.
create table organisations (
  territory_id uuid not null references territories,
  id           uuid not null,
  kind         text not null check (kind in ('school', 'kindergarten', 'supplementary', 'methodicalCentre', 'institute', 'authority')),
  full_name    text not null,
  short_name   text not null,
  settlement   text,
  address      text,
  phone        text,
  email        text,
  website      text,
  is_authority boolean not null default false,
  is_operator  boolean not null default false,
  edit_version int not null default 1,
  created_at   timestamptz not null,
  primary key (territory_id, id),
  unique (territory_id, full_name)
);
call protect_tenant_table('organisations');
create index organisations_by_name on organisations (territory_id, short_name collate "ru-x-icu");
create index organisations_search on organisations using gin ((lower(full_name || ' ' || short_name || ' ' || coalesce(settlement, ''))) gin_trgm_ops);

-- A non-public, dated trait of an organisation.
create table support_needs (
  territory_id    uuid not null,
  id              uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('lowResults', 'socialConditions')),
  starts_on       date not null,
  ends_on         date check (ends_on >= starts_on),
  ground          text,
  primary key (territory_id, id),
  foreign key (territory_id, organisation_id) references organisations,
  exclude using gist (territory_id with =, organisation_id with =, kind with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant_table('support_needs');

create table people (
  territory_id uuid not null references territories,
  id           uuid not null,
  family_name  text not null,
  given_name   text not null,
  patronymic   text,
  gender       text check (gender in ('male', 'female')),
  email        text,
  phone        text,
  edit_version int not null default 1,
  created_at   timestamptz not null,
  primary key (territory_id, id)
);
call protect_tenant_table('people');
create index people_by_name on people (territory_id, family_name collate "ru-x-icu", given_name, patronymic);
create index people_search on people using gin ((lower(family_name || ' ' || given_name || ' ' || coalesce(patronymic, ''))) gin_trgm_ops);

create table posts (
  territory_id    uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('head', 'deputyHead', 'teacher', 'psychologist', 'supplementaryTeacher', 'methodist',
    'seniorMethodist', 'specialist', 'unionHead', 'methodicalActive')),
  title           text not null,
  subject         text,
  starts_on       date not null,
  ends_on         date check (ends_on >= starts_on),
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, organisation_id) references organisations,
  constraint posts_do_not_overlap exclude using gist (territory_id with =, person_id with =, organisation_id with =, kind with =,
    (coalesce(subject, '')) with =, daterange(starts_on, ends_on, '[]') with &&),
  constraint one_head_of_an_organisation exclude using gist (territory_id with =, organisation_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (kind = 'head')
);
call protect_tenant_table('posts');
create index posts_by_person on posts (territory_id, person_id);
create index posts_by_organisation on posts (territory_id, organisation_id);

create table qualifications (
  territory_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  category     text not null check (category in ('highest', 'first')),
  starts_on    date not null,
  ends_on      date check (ends_on >= starts_on),
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people,
  constraint one_category_at_a_time exclude using gist (territory_id with =, person_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant_table('qualifications');

create table achievements (
  territory_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  title        text not null,
  direction    text,
  achieved_on  date,
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('achievements');
create index achievements_by_person on achievements (territory_id, person_id);

-- Which account is which person where: one account may belong to several territories.
create table memberships (
  territory_id uuid not null,
  account_id   text not null,
  person_id    uuid not null,
  created_at   timestamptz not null,
  primary key (territory_id, account_id),
  unique (territory_id, person_id),
  foreign key (territory_id, person_id) references people
);
alter table memberships enable row level security;
alter table memberships force row level security;
create policy own on memberships
  using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid or account_id = nullif(current_setting('app.account_id', true), ''))
  with check (territory_id = current_setting('app.territory_id')::uuid);
create index memberships_by_account on memberships (account_id);

-- Roles given to people of the authority and the operator. Heads, staff, coordinators and teachers follow from posts and appointments.
create table role_grants (
  territory_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  role         text not null check (role in ('official', 'signatory', 'methodist', 'administrator')),
  starts_on    date not null,
  ends_on      date check (ends_on >= starts_on),
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people,
  exclude using gist (territory_id with =, person_id with =, role with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant_table('role_grants');
