-- Whom the head of a school sends answers by a link of their own, with an account or without one: of the link its hash is kept. It serves until the event begins.
alter table event_places add column answer_hash text;
create unique index event_places_by_answer on event_places (territory_id, answer_hash) where answer_hash is not null;

-- The calendar of one person for a telephone, under a secret address: of the secret its hash is kept. A new one makes the old one useless.
create table event_feeds (
  territory_id uuid not null,
  person_id    uuid not null,
  secret_hash  text not null,
  made_at      timestamptz not null,
  primary key (territory_id, person_id),
  unique (territory_id, secret_hash),
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('event_feeds');
