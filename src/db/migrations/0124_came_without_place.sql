-- Whoever comes without a place is on the list and takes none: so no more places are taken than there are.
alter table event_places drop constraint event_places_state_check,
  add constraint event_places_state_check check (state in ('offered', 'confirmed', 'waiting', 'declined', 'withdrawn', 'came'));
