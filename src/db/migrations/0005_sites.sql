-- A site is a dated status of one or several organisations. Rows appear and end only by effects of signed orders.
create table sites (
  territory_id       uuid not null,
  id                 uuid not null,
  theme              text not null,
  direction          text,
  starts_on          date not null,
  ends_on            date check (ends_on >= starts_on),
  granted_until      date,
  regulation_id      uuid not null,
  order_id           uuid not null,
  point_number       text not null,
  ended_by_order_id  uuid,
  ended_by_point     text,
  end_ground         text,
  created_at         timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, regulation_id) references regulations,
  foreign key (territory_id, order_id) references orders,
  foreign key (territory_id, ended_by_order_id) references orders
);
call protect_tenant_table('sites');
create index sites_by_period on sites (territory_id, starts_on, ends_on);

create table site_organisations (
  territory_id    uuid not null,
  site_id         uuid not null,
  organisation_id uuid not null,
  is_lead         boolean not null,
  position        int not null,
  theme_key       text not null,
  starts_on       date not null,
  ends_on         date check (ends_on >= starts_on),
  primary key (territory_id, site_id, organisation_id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, organisation_id) references organisations,
  constraint status_is_not_given_twice exclude using gist (territory_id with =, organisation_id with =, theme_key with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant_table('site_organisations');
create unique index site_has_one_lead on site_organisations (territory_id, site_id) where is_lead;
create index site_organisations_by_organisation on site_organisations (territory_id, organisation_id);

create table attachments (
  territory_id      uuid not null,
  id                uuid not null,
  site_id           uuid not null,
  organisation_id   uuid not null,
  starts_on         date not null,
  ends_on           date check (ends_on >= starts_on),
  order_id          uuid not null,
  point_number      text not null,
  ended_by_order_id uuid,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, organisation_id) references organisations,
  foreign key (territory_id, order_id) references orders,
  foreign key (territory_id, ended_by_order_id) references orders,
  constraint attachment_does_not_overlap exclude using gist (territory_id with =, site_id with =, organisation_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant_table('attachments');
create index attachments_by_organisation on attachments (territory_id, organisation_id);
create index attachments_by_site on attachments (territory_id, site_id);

create table appointments (
  territory_id      uuid not null,
  id                uuid not null,
  person_id         uuid not null,
  kind              text not null check (kind in ('head', 'coordinator', 'mentor', 'tutor', 'curator', 'moderator', 'scientificAdviser', 'member', 'methodist')),
  site_id           uuid,
  starts_on         date not null,
  ends_on           date check (ends_on >= starts_on),
  order_id          uuid,
  point_number      text,
  appointed_by      uuid,
  ground            text,
  ended_by_order_id uuid,
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, order_id) references orders,
  foreign key (territory_id, ended_by_order_id) references orders,
  constraint appointment_does_not_overlap exclude using gist (territory_id with =, person_id with =, kind with =,
    (coalesce(site_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, daterange(starts_on, ends_on, '[]') with &&),
  constraint one_head_of_a_site exclude using gist (territory_id with =, site_id with =, daterange(starts_on, ends_on, '[]') with &&) where (kind = 'head'),
  constraint one_coordinator_of_a_site exclude using gist (territory_id with =, site_id with =, daterange(starts_on, ends_on, '[]') with &&) where (kind = 'coordinator')
);
call protect_tenant_table('appointments');
create index appointments_by_site on appointments (territory_id, site_id);
create index appointments_by_person on appointments (territory_id, person_id);

-- The public register: what the signed orders say and nothing else. Kept by modules/sites in the transaction that changes a site.
create table register_entries (
  territory_id      uuid not null references territories,
  site_id           uuid not null,
  territory_code    text not null,
  territory_name    text not null,
  organisation_name text not null,
  short_name        text not null,
  settlements       text not null,
  kinds             text[] not null,
  theme             text not null,
  direction         text,
  starts_on         date not null,
  ends_on           date,
  order_id          uuid not null,
  order_kind        text not null,
  order_number      text not null,
  order_signed_on   date not null,
  order_point       text not null,
  order_published   boolean not null,
  head_name         text,
  updated_at        timestamptz not null,
  search_text       text generated always as (lower(organisation_name || ' ' || short_name || ' ' || theme || ' ' || coalesce(direction, '') || ' '
    || settlements || ' ' || territory_name)) stored,
  search            tsvector generated always as (to_tsvector('russian', organisation_name || ' ' || short_name || ' ' || theme || ' '
    || coalesce(direction, '') || ' ' || settlements || ' ' || territory_name)) stored,
  primary key (territory_id, site_id),
  foreign key (territory_id, site_id) references sites
);
call protect_public_table('register_entries');
create index register_search on register_entries using gin (search);
create index register_typing_errors on register_entries using gin (search_text gin_trgm_ops);
create index register_sorted on register_entries (short_name collate "ru-x-icu", site_id);
create index register_by_territory on register_entries (territory_code, short_name collate "ru-x-icu");
