-- Calls, opened and prolonged only by orders. Moments are instants; the territory's own clock is a matter of the pages. (R-34)
create table calls (
  territory_id            uuid not null,
  id                      uuid not null,
  title                   text not null,
  opens_at                timestamptz not null,
  closes_at               timestamptz not null,
  initiators              text[] not null check (initiators <@ array['authority', 'operator', 'organisation'] and initiators <> '{}'),
  directions              text[] not null,
  contingent              text[] not null,
  places                  int check (places > 0),
  experts_per_application int not null check (experts_per_application between 0 and 9),
  review_due_on           date,
  -- How far apart, in percent of the longest scale, totals of two experts may lie before another one is called.
  spread_limit            int not null check (spread_limit between 1 and 100),
  criteria                jsonb not null,
  regulation_id           uuid not null,
  order_id                uuid not null,
  point_number            text not null,
  created_at              timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, regulation_id) references regulations,
  foreign key (territory_id, order_id) references orders,
  check (opens_at < closes_at)
);
create index calls_by_end on calls (territory_id, closes_at);
create index calls_of_an_order on calls (territory_id, order_id);
call protect_tenant_table('calls');

create table call_extensions (
  territory_id  uuid not null,
  id            uuid not null,
  call_id       uuid not null,
  closed_before timestamptz not null,
  closes_at     timestamptz not null,
  order_id      uuid not null,
  point_number  text not null,
  primary key (territory_id, id),
  foreign key (territory_id, call_id) references calls,
  foreign key (territory_id, order_id) references orders,
  check (closes_at > closed_before)
);
create index extensions_of_a_call on call_extensions (territory_id, call_id);
call protect_tenant_table('call_extensions');

-- What everybody may read about a call.
create table published_calls (
  territory_id   uuid not null references territories,
  call_id        uuid not null,
  territory_code text not null,
  territory_name text not null,
  time_zone      text not null,
  title          text not null,
  opens_at       timestamptz not null,
  closes_at      timestamptz not null,
  initiators     text[] not null,
  directions     text[] not null,
  contingent     text[] not null,
  places         int,
  criteria       jsonb not null,
  order_id       uuid not null,
  order_label    text not null,
  updated_at     timestamptz not null,
  primary key (territory_id, call_id),
  foreign key (territory_id, call_id) references calls
);
create index published_calls_by_end on published_calls (closes_at);
call protect_public_table('published_calls');

-- Applications: what an organisation, or several together, submit. (R-A1, R-33, C-32, R-41)
create table applications (
  territory_id              uuid not null,
  id                        uuid not null,
  call_id                   uuid,
  regulation_id             uuid not null,
  initiator                 text not null check (initiator in ('authority', 'operator', 'organisation')),
  initiator_organisation_id uuid not null,
  state                     text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'admitted', 'underReview',
                              'reviewed', 'proposed', 'granted', 'declined', 'withdrawn')),
  number                    int,
  round                     int not null default 0,
  theme                     text not null default '',
  direction                 text,
  wanted_from               date,
  wanted_to                 date check (wanted_to >= wanted_from),
  head_person_id            uuid,
  adviser_name              text,
  adviser_post              text,
  protocol_number           text,
  protocol_on               date,
  protocol_file_id          uuid,
  created_by                uuid not null,
  created_at                timestamptz not null,
  submitted_by              uuid,
  submitted_at              timestamptz,
  withdrawn_at              timestamptz,
  withdraw_reason           text,
  decided_on                date,
  decision_reason           text,
  decided_by_order_id       uuid,
  site_id                   uuid,
  edit_version              int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, call_id) references calls,
  foreign key (territory_id, regulation_id) references regulations,
  foreign key (territory_id, initiator_organisation_id) references organisations,
  foreign key (territory_id, head_person_id) references people,
  foreign key (territory_id, protocol_file_id) references files,
  foreign key (territory_id, created_by) references people,
  foreign key (territory_id, submitted_by) references people,
  foreign key (territory_id, decided_by_order_id) references orders,
  foreign key (territory_id, site_id) references sites,
  check (round = 0 or (submitted_at is not null and number is not null)),
  check (state not in ('granted', 'declined') or decided_on is not null),
  check (state <> 'declined' or decision_reason is not null),
  check (state <> 'withdrawn' or withdrawn_at is not null)
);
create index applications_of_a_call on applications (territory_id, call_id, state);
create index applications_by_age on applications (territory_id, created_at);
create index applications_by_writer on applications (territory_id, created_by);
create unique index application_number_in_a_call on applications (territory_id, coalesce(call_id, territory_id), number) where number is not null;
call protect_tenant_table('applications');

