-- From how many organisations the people of a line came, where lists of its events have told it: {people, organisations, schools}. What was typed by hand tells nothing of it.
alter table executions add column came_from jsonb check (came_from is null or jsonb_typeof(came_from) = 'object');
