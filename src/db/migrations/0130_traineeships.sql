-- One person on one site by one fixed version of its programme, for a period. (C-12, R-A2c)
create table traineeships (
  territory_id    uuid not null,
  id              uuid not null,
  site_id         uuid not null,
  programme_id    uuid not null,
  -- A version that never changes: what the trainee learns stays what was agreed.
  version_id      uuid not null,
  person_id       uuid not null,
  -- Where the trainee works, as of the day of asking, and as whom.
  organisation_id uuid not null,
  post            text not null check (length(post) between 1 and 500),
  starts_on       date not null,
  ends_on         date not null check (ends_on >= starts_on),
  -- As the paper calls it; with the holder of the licence where it runs within a licensed programme.
  format          text check (length(format) <= 500),
  licence_holder  text check (length(licence_holder) <= 500),
  -- Whoever leads the trainee by the paper; none where nobody was named yet or whoever led it has left.
  guide_id        uuid,
  -- Who began it: the person, the site, the head of the school, or another site that hands its trainee over.
  begun_by        text not null check (begun_by in ('self', 'site', 'school', 'transfer')),
  sent_by         uuid,
  state           text not null check (state in ('asked', 'offered', 'agreed', 'running', 'finished', 'left', 'transferred', 'declined')),
  -- The last day as it was, and why it is that day, where it is not the last day of the period.
  ended_on        date,
  end_reason      text check (length(end_reason) between 1 and 1000),
  -- Of a transfer: the one it goes on from, whose hours are kept.
  came_from_id    uuid,
  hours_before    numeric(6,2) not null default 0 check (hours_before >= 0),
  created_by      uuid not null,
  created_at      timestamptz not null,
  answered_at     timestamptz,
  edit_version    int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, programme_id) references programmes,
  foreign key (territory_id, version_id) references programme_versions,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, organisation_id) references organisations,
  foreign key (territory_id, guide_id) references people,
  foreign key (territory_id, sent_by) references people,
  foreign key (territory_id, came_from_id) references traineeships,
  foreign key (territory_id, created_by) references people,
  check (guide_id <> person_id),
  check ((state in ('finished', 'left', 'transferred')) = (ended_on is not null)),
  check (state not in ('left', 'transferred') or end_reason is not null)
);
create unique index one_traineeship_of_a_programme on traineeships (territory_id, person_id, programme_id)
  where state in ('asked', 'offered', 'agreed', 'running');
create index traineeships_of_a_site on traineeships (territory_id, site_id, state);
create index traineeships_of_a_person on traineeships (territory_id, person_id);
create index traineeships_of_a_guide on traineeships (territory_id, guide_id);
create index traineeships_of_an_organisation on traineeships (territory_id, organisation_id);
call protect_tenant_table('traineeships');

-- Sessions and try-outs of the version, each with the trainee's own day or an event of the site that is shared. (C-42i)
create table traineeship_rows (
  territory_id    uuid not null,
  id              uuid not null,
  traineeship_id  uuid not null,
  -- The session or the try-out of the programme: it keeps its id through versions.
  item_id         uuid not null,
  kind            text not null check (kind in ('session', 'tryOut')),
  position        int not null,
  topic           text not null,
  title           text not null,
  form            text,
  hours           numeric(6,2) not null check (hours >= 0),
  planned_on      date,
  event_id        uuid,
  -- Not in this person's plan.
  left_out        boolean not null default false,
  -- Where there is no list of an event: the day of which whoever leads says that it was held.
  held_on         date,
  held_by         uuid,
  primary key (territory_id, id),
  unique (territory_id, traineeship_id, item_id),
  foreign key (territory_id, traineeship_id) references traineeships,
  foreign key (territory_id, event_id) references events,
  foreign key (territory_id, held_by) references people,
  check ((held_on is null) = (held_by is null)),
  check (event_id is null or held_on is null)
);
create index traineeship_rows_of_an_event on traineeship_rows (territory_id, event_id);
call protect_tenant_table('traineeship_rows');

-- The envelope: what goes on lies inside the status of the site and the posts of the trainee, whichever of the three is written.
create function traineeship_is_held(territory uuid, one uuid) returns boolean language sql stable as $$
  select coalesce(bool_and(s.starts_on <= t.starts_on and (s.ends_on is null or s.ends_on >= t.ends_on)
    and coalesce((select range_agg(daterange(p.starts_on, p.ends_on, '[]')) @> daterange(t.starts_on, t.ends_on, '[]')
      from posts p where p.territory_id = t.territory_id and p.person_id = t.person_id), false)), true)
  from traineeships t join sites s on s.territory_id = t.territory_id and s.id = t.site_id
  where t.territory_id = territory and t.id = one and t.state in ('agreed', 'running')
$$;

create function keep_traineeships_held() returns trigger language plpgsql as $$
declare broken uuid;
begin
  if tg_table_name = 'traineeships' then
    select new.id into broken where not traineeship_is_held(new.territory_id, new.id);
  elsif tg_table_name = 'sites' then
    select t.id into broken from traineeships t where t.territory_id = new.territory_id and t.site_id = new.id
      and not traineeship_is_held(t.territory_id, t.id) limit 1;
  else
    select t.id into broken from traineeships t where t.territory_id = old.territory_id and t.person_id = old.person_id
      and not traineeship_is_held(t.territory_id, t.id) limit 1;
  end if;
  if broken is not null then
    raise exception 'traineeship % outlasts its site or the posts of its person', broken
      using errcode = 'check_violation', constraint = 'traineeship_is_held';
  end if;
  return null;
end $$;
create constraint trigger traineeships_are_held after insert or update on traineeships
  deferrable initially deferred for each row execute function keep_traineeships_held();
create constraint trigger traineeships_are_held after update of starts_on, ends_on on sites
  deferrable initially deferred for each row execute function keep_traineeships_held();
create constraint trigger traineeships_are_held after update or delete on posts
  deferrable initially deferred for each row execute function keep_traineeships_held();
