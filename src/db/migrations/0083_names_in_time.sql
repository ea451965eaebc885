-- A name is a period. What people and organisations are called today stands in their own rows; what they were called before, each with its last
-- day, stands here: a former name was in force from the day after the one before it.
create table former_names_of_people (
  territory_id uuid not null,
  person_id    uuid not null,
  ends_on      date not null,
  family_name  text not null,
  given_name   text not null,
  patronymic   text,
  primary key (territory_id, person_id, ends_on),
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('former_names_of_people');

create table former_names_of_organisations (
  territory_id    uuid not null,
  organisation_id uuid not null,
  ends_on         date not null,
  full_name       text not null,
  short_name      text not null,
  document_name   text,
  primary key (territory_id, organisation_id, ends_on),
  foreign key (territory_id, organisation_id) references organisations
);
call protect_tenant_table('former_names_of_organisations');

-- People and organisations as they were called on a day. Plain SQL, so that the planner reads through it.
create function people_on(day date) returns table (territory_id uuid, id uuid, family_name text, given_name text, patronymic text)
language sql stable as $$
  select p.territory_id, p.id, coalesce(f.family_name, p.family_name), coalesce(f.given_name, p.given_name),
    case when f.ends_on is null then p.patronymic else f.patronymic end
  from people p left join lateral (select * from former_names_of_people x
    where x.territory_id = p.territory_id and x.person_id = p.id and x.ends_on >= day order by x.ends_on limit 1) f on true
$$;

create function organisations_on(day date) returns table (territory_id uuid, id uuid, full_name text, short_name text, document_name text)
language sql stable as $$
  select g.territory_id, g.id, coalesce(f.full_name, g.full_name), coalesce(f.short_name, g.short_name),
    case when f.ends_on is null then g.document_name else f.document_name end
  from organisations g left join lateral (select * from former_names_of_organisations x
    where x.territory_id = g.territory_id and x.organisation_id = g.id and x.ends_on >= day order by x.ends_on limit 1) f on true
$$;

-- The public register tells a day as it was: the heads whom orders named, each in their days and by the name of those days, and the former names.
alter table register_entries alter column head_name type jsonb
  using case when head_name is null then '[]' else jsonb_build_array(jsonb_build_object('from', starts_on, 'to', null, 'name', head_name)) end;
alter table register_entries rename column head_name to heads;
alter table register_entries alter column heads set not null, alter column heads set default '[]';
alter table register_entries add column former_names jsonb not null default '[]';
alter table register_entries add column former_words text not null default '';
alter table register_entries drop column search;
alter table register_entries add column search tsvector generated always as (to_tsvector('russian', translate(lower(organisation_name || ' '
  || short_name || ' ' || theme || ' ' || coalesce(direction, '') || ' ' || settlements || ' ' || territory_name || ' ' || former_words), 'ё', 'е'))) stored;
create index register_search on register_entries using gin (search);
