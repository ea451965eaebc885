-- Contracts between a site and the operator. (R-16)
create table contracts (
  territory_id             uuid not null,
  id                       uuid not null,
  site_id                  uuid not null,
  operator_organisation_id uuid not null,
  number                   text,
  subject                  text not null,
  terms                    text not null default '',
  starts_on                date not null,
  ends_on                  date not null check (ends_on >= starts_on),
  state                    text not null default 'draft' check (state in ('draft', 'awaitingSignatures', 'inForce', 'ended')),
  site_signed_by           uuid,
  site_signed_on           date,
  operator_signed_by       uuid,
  operator_signed_on       date,
  file_id                  uuid,
  ended_on                 date,
  end_reason               text,
  created_by               uuid not null,
  created_at               timestamptz not null,
  edit_version             int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, operator_organisation_id) references organisations,
  foreign key (territory_id, site_signed_by) references people,
  foreign key (territory_id, operator_signed_by) references people,
  foreign key (territory_id, file_id) references files,
  foreign key (territory_id, created_by) references people,
  check (state not in ('inForce', 'ended') or (site_signed_on is not null and operator_signed_on is not null and number is not null)),
  check ((state = 'ended') = (ended_on is not null and end_reason is not null)),
  constraint one_contract_of_a_site_at_a_time exclude using gist (territory_id with =, site_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (state = 'inForce')
);
create index contracts_of_a_site on contracts (territory_id, site_id);
create index contracts_by_end on contracts (territory_id, ends_on) where state = 'inForce';
call protect_tenant_table('contracts');

-- A status between its grant and its end: what is being decided about it. Only an order carries it out. (R-35, C-71, C-33)
create table status_cases (
  territory_id         uuid not null,
  id                   uuid not null,
  site_id              uuid not null,
  kind                 text not null check (kind in ('extension', 'suspension', 'resumption', 'termination')),
  state                text not null default 'open' check (state in ('open', 'explanationAsked', 'proposed', 'drafted', 'decided', 'dropped')),
  ground               text,
  reason               text not null,
  -- The new last day of an extension; the last day of a status, the first of a suspension or of a resumption.
  on_day               date not null,
  started_by           uuid not null,
  started_at           timestamptz not null,
  -- Whose wish it is: the operator's or the organisation's.
  proposed_by          text not null check (proposed_by in ('operator', 'organisation', 'authority')),
  explanation_due_on   date,
  explanation_asked_at timestamptz,
  explanation          text,
  explained_by         uuid,
  explained_at         timestamptz,
  -- The operator's submission to whoever decides.
  submission_number    int,
  submission_year      int,
  submission_text      text,
  submitted_by         uuid,
  submitted_at         timestamptz,
  remark               text,
  -- What becomes of the schools attached to a site that ends: they go to this site, or are detached.
  attach_to_site_id    uuid,
  -- What becomes of the lines of its plan after that day.
  plan_fate            text check (plan_fate in ('cancelRest', 'keep')),
  order_id             uuid,
  closed_at            timestamptz,
  drop_reason          text,
  edit_version         int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, started_by) references people,
  foreign key (territory_id, explained_by) references people,
  foreign key (territory_id, submitted_by) references people,
  foreign key (territory_id, attach_to_site_id) references sites,
  foreign key (territory_id, order_id) references orders,
  check (state <> 'dropped' or drop_reason is not null)
);
create unique index one_open_case_of_a_kind on status_cases (territory_id, site_id, kind) where state not in ('decided', 'dropped');
create index cases_of_a_site on status_cases (territory_id, site_id);
create index case_of_an_order on status_cases (territory_id, order_id);
call protect_tenant_table('status_cases');

create table status_case_evidence (
  territory_id uuid not null,
  id           uuid not null,
  case_id      uuid not null,
  side         text not null check (side in ('accusing', 'explaining')),
  kind         text not null check (kind in ('file', 'link', 'register')),
  file_id      uuid,
  link         text,
  text         text not null,
  added_by     uuid not null,
  added_at     timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, case_id) references status_cases,
  foreign key (territory_id, file_id) references files,
  foreign key (territory_id, added_by) references people,
  check ((kind = 'file') = (file_id is not null)),
  check ((kind = 'link') = (link is not null))
);
create index evidence_of_a_case on status_case_evidence (territory_id, case_id);
call protect_tenant_table('status_case_evidence');

create table suspensions (
  territory_id      uuid not null,
  id                uuid not null,
  site_id           uuid not null,
  starts_on         date not null,
  ends_on           date check (ends_on >= starts_on),
  reason            text not null,
  order_id          uuid not null,
  point_number      text not null,
  ended_by_order_id uuid,
  ended_by_point    text,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, order_id) references orders,
  foreign key (territory_id, ended_by_order_id) references orders,
  constraint suspension_is_not_ordered_twice exclude using gist (territory_id with =, site_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant_table('suspensions');
