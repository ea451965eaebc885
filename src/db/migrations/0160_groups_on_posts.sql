-- Members of a working group stand on their posts, as trainees do: whichever of the group, the membership, the post and the status is written. (L-31g)
create or replace function working_group_is_held(territory uuid, one uuid) returns boolean language sql stable as $$
  select coalesce(bool_and(s.starts_on <= g.starts_on and (s.ends_on is null or s.ends_on >= g.ends_on)
    and not exists (select from working_group_members m where m.territory_id = g.territory_id and m.group_id = g.id
      and not coalesce((select range_agg(daterange(p.starts_on, p.ends_on, '[]')) @> daterange(m.starts_on, coalesce(m.ends_on, g.ends_on), '[]')
        from posts p where p.territory_id = m.territory_id and p.person_id = m.person_id), false))), true)
  from working_groups g join sites s on s.territory_id = g.territory_id and s.id = g.site_id
  where g.territory_id = territory and g.id = one and g.state = 'atWork'
$$;

create or replace function keep_working_groups_held() returns trigger language plpgsql as $$
declare broken uuid;
begin
  if tg_table_name = 'working_groups' then
    select new.id into broken where not working_group_is_held(new.territory_id, new.id);
  elsif tg_table_name = 'working_group_members' then
    select new.group_id into broken where not working_group_is_held(new.territory_id, new.group_id);
  elsif tg_table_name = 'sites' then
    select g.id into broken from working_groups g where g.territory_id = new.territory_id and g.site_id = new.id
      and not working_group_is_held(g.territory_id, g.id) limit 1;
  else
    select m.group_id into broken from working_group_members m where m.territory_id = old.territory_id and m.person_id = old.person_id
      and not working_group_is_held(m.territory_id, m.group_id) limit 1;
  end if;
  if broken is not null then
    raise exception 'working group % outlasts its site or the posts of its people', broken
      using errcode = 'check_violation', constraint = 'working_group_is_held';
  end if;
  return null;
end $$;
create constraint trigger working_groups_are_held after insert or update on working_group_members
  deferrable initially deferred for each row execute function keep_working_groups_held();
create constraint trigger working_groups_are_held after update or delete on posts
  deferrable initially deferred for each row execute function keep_working_groups_held();
