-- What is ahead, what is over and how many there are on a day is read from the index alone; a list of very many begins where it is asked to.
drop index events_by_time;
create index events_by_time on events (territory_id, starts_at, id) include (ends_at, state, site_id);
drop index public_events_by_time;
create index public_events_by_time on public_events (territory_id, starts_at, event_id) include (ends_at, state);
-- How the places of an event are taken and how many were there is counted without opening its rows.
drop index event_places_by_state;
create index event_places_by_state on event_places (territory_id, event_id, state, number) include (attached, present);
-- Lessons are asked about until the list of the event is marked.
drop index event_places_to_release;
create index event_places_to_release on event_places (territory_id, organisation_id)
  where released is null and present is null and state in ('confirmed', 'waiting');
