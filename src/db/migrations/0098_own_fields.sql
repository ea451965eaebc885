-- What a regulation asks for by itself stands beside what the system knows: own columns of a plan, own items of an application.
alter table plan_lines add column own jsonb not null default '{}' check (jsonb_typeof(own) = 'object');
alter table applications add column own jsonb not null default '{}' check (jsonb_typeof(own) = 'object');
