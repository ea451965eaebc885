-- A mentor and one who learns from them: a goal, a term, the word of both, what came of it. (L-O42, R-43, T-32m)
create table pairs (
  territory_id     uuid not null,
  id               uuid not null,
  site_id          uuid not null,
  mentor_id        uuid not null,
  -- In which role of the paper the mentor works.
  role             text not null check (length(role) between 1 and 100),
  mentee_id        uuid not null,
  goal             text not null check (length(goal) between 1 and 1000),
  -- What the mentee lacks and has made the goal of the pair.
  deficit_id       uuid,
  starts_on        date not null,
  ends_on          date not null check (ends_on >= starts_on),
  state            text not null check (state in ('proposed', 'waitsForMentor', 'waitsForMentee', 'running', 'declined', 'ended')),
  begun_by         text not null check (begun_by in ('site', 'mentee')),
  mentor_agreed_at timestamptz,
  mentee_agreed_at timestamptz,
  -- The day of the last word from either: the beginning, a meeting, an answer.
  heard_on         date not null,
  -- The pair that goes on in this one with another mentor.
  came_from_id     uuid,
  closed_on        date,
  outcome          text check (length(outcome) between 1 and 2000),
  created_by       uuid not null,
  created_at       timestamptz not null,
  edit_version     int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, mentor_id) references people,
  foreign key (territory_id, mentee_id) references people,
  foreign key (territory_id, deficit_id) references deficits,
  foreign key (territory_id, came_from_id) references pairs,
  foreign key (territory_id, created_by) references people,
  check (mentor_id <> mentee_id),
  check ((state in ('declined', 'ended')) = (closed_on is not null)),
  check (state <> 'running' or mentor_agreed_at is not null and mentee_agreed_at is not null)
);
create index pairs_of_a_site on pairs (territory_id, site_id, state);
create index pairs_of_a_mentor on pairs (territory_id, mentor_id, state);
create index pairs_of_a_mentee on pairs (territory_id, mentee_id, state);
create unique index one_pair_of_two_at_a_time on pairs (territory_id, site_id, mentor_id, mentee_id) where closed_on is null;
create unique index one_goes_on_at_a_time on pairs (territory_id, came_from_id) where closed_on is null;
call protect_tenant_table('pairs');

-- How many pairs a mentor leads at most, by their own word; null where the setting holds. Whoever counts the pairs of a mentor locks the row.
create table pair_limits (
  territory_id uuid not null,
  person_id    uuid not null,
  most         int check (most between 0 and 30),
  primary key (territory_id, person_id),
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('pair_limits');

-- The envelope: a pair at work lies inside the status of its site and the posts of the mentee, whichever of the three is written.
create function pair_is_held(territory uuid, one uuid) returns boolean language sql stable as $$
  select coalesce(bool_and(s.starts_on <= g.starts_on and (s.ends_on is null or s.ends_on >= g.ends_on)
    and coalesce((select range_agg(daterange(p.starts_on, p.ends_on, '[]')) @> daterange(g.starts_on, g.ends_on, '[]')
      from posts p where p.territory_id = g.territory_id and p.person_id = g.mentee_id), false)), true)
  from pairs g join sites s on s.territory_id = g.territory_id and s.id = g.site_id
  where g.territory_id = territory and g.id = one and g.state = 'running'
$$;

create function keep_pairs_held() returns trigger language plpgsql as $$
declare broken uuid;
begin
  if tg_table_name = 'pairs' then
    select new.id into broken where not pair_is_held(new.territory_id, new.id);
  elsif tg_table_name = 'sites' then
    select g.id into broken from pairs g where g.territory_id = new.territory_id and g.site_id = new.id and g.state = 'running'
      and not pair_is_held(g.territory_id, g.id) limit 1;
  else
    select g.id into broken from pairs g where g.territory_id = old.territory_id and g.mentee_id = old.person_id and g.state = 'running'
      and not pair_is_held(g.territory_id, g.id) limit 1;
  end if;
  if broken is not null then
    raise exception 'pair % outlasts its site or the posts of the mentee', broken
      using errcode = 'check_violation', constraint = 'pair_is_held';
  end if;
  return null;
end $$;
create constraint trigger pairs_are_held after insert or update on pairs
  deferrable initially deferred for each row execute function keep_pairs_held();
create constraint trigger pairs_are_held after update of starts_on, ends_on on sites
  deferrable initially deferred for each row execute function keep_pairs_held();
create constraint trigger pairs_are_held after update or delete on posts
  deferrable initially deferred for each row execute function keep_pairs_held();