-- The last number given in a call; `scope_id` is the call, or the territory where there are no calls.
create table application_counters (
  territory_id uuid not null references territories,
  scope_id     uuid not null,
  last_number  int not null,
  primary key (territory_id, scope_id)
);
call protect_tenant_table('application_counters');

create table application_organisations (
  territory_id    uuid not null,
  application_id  uuid not null,
  organisation_id uuid not null,
  position        int not null,
  is_lead         boolean not null,
  charter_name    text not null,
  legal_address   text not null default '',
  phone           text not null default '',
  fax             text not null default '',
  email           text not null default '',
  head_name       text not null default '',
  -- What it does within the common programme.
  share           text not null default '',
  state           text not null default 'asked' check (state in ('asked', 'confirmed', 'declined')),
  decided_by      uuid,
  decided_at      timestamptz,
  remark          text,
  primary key (territory_id, application_id, organisation_id),
  foreign key (territory_id, application_id) references applications on delete cascade,
  foreign key (territory_id, organisation_id) references organisations,
  foreign key (territory_id, decided_by) references people,
  check (state <> 'declined' or remark is not null)
);
create unique index application_has_one_lead on application_organisations (territory_id, application_id) where is_lead;
create index applications_of_an_organisation on application_organisations (territory_id, organisation_id);
call protect_tenant_table('application_organisations');

-- People let in to write the application besides the heads of its organisations and its author.
create table application_editors (
  territory_id   uuid not null,
  application_id uuid not null,
  person_id      uuid not null,
  added_by       uuid not null,
  added_at       timestamptz not null,
  primary key (territory_id, application_id, person_id),
  foreign key (territory_id, application_id) references applications on delete cascade,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, added_by) references people
);
create index applications_a_person_writes on application_editors (territory_id, person_id);
call protect_tenant_table('application_editors');

-- Votes of the organisations for the head of their common site; a vote counts for the candidate it names. (R-41)
create table application_votes (
  territory_id        uuid not null,
  application_id      uuid not null,
  organisation_id     uuid not null,
  candidate_person_id uuid not null,
  choice              text not null check (choice in ('for', 'against', 'abstained')),
  voted_by            uuid not null,
  voted_at            timestamptz not null,
  primary key (territory_id, application_id, organisation_id),
  foreign key (territory_id, application_id, organisation_id) references application_organisations on delete cascade,
  foreign key (territory_id, candidate_person_id) references people,
  foreign key (territory_id, voted_by) references people
);
call protect_tenant_table('application_votes');

-- Evidence that a criterion of the regulation is met: a file, a link, or a fact of the registers. (C-31, T-2)
create table application_evidence (
  territory_id   uuid not null,
  id             uuid not null,
  application_id uuid not null,
  criterion_code text not null,
  kind           text not null check (kind in ('file', 'link', 'register')),
  file_id        uuid,
  link           text,
  -- What the register says, in words, and the row it says it in.
  register_text  text,
  register_id    uuid,
  note           text not null default '',
  added_by       uuid not null,
  added_at       timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, application_id) references applications on delete cascade,
  foreign key (territory_id, file_id) references files,
  foreign key (territory_id, added_by) references people,
  check ((kind = 'file') = (file_id is not null)),
  check ((kind = 'link') = (link is not null)),
  check ((kind = 'register') = (register_text is not null))
);
create index evidence_of_an_application on application_evidence (territory_id, application_id);
call protect_tenant_table('application_evidence');

-- Programmes of sites, in versions. The content is one typed document: src/modules/programmes/model.ts. (R-A2)
create table programmes (
  territory_id        uuid not null,
  id                  uuid not null,
  application_id      uuid,
  site_id             uuid,
  title               text not null,
  origin_programme_id uuid,
  created_by          uuid not null,
  created_at          timestamptz not null,
  primary key (territory_id, id),
  constraint one_programme_of_an_application unique (territory_id, application_id),
  foreign key (territory_id, application_id) references applications on delete cascade,
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, origin_programme_id) references programmes,
  foreign key (territory_id, created_by) references people,
  check (application_id is not null or site_id is not null)
);
create index programmes_of_a_site on programmes (territory_id, site_id);
call protect_tenant_table('programmes');

