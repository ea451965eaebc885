-- Papers about what a person was at: справки and сертификаты of a site, numbered by whoever issues them. (X-T1)

-- One press that issues papers to many: what is asked for, and how far it has come.
create table certificate_runs (
  territory_id uuid not null,
  id           uuid not null,
  site_id      uuid not null,
  -- Of one event, or of all events of these days.
  event_id     uuid,
  starts_on    date not null,
  ends_on      date not null check (ends_on >= starts_on),
  kind         text not null check (kind in ('note', 'certificate')),
  -- Whom they are for, in the order of their numbers.
  people       jsonb not null,
  -- What all of them say alike: of whom, under whose name.
  shared       jsonb not null,
  -- So many of them have been looked at.
  done         int not null default 0 check (done >= 0 and done <= jsonb_array_length(people)),
  asked_by     uuid not null,
  asked_at     timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, event_id) references events,
  foreign key (territory_id, asked_by) references people
);
create index certificate_runs_of_a_site on certificate_runs (territory_id, site_id);
call protect_tenant_table('certificate_runs');

create table certificates (
  territory_id    uuid not null,
  id              uuid not null,
  site_id         uuid not null,
  run_id          uuid not null,
  person_id       uuid not null,
  -- Where the person worked when they came: in whose list they stand.
  organisation_id uuid,
  issuer_id       uuid not null,
  year            int not null,
  number          int not null check (number > 0),
  sort            text not null check (sort in ('participation', 'completion')),
  kind            text not null check (kind in ('note', 'certificate')),
  -- Academic hours, halves allowed; only from attendance.
  hours           real not null check (hours > 0 and hours * 2 = floor(hours * 2)),
  starts_on       date not null,
  ends_on         date not null check (ends_on >= starts_on),
  issued_on       date not null,
  issued_by       uuid not null,
  -- 128 bits: who has the paper has it, nobody guesses it.
  code            text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{26}$'),
  -- Everything the paper says, as it was said.
  printed         jsonb not null,
  state           text not null default 'issued' check (state in ('issued', 'revoked')),
  revoked_on      date,
  revoked_by      uuid,
  revoke_reason   text,
  edit_version    int not null default 1,
  primary key (territory_id, id),
  unique (territory_id, issuer_id, year, number),
  unique (territory_id, code),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, run_id) references certificate_runs,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, organisation_id) references organisations,
  foreign key (territory_id, issuer_id) references organisations,
  foreign key (territory_id, issued_by) references people,
  foreign key (territory_id, revoked_by) references people,
  check ((state = 'revoked') = (revoked_on is not null)),
  check ((state = 'revoked') = (revoke_reason is not null))
);
create index certificates_of_a_site on certificates (territory_id, site_id, issued_on);
create index certificates_of_a_person on certificates (territory_id, person_id);
create index certificates_of_a_run on certificates (territory_id, run_id);
call protect_tenant_table('certificates');

-- Which attendance stands on a paper that holds: on one paper only. A revoked paper gives it back.
create table certified_events (
  territory_id   uuid not null,
  event_id       uuid not null,
  person_id      uuid not null,
  certificate_id uuid not null,
  hours          real not null check (hours > 0),
  primary key (territory_id, event_id, person_id),
  foreign key (territory_id, event_id) references events,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, certificate_id) references certificates
);
create index certified_events_of_a_certificate on certified_events (territory_id, certificate_id);
call protect_tenant_table('certified_events');

-- The word of a person on whether the public check of their papers shows their name. Silence is no consent.
create table name_consents (
  territory_id uuid not null,
  person_id    uuid not null,
  shown        boolean not null,
  said_at      timestamptz not null,
  primary key (territory_id, person_id),
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('name_consents');

-- What anybody sees who has the code: every field of the paper, the name as far as its holder lets.
create table published_certificates (
  territory_id   uuid not null references territories,
  certificate_id uuid not null,
  -- Whose public page counts it; none where the regulation does not publish what sites do.
  site_id        uuid,
  code           text not null,
  printed        jsonb not null,
  holder         text not null,
  is_name        boolean not null,
  revoked_on     date,
  revoke_reason  text,
  primary key (territory_id, certificate_id),
  foreign key (territory_id, certificate_id) references certificates
);
create index published_certificates_of_a_site on published_certificates (site_id);
create unique index published_certificates_by_code on published_certificates (code);
call protect_public_table('published_certificates');
