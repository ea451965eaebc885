-- Members were found by their person only: of one group the whole territory was read.
create index working_group_members_of_a_group on working_group_members (territory_id, group_id, starts_on, id);
