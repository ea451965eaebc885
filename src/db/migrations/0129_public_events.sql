-- Announced events as everybody may see them, where the regulation lets the activity be published: no room, no name, nothing of who comes but how many.
create table public_events (
  territory_id uuid not null references territories,
  event_id     uuid not null,
  site_id      uuid not null,
  title        text not null,
  form         text,
  state        text not null check (state in ('open', 'closed', 'cancelled')),
  is_remote    boolean not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  version      int not null,
  places       int,
  taken        int not null,
  -- Of the free ones, so many are not for everybody until the end of a day.
  kept         int not null,
  kept_until   date,
  primary key (territory_id, event_id),
  foreign key (territory_id, event_id) references events
);
call protect_public_table('public_events');
create index public_events_by_time on public_events (territory_id, starts_at);
create index public_events_of_a_site on public_events (site_id);
-- The public page of a site says that there are events.
create constraint trigger register_changes after insert or delete on public_events
  deferrable initially deferred for each row execute function note_register_change();
