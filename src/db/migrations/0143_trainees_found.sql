-- Who goes on from a traineeship is asked by every page of one; what waits for judgement or was given back, by every first page.
create index traineeships_that_go_on on traineeships (territory_id, came_from_id) where came_from_id is not null;
create index tryouts_by_state on tryouts (territory_id, state, handed_at);
