-- Offices know of all trainees of a territory, the newest first; whoever has sent people knows of those.
create index traineeships_by_start on traineeships (territory_id, starts_on desc, id) include (state);
create index traineeships_of_a_sender on traineeships (territory_id, sent_by) where sent_by is not null;
-- Which forms of work there are among public events.
create index public_events_by_form on public_events (territory_id, form) where state <> 'cancelled' and form is not null;
