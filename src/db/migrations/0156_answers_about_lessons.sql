-- How often the head of the school has answered about the lessons of a place: each answer that differs from the last is told, also on one day.
alter table event_places add column answers integer not null default 0;
