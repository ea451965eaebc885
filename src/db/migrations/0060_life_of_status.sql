-- What everybody may read of suspensions: periods, each with the order that made it.
alter table register_entries add column suspensions jsonb not null default '[]';
create index register_suspended on register_entries (territory_code) where suspensions <> '[]';

create index suspensions_of_a_site on suspensions (territory_id, site_id);
create index suspensions_of_an_order on suspensions (territory_id, order_id);

-- An order that ends a status may cancel what the plan still has ahead; its revocation takes that back.
alter table executions add column cancelled_by_order_id uuid;
-- Not validated: the column is new and empty, and a look at old rows would need the scope of a territory.
alter table executions add foreign key (territory_id, cancelled_by_order_id) references orders not valid;
create index executions_of_an_order on executions (territory_id, cancelled_by_order_id) where cancelled_by_order_id is not null;

-- Representations about a status are numbered through the year.
create unique index case_submission_number on status_cases (territory_id, submission_year, submission_number)
  where submission_number is not null;
create index cases_by_age on status_cases (territory_id, started_at);
