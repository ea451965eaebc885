-- One holding of a line of a plan: when, where, for how many. Its attendance is what the plan reports of the line. (X-E1, L-31, R-22v)
create table events (
  territory_id   uuid not null,
  id             uuid not null,
  site_id        uuid not null,
  plan_id        uuid not null,
  line_key       uuid not null,
  title          text not null check (length(title) between 1 and 300),
  form           text,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null check (ends_at > starts_at),
  room           text,
  link           text check (link ~ '^https://'),
  audience       text,
  -- None: everybody who comes.
  places         int check (places between 1 and 100000),
  -- Of the places, so many wait for attached organisations until the end of a day.
  kept_places    int check (kept_places between 1 and places),
  kept_until     date,
  takes_lessons  boolean not null default false,
  -- Stands in the code shown in the room: who has it is there.
  press_key      text not null,
  state          text not null default 'draft' check (state in ('draft', 'open', 'closed', 'cancelled')),
  guests         int check (guests between 0 and 100000),
  note           text,
  closed_on      date,
  cancel_reason  text,
  created_by     uuid not null,
  created_at     timestamptz not null,
  edit_version   int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, plan_id) references plans,
  foreign key (territory_id, created_by) references people,
  check ((kept_places is null) = (kept_until is null)),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null))
);
create index events_by_time on events (territory_id, starts_at);
create index events_of_a_line on events (territory_id, plan_id, line_key);
create index events_of_a_site on events (territory_id, site_id, starts_at);
call protect_tenant_table('events');

-- Who comes to an event, or wants to: a place, a number in the queue, an invitation; and afterwards who was there and how that is known.
create table event_places (
  territory_id    uuid not null,
  id              uuid not null,
  event_id        uuid not null,
  person_id       uuid not null,
  -- Where the person works, as of the day of signing up: whose head lets them go, and which places they may take.
  organisation_id uuid,
  attached        boolean not null,
  state           text not null check (state in ('offered', 'confirmed', 'waiting', 'declined', 'withdrawn')),
  -- The order in which they came; the queue goes by it.
  number          int not null,
  asked_at        timestamptz not null,
  sent_by         uuid,
  released        boolean,
  released_by     uuid,
  released_at     timestamptz,
  present         boolean,
  known_by        text check (known_by in ('list', 'self', 'paper')),
  marked_by       uuid,
  marked_at       timestamptz,
  answered_at     timestamptz,
  primary key (territory_id, id),
  unique (territory_id, event_id, person_id),
  foreign key (territory_id, event_id) references events,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, organisation_id) references organisations,
  foreign key (territory_id, sent_by) references people,
  foreign key (territory_id, released_by) references people,
  foreign key (territory_id, marked_by) references people,
  check ((released is null) = (released_by is null)),
  check ((present is null) = (known_by is null))
);
create index event_places_of_a_person on event_places (territory_id, person_id);
create index event_places_by_state on event_places (territory_id, event_id, state, number);
create index event_places_to_release on event_places (territory_id, organisation_id) where released is null and state in ('confirmed', 'waiting');
call protect_tenant_table('event_places');

-- Three answers of somebody who was there, kept apart from who gave them.
create table event_answers (
  territory_id uuid not null,
  id           uuid not null,
  event_id     uuid not null,
  useful       int not null check (useful between 1 and 4),
  tries        text not null check (tries in ('yes', 'maybe', 'no')),
  words        text check (length(words) <= 1000),
  primary key (territory_id, id),
  foreign key (territory_id, event_id) references events
);
create index event_answers_of_an_event on event_answers (territory_id, event_id);
call protect_tenant_table('event_answers');
