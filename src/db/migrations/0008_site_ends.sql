-- The regulation of Leningrad Region knows experts too.
alter table appointments drop constraint appointments_kind_check;
alter table appointments add constraint appointments_kind_check check (kind in ('head', 'coordinator', 'mentor', 'tutor', 'curator',
  'moderator', 'scientificAdviser', 'expert', 'member', 'methodist'));

-- Each prolongation of a status by an order.
create table site_extensions (
  territory_id uuid not null,
  site_id      uuid not null,
  order_id     uuid not null,
  point_number text not null,
  was_until    date,
  until        date not null check (until > was_until),
  primary key (territory_id, site_id, order_id, until),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, order_id) references orders
);
call protect_tenant_table('site_extensions');
create index sites_by_order on sites (territory_id, order_id);
create index attachments_by_order on attachments (territory_id, order_id);
create index appointments_by_order on appointments (territory_id, order_id) where order_id is not null;

-- The public register says how a status ended and how many partner schools there are; a number under five is never stored (see site-register.ts).
alter table register_entries add column end_order text;
alter table register_entries add column full_names text[] not null default '{}';
alter table register_entries add column partners jsonb not null default '[]';

-- «ё» and «е» are one letter to whoever searches.
drop index register_search;
drop index register_typing_errors;
alter table register_entries drop column search;
alter table register_entries drop column search_text;
alter table register_entries add column search_text text generated always as (translate(lower(organisation_name || ' ' || short_name || ' '
  || theme || ' ' || coalesce(direction, '') || ' ' || settlements || ' ' || territory_name), 'ё', 'е')) stored;
alter table register_entries add column search tsvector generated always as (to_tsvector('russian', translate(lower(organisation_name || ' '
  || short_name || ' ' || theme || ' ' || coalesce(direction, '') || ' ' || settlements || ' ' || territory_name), 'ё', 'е'))) stored;
create index register_search on register_entries using gin (search);
create index register_typing_errors on register_entries using gin (search_text gin_trgm_ops);

-- Activities of approved plans, as everybody may see them: name, form and dates only.
create table register_activities (
  territory_id  uuid not null references territories,
  site_id       uuid not null,
  line_key      uuid not null,
  academic_year int not null,
  activity      text not null,
  form          text,
  starts_on     date,
  ends_on       date,
  primary key (territory_id, site_id, line_key),
  foreign key (territory_id, site_id) references sites
);
call protect_public_table('register_activities');
create index register_activities_by_site on register_activities (site_id, starts_on);
create index register_by_direction on register_entries (direction) where direction is not null;
create index register_by_site on register_entries (site_id);
