-- Temporary working groups of a site: a theme, a term, members as periods, a result. (L-31g)
create table working_groups (
  territory_id uuid not null,
  id           uuid not null,
  site_id      uuid not null,
  theme        text not null check (length(theme) between 1 and 500),
  -- What the group is to leave behind.
  task         text not null check (length(task) between 1 and 2000),
  direction    text check (length(direction) <= 100),
  leader_id    uuid not null,
  starts_on    date not null,
  ends_on      date not null check (ends_on >= starts_on),
  state        text not null check (state in ('atWork', 'closed')),
  closed_on    date,
  result       text check (length(result) between 1 and 4000),
  result_link  text check (length(result_link) <= 2000),
  file_id      uuid,
  created_by   uuid not null,
  created_at   timestamptz not null,
  edit_version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, leader_id) references people,
  foreign key (territory_id, file_id) references files,
  foreign key (territory_id, created_by) references people,
  check ((state = 'closed') = (closed_on is not null) and (state = 'closed') = (result is not null)),
  check (closed_on >= starts_on)
);
create index working_groups_of_a_site on working_groups (territory_id, site_id, state);
create index working_groups_at_work on working_groups (territory_id, ends_on) where state = 'atWork';
call protect_tenant_table('working_groups');

create table working_group_members (
  territory_id uuid not null,
  id           uuid not null,
  group_id     uuid not null,
  person_id    uuid not null,
  starts_on    date not null,
  -- The last day; of whoever stays to the end it is that of the group.
  ends_on      date check (ends_on >= starts_on),
  primary key (territory_id, id),
  foreign key (territory_id, group_id) references working_groups,
  foreign key (territory_id, person_id) references people
);
create unique index one_membership_at_a_time on working_group_members (territory_id, group_id, person_id) where ends_on is null;
create index working_group_members_of_a_person on working_group_members (territory_id, person_id);
call protect_tenant_table('working_group_members');

-- The envelope: a group at work lies inside the status of its site, whichever of the two is written.
create function working_group_is_held(territory uuid, one uuid) returns boolean language sql stable as $$
  select coalesce(bool_and(s.starts_on <= g.starts_on and (s.ends_on is null or s.ends_on >= g.ends_on)), true)
  from working_groups g join sites s on s.territory_id = g.territory_id and s.id = g.site_id
  where g.territory_id = territory and g.id = one and g.state = 'atWork'
$$;

create function keep_working_groups_held() returns trigger language plpgsql as $$
declare broken uuid;
begin
  if tg_table_name = 'working_groups' then
    select new.id into broken where not working_group_is_held(new.territory_id, new.id);
  else
    select g.id into broken from working_groups g where g.territory_id = new.territory_id and g.site_id = new.id
      and not working_group_is_held(g.territory_id, g.id) limit 1;
  end if;
  if broken is not null then
    raise exception 'working group % outlasts its site', broken
      using errcode = 'check_violation', constraint = 'working_group_is_held';
  end if;
  return null;
end $$;
create constraint trigger working_groups_are_held after insert or update on working_groups
  deferrable initially deferred for each row execute function keep_working_groups_held();
create constraint trigger working_groups_are_held after update of starts_on, ends_on on sites
  deferrable initially deferred for each row execute function keep_working_groups_held();
