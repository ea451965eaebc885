-- What rights a post gives hangs on what it is in: a head of a school employs people, whoever applies for a group of them does not.
create function organisation_kind(territory uuid, organisation uuid) returns text language sql stable as $$
  select g.kind from organisations g where g.territory_id = territory and g.id = organisation
$$;
