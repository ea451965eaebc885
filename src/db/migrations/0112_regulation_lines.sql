-- Several Положения in one territory: each is a line of editions of its own, with its sites, calls and limits. What stands becomes the first line of its territory.
create table regulation_lines (
  territory_id uuid not null references territories,
  id           uuid not null,
  code         text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name         text not null,
  position     int not null,
  created_at   timestamptz not null,
  primary key (territory_id, id),
  constraint one_line_of_a_code unique (territory_id, code),
  constraint one_line_of_a_name unique (territory_id, name)
);

alter table regulations add column line_id uuid;
alter table published_regulations add column line_id uuid;
alter table site_organisations add column line_id uuid;
alter table register_entries add column line_id uuid;
alter table operator_submissions add column line_id uuid;
alter table orders add column line_id uuid;

-- What is public does not change by this, so its triggers rest; the owner sees all tenants while the rows are filled.
alter table regulations disable trigger regulation_in_force_is_public, no force row level security;
alter table published_regulations no force row level security;
alter table operator_submissions no force row level security;
alter table sites no force row level security;
alter table orders no force row level security;
alter table site_organisations no force row level security;
alter table register_entries disable trigger register_changes, no force row level security;
insert into regulation_lines (territory_id, id, code, name, position, created_at)
  select distinct on (territory_id) territory_id, gen_random_uuid(), 'main', left(coalesce(nullif(document ->> 'title', ''), 'Положение'), 200), 1, created_at
  from regulations order by territory_id, starts_on desc nulls last, version;
update regulations r set line_id = l.id from regulation_lines l where l.territory_id = r.territory_id;
update published_regulations r set line_id = l.id from regulation_lines l where l.territory_id = r.territory_id;
update site_organisations s set line_id = l.id from regulation_lines l where l.territory_id = s.territory_id;
update register_entries s set line_id = l.id from regulation_lines l where l.territory_id = s.territory_id;
update operator_submissions s set line_id = l.id from regulation_lines l where l.territory_id = s.territory_id;

alter table regulations alter column line_id set not null, add foreign key (territory_id, line_id) references regulation_lines,
  drop constraint one_regulation_in_force,
  add constraint one_regulation_in_force exclude using gist (territory_id with =, line_id with =, daterange(starts_on, ends_on, '[]') with &&) where (starts_on is not null);
drop index one_regulation_of_a_number;
create unique index one_regulation_of_a_number on regulations (territory_id, line_id, version) where state <> 'dropped';
alter table published_regulations alter column line_id set not null, add foreign key (territory_id, line_id) references regulation_lines;
alter table site_organisations alter column line_id set not null, add foreign key (territory_id, line_id) references regulation_lines,
  drop constraint status_is_not_given_twice,
  add constraint status_is_not_given_twice exclude using gist ((uuid_send(organisation_id) || uuid_send(line_id) || uuid_send(territory_id)) with =, theme_key with =, daterange(starts_on, ends_on, '[]') with &&);
alter table register_entries alter column line_id set not null, add foreign key (territory_id, line_id) references regulation_lines;
alter table operator_submissions alter column line_id set not null, add foreign key (territory_id, line_id) references regulation_lines;
-- The line an order is written under; null: written before there was a choice, under the first.
alter table orders add foreign key (territory_id, line_id) references regulation_lines;
alter table regulations enable trigger regulation_in_force_is_public, force row level security;
alter table published_regulations force row level security;
alter table operator_submissions force row level security;
alter table sites force row level security;
alter table orders force row level security;
alter table site_organisations force row level security;
alter table register_entries enable trigger register_changes, force row level security;
call protect_public_table('regulation_lines');

create or replace function publish_regulation_in_force() returns trigger language plpgsql as $$
begin
  if new.starts_on is null then
    delete from published_regulations where territory_id = new.territory_id and regulation_id = new.id;
  else
    insert into published_regulations (territory_id, regulation_id, line_id, version, document, order_id, point_number, starts_on, ends_on, amendments)
      values (new.territory_id, new.id, new.line_id, new.version, new.document, new.order_id, new.point_number, new.starts_on, new.ends_on, new.amendments)
      on conflict (territory_id, regulation_id) do update set order_id = excluded.order_id, point_number = excluded.point_number,
        starts_on = excluded.starts_on, ends_on = excluded.ends_on, amendments = excluded.amendments;
  end if;
  return new;
end $$;
