-- Meetings of the operator: called with an agenda, guests found in the registers of its day, answered, attended. (L-321m)
create table meetings (
  territory_id   uuid not null,
  id             uuid not null,
  title          text not null check (length(title) between 1 and 300),
  -- The kind of the regulation it is held under; none of a working meeting that no paper knows.
  regulation_id  uuid,
  kind           text check (length(kind) <= 80),
  kind_title     text not null check (length(kind_title) between 1 and 500),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null check (ends_at > starts_at),
  room           text check (length(room) <= 300),
  link           text check (length(link) <= 500),
  chair_id       uuid not null,
  -- Who else was there, nobody of whom was invited by name.
  others         int check (others between 0 and 10000),
  state          text not null check (state in ('called', 'held', 'minutesSigned', 'cancelled')),
  cancel_reason  text check (length(cancel_reason) between 1 and 1000),
  minutes_number int check (minutes_number > 0),
  minutes_year   int,
  signed_on      date,
  created_by     uuid not null,
  created_at     timestamptz not null,
  edit_version   int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, regulation_id) references regulations,
  foreign key (territory_id, chair_id) references people,
  foreign key (territory_id, created_by) references people,
  check ((regulation_id is null) = (kind is null)),
  check (room is not null or link is not null),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check ((state = 'minutesSigned') = (minutes_number is not null) and (minutes_number is null) = (minutes_year is null)
    and (minutes_number is null) = (signed_on is null))
);
create index meetings_by_time on meetings (territory_id, starts_at);
create index meetings_of_a_chair on meetings (territory_id, chair_id, state);
create unique index one_number_of_minutes on meetings (territory_id, minutes_year, minutes_number);
call protect_tenant_table('meetings');

-- What is spoken of, with what was heard of it once the meeting is held.
create table meeting_items (
  territory_id uuid not null,
  id           uuid not null,
  meeting_id   uuid not null,
  position     int not null check (position > 0),
  text         text not null check (length(text) between 1 and 500),
  -- A page of the product it is about: a path within the territory.
  about        text check (about like '/t/%' and length(about) <= 500),
  heard        text check (length(heard) between 1 and 4000),
  primary key (territory_id, id),
  foreign key (territory_id, meeting_id) references meetings
);
create index meeting_items_of_a_meeting on meeting_items (territory_id, meeting_id, position);
call protect_tenant_table('meeting_items');

create table meeting_guests (
  territory_id uuid not null,
  id           uuid not null,
  meeting_id   uuid not null,
  person_id    uuid not null,
  -- Found in the registers by the rule of the kind, or added by hand.
  invited_by   text not null check (invited_by in ('register', 'hand')),
  answer       text check (answer in ('comes', 'cannot')),
  -- Who comes instead, in the words of whoever cannot.
  deputy       text check (length(deputy) between 1 and 200),
  answered_at  timestamptz,
  -- Was there, or whoever came instead was; unknown until it is marked.
  present      boolean,
  primary key (territory_id, id),
  unique (territory_id, meeting_id, person_id),
  foreign key (territory_id, meeting_id) references meetings,
  foreign key (territory_id, person_id) references people,
  check ((answer is null) = (answered_at is null)),
  check (deputy is null or answer = 'cannot')
);
create index meeting_guests_of_a_person on meeting_guests (territory_id, person_id, answer);
call protect_tenant_table('meeting_guests');
