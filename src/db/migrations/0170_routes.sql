-- An individual route of a person: steps out of what the network offers, agreed by both, each with a state that follows from facts. (T-32)
create table learning_routes (
  territory_id      uuid not null,
  id                uuid not null,
  person_id         uuid not null,
  state             text not null check (state in ('draft', 'active', 'done', 'stopped')),
  -- The yes of the person, and that of a methodist or of whoever leads the person.
  person_agreed_on  date,
  other_agreed_on   date,
  other_agreed_by   uuid,
  active_on         date,
  ended_on          date,
  end_reason        text check (length(end_reason) between 1 and 500),
  created_by        uuid not null,
  created_at        timestamptz not null,
  edit_version      int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, other_agreed_by) references people,
  foreign key (territory_id, created_by) references people,
  check ((other_agreed_on is null) = (other_agreed_by is null)),
  check (other_agreed_by <> person_id),
  check (state not in ('active', 'done') or person_agreed_on is not null and other_agreed_on is not null and active_on is not null),
  check ((state in ('done', 'stopped')) = (ended_on is not null)),
  check ((state = 'stopped') = (end_reason is not null))
);
create unique index one_route_at_a_time on learning_routes (territory_id, person_id) where state in ('draft', 'active');
create index routes_of_a_person on learning_routes (territory_id, person_id);
call protect_tenant_table('learning_routes');

create table route_steps (
  territory_id  uuid not null,
  id            uuid not null,
  route_id      uuid not null,
  kind          text not null check (kind in ('event', 'topic', 'material', 'course', 'diagnosis')),
  deficit_id    uuid,
  event_id      uuid,
  programme_id  uuid,
  title         text not null check (length(title) between 1 and 500),
  link          text check (length(link) <= 2000),
  due_on        date,
  -- Of a course outside the network: its document, as somebody other than the person has seen it.
  document      text check (length(document) between 1 and 300),
  document_on   date,
  seen_by       uuid,
  primary key (territory_id, id),
  foreign key (territory_id, route_id) references learning_routes,
  foreign key (territory_id, deficit_id) references deficits,
  foreign key (territory_id, event_id) references events,
  foreign key (territory_id, programme_id) references programmes,
  foreign key (territory_id, seen_by) references people,
  check ((kind = 'event') = (event_id is not null)),
  check ((kind = 'topic') = (programme_id is not null)),
  check (kind <> 'diagnosis' or deficit_id is not null),
  check ((document is null) = (document_on is null) and (document is null) = (seen_by is null)),
  check (document is null or kind = 'course')
);
create index steps_of_a_route on route_steps (territory_id, route_id);
call protect_tenant_table('route_steps');
