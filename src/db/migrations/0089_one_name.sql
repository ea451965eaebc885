-- A territory has one name on every page: the short one, which the register and the header have.
set constraints all immediate;
alter table published_calls no force row level security;
update published_calls c set territory_name = t.short_name from territories t where t.id = c.territory_id;
alter table published_calls force row level security;
