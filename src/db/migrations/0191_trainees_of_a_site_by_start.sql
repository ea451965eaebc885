-- Trainees of a site stand by the first day: without an index of the site the list passed those of all sites of the territory.
create index traineeships_of_a_site_by_start on traineeships (territory_id, site_id, starts_on desc, id) include (state);
