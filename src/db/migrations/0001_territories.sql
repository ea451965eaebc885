-- Territories are the tenants. Every tenant table carries territory_id first in each of its keys and is closed by row-level security.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table territories (
  id           uuid primary key,
  code         text not null unique check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name         text not null,
  short_name   text not null,
  region       text not null,
  level        text not null check (level in ('municipal', 'regional')),
  time_zone    text not null,
  demo_today   date,
  last_day_run date,
  created_at   timestamptz not null
);

-- What is true of the whole installation: one row.
create table installation (
  only_row   boolean primary key default true check (only_row),
  demo       boolean not null,
  created_at timestamptz not null
);

-- Closes a tenant table: without a territory set inside the transaction every query fails (no missing_ok), for the owner too.
create procedure protect_tenant_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy tenant on %s using (territory_id = current_setting(''app.territory_id'')::uuid) '
    'with check (territory_id = current_setting(''app.territory_id'')::uuid)', name);
end $$;

-- The same for tables that hold only what is public: anyone may read, only the territory itself may write.
create procedure protect_public_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy anyone_reads on %s for select using (true)', name);
  execute format('create policy own_insert on %s for insert with check (territory_id = current_setting(''app.territory_id'')::uuid)', name);
  execute format('create policy own_update on %s for update using (territory_id = current_setting(''app.territory_id'')::uuid) '
    'with check (territory_id = current_setting(''app.territory_id'')::uuid)', name);
  execute format('create policy own_delete on %s for delete using (territory_id = current_setting(''app.territory_id'')::uuid)', name);
end $$;

-- Acts of a person that were carried out, so that a second press of the same form is the same act.
create table submissions (
  account_id   text not null,
  key          text not null,
  request_hash text not null,
  location     text,
  notice       text,
  at           timestamptz not null,
  primary key (account_id, key)
);
create index submissions_by_age on submissions (at);
