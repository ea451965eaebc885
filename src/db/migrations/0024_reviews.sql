-- The pool of experts. (R-31)
create table experts (
  territory_id             uuid not null,
  id                       uuid not null,
  person_id                uuid not null,
  employer_organisation_id uuid,
  employer                 text not null,
  directions               text[] not null,
  starts_on                date not null,
  ends_on                  date check (ends_on >= starts_on),
  added_by                 uuid,
  added_at                 timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, employer_organisation_id) references organisations,
  foreign key (territory_id, added_by) references people,
  constraint expert_is_in_the_pool_once exclude using gist (territory_id with =, person_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant_table('experts');

create table reviews (
  territory_id          uuid not null,
  id                    uuid not null,
  application_id        uuid not null,
  round                 int not null,
  expert_person_id      uuid not null,
  state                 text not null default 'assigned' check (state in ('assigned', 'accepted', 'sent', 'declined', 'replaced')),
  -- Called because the first conclusions lie too far apart.
  is_extra              boolean not null default false,
  due_on                date not null,
  assigned_by           uuid not null,
  assigned_at           timestamptz not null,
  declared_at           timestamptz,
  decline_reason        text,
  declined_at           timestamptz,
  conclusion            text not null default '',
  recommendation        text check (recommendation in ('support', 'supportWithRemarks', 'reject')),
  -- The weighted total in percent of the longest scale.
  total                 numeric(6, 2),
  sent_at               timestamptz,
  -- The secretary who typed in a review received on paper, and its picture.
  entered_by            uuid,
  paper_file_id         uuid,
  replaced_by_review_id uuid,
  replace_reason        text,
  replaced_at           timestamptz,
  edit_version          int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, application_id, round) references application_rounds,
  foreign key (territory_id, expert_person_id) references people,
  foreign key (territory_id, assigned_by) references people,
  foreign key (territory_id, entered_by) references people,
  foreign key (territory_id, paper_file_id) references files,
  foreign key (territory_id, replaced_by_review_id) references reviews,
  constraint expert_reads_an_application_once unique (territory_id, application_id, round, expert_person_id),
  check (state <> 'sent' or (sent_at is not null and recommendation is not null and total is not null)),
  check (state <> 'declined' or decline_reason is not null),
  check (state <> 'replaced' or replace_reason is not null),
  check (state not in ('accepted', 'sent') or declared_at is not null or entered_by is not null)
);
create index reviews_of_an_expert on reviews (territory_id, expert_person_id, state);
create index reviews_by_deadline on reviews (territory_id, due_on) where state in ('assigned', 'accepted');
call protect_tenant_table('reviews');

create table review_scores (
  territory_id   uuid not null,
  review_id      uuid not null,
  criterion_code text not null,
  points         numeric(6, 2),
  comment        text not null default '',
  primary key (territory_id, review_id, criterion_code),
  foreign key (territory_id, review_id) references reviews
);
call protect_tenant_table('review_scores');

create table review_protocols (
  territory_id uuid not null,
  id           uuid not null,
  call_id      uuid not null,
  number       int not null,
  held_on      date not null,
  place        text,
  chair_id     uuid not null,
  secretary_id uuid not null,
  members      jsonb not null,
  -- What was decided about each application: the person's words; figures come from the reviews.
  decisions    jsonb not null,
  note         text not null default '',
  state        text not null default 'draft' check (state in ('draft', 'signed')),
  snapshot     jsonb,
  signed_at    timestamptz,
  created_by   uuid not null,
  created_at   timestamptz not null,
  edit_version int not null default 1,
  primary key (territory_id, id),
  unique (territory_id, call_id, number),
  foreign key (territory_id, call_id) references calls,
  foreign key (territory_id, chair_id) references people,
  foreign key (territory_id, secretary_id) references people,
  foreign key (territory_id, created_by) references people,
  check ((state = 'signed') = (snapshot is not null and signed_at is not null))
);
call protect_tenant_table('review_protocols');
