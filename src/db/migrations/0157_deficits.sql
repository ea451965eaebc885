-- What a person lacks in their work: a period, begun by the person, a diagnosis or whoever leads them, ended only by a fact. (T-32)
create table deficits (
  territory_id      uuid not null,
  id                uuid not null,
  person_id         uuid not null,
  -- A competence of the framework; none where it is in the person's own words alone.
  competence_id     uuid,
  words             text check (length(words) between 1 and 300),
  source            text not null check (source in ('self', 'diagnosis', 'guide')),
  noted_by          uuid not null,
  starts_on         date not null,
  -- Of a diagnosis: which paper says it, and of which day it is.
  document          text check (length(document) <= 300),
  document_on       date,
  document_file     uuid,
  state             text not null check (state in ('open', 'closed', 'takenBack')),
  -- By which fact it is closed: an event one was at, a try-out that was assessed, a traineeship that was finished, another diagnosis.
  closed_by         text check (closed_by in ('event', 'tryout', 'traineeship', 'diagnosis')),
  closing_fact      uuid,
  closing_title     text check (length(closing_title) <= 500),
  closed_on         date,
  ended_by          uuid,
  created_at        timestamptz not null,
  edit_version      int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, noted_by) references people,
  foreign key (territory_id, ended_by) references people,
  foreign key (territory_id, document_file) references files,
  check (competence_id is not null or words is not null),
  check ((source = 'self') = (noted_by = person_id)),
  check ((source = 'diagnosis') = (document is not null and document_on is not null)),
  check ((state = 'closed') = (closed_by is not null and closing_title is not null and closed_on is not null)),
  check ((closed_by <> 'diagnosis') = (closing_fact is not null)),
  check ((state = 'open') = (ended_by is null)),
  check (closed_on >= starts_on)
);
-- The same is noted once while it is open, by each source of its own.
create unique index deficits_open_once on deficits (territory_id, person_id, source, competence_id) where state = 'open' and competence_id is not null;
create index deficits_of_a_person on deficits (territory_id, person_id, state);
create index deficits_by_day on deficits (territory_id, state, starts_on, id);
call protect_tenant_table('deficits');

-- What was closed by a fact stays as it was closed.
create function keep_closed_deficits() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' and (new.state, new.closed_by, new.closing_fact, new.closed_on) is distinct from (old.state, old.closed_by, old.closing_fact, old.closed_on) then
    raise exception 'deficit % has ended', old.id using errcode = 'check_violation', constraint = 'ended_deficits_stay';
  end if;
  return new;
end $$;
create trigger ended_deficits_stay before update on deficits for each row execute function keep_closed_deficits();

-- How the framework of competences differs here from the built-in one: which rows are not offered any more, which are added.
create table competence_frameworks (
  territory_id  uuid not null references territories,
  own           jsonb not null,
  edit_version  int not null,
  primary key (territory_id)
);
call protect_tenant_table('competence_frameworks');

-- A personal link by which somebody without an account says what they lack.
create table deficit_links (
  territory_id  uuid not null,
  person_id     uuid not null,
  secret_hash   text not null,
  made_by       uuid not null,
  expires_on    date not null,
  primary key (territory_id, person_id),
  unique (territory_id, secret_hash),
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, made_by) references people
);
call protect_tenant_table('deficit_links');