create table programme_versions (
  territory_id uuid not null,
  id           uuid not null,
  programme_id uuid not null,
  number       int not null,
  state        text not null default 'draft' check (state in ('draft', 'fixed')),
  content      jsonb not null,
  reason       text,
  created_by   uuid not null,
  created_at   timestamptz not null,
  fixed_at     timestamptz,
  edit_version int not null default 1,
  primary key (territory_id, id),
  unique (territory_id, programme_id, number),
  foreign key (territory_id, programme_id) references programmes on delete cascade,
  foreign key (territory_id, created_by) references people,
  check ((state = 'fixed') = (fixed_at is not null))
);
create unique index one_draft_of_a_programme on programme_versions (territory_id, programme_id) where state = 'draft';
call protect_tenant_table('programme_versions');

-- What was submitted, as it was shown; never changed.
create table application_rounds (
  territory_id         uuid not null,
  application_id       uuid not null,
  round                int not null check (round > 0),
  snapshot             jsonb not null,
  hash                 bytea not null,
  programme_version_id uuid,
  submitted_by         uuid not null,
  submitted_at         timestamptz not null,
  primary key (territory_id, application_id, round),
  foreign key (territory_id, application_id) references applications,
  foreign key (territory_id, programme_version_id) references programme_versions,
  foreign key (territory_id, submitted_by) references people
);
call protect_tenant_table('application_rounds');
create function keep_rounds() returns trigger language plpgsql as $$
begin
  raise exception 'what was submitted never changes';
end $$;
create trigger rounds_never_change before update or delete on application_rounds for each row execute function keep_rounds();

-- The operator's look at the papers before anyone reads the content.
create table application_checks (
  territory_id   uuid not null,
  id             uuid not null,
  application_id uuid not null,
  round          int not null,
  outcome        text not null check (outcome in ('passed', 'returned')),
  items          jsonb not null,
  note           text,
  checked_by     uuid not null,
  checked_at     timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, application_id, round) references application_rounds,
  foreign key (territory_id, checked_by) references people
);
create index checks_of_an_application on application_checks (territory_id, application_id, round);
call protect_tenant_table('application_checks');

-- Remarks at the items of a submitted application, by which it is revised.
create table application_remarks (
  territory_id   uuid not null,
  id             uuid not null,
  application_id uuid not null,
  round          int not null,
  section        text not null,
  text           text not null,
  made_by        uuid not null,
  made_at        timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, application_id, round) references application_rounds,
  foreign key (territory_id, made_by) references people
);
create index remarks_of_an_application on application_remarks (territory_id, application_id, round);
call protect_tenant_table('application_remarks');

-- «More information needed»: asked and answered beside the course of the case, in any state before the decision.
create table information_requests (
  territory_id   uuid not null,
  id             uuid not null,
  application_id uuid not null,
  question       text not null,
  due_on         date,
  state          text not null default 'asked' check (state in ('asked', 'answered', 'withdrawn')),
  asked_by       uuid not null,
  asked_at       timestamptz not null,
  answer         text,
  answered_by    uuid,
  answered_at    timestamptz,
  primary key (territory_id, id),
  foreign key (territory_id, application_id) references applications,
  foreign key (territory_id, asked_by) references people,
  foreign key (territory_id, answered_by) references people,
  check ((state = 'answered') = (answer is not null and answered_at is not null))
);
create index requests_of_an_application on information_requests (territory_id, application_id);
call protect_tenant_table('information_requests');
create table information_request_files (
  territory_id uuid not null,
  request_id   uuid not null,
  file_id      uuid not null,
  primary key (territory_id, request_id, file_id),
  foreign key (territory_id, request_id) references information_requests,
  foreign key (territory_id, file_id) references files
);
call protect_tenant_table('information_request_files');

-- A programme read from a file, until a person has confirmed what was recognised.
create table programme_imports (
  territory_id uuid not null,
  id           uuid not null,
  programme_id uuid not null,
  file_name    text not null,
  recognised   jsonb not null,
  unplaced     jsonb not null,
  created_by   uuid not null,
  created_at   timestamptz not null,
  applied_at   timestamptz,
  primary key (territory_id, id),
  foreign key (territory_id, programme_id) references programmes on delete cascade,
  foreign key (territory_id, created_by) references people
);
create index imports_of_a_programme on programme_imports (territory_id, programme_id);
call protect_tenant_table('programme_imports');

alter table sites add column application_id uuid;
-- Not checked against the rows that are there: the column is new and empty, and a scan would need a territory.
alter table sites add foreign key (territory_id, application_id) references applications not valid;
create unique index site_of_an_application on sites (territory_id, application_id) where application_id is not null;
