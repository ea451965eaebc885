-- History: append-only, chained by hash per territory (see src/history/record.ts).
create table history (
  territory_id uuid not null references territories,
  seq          bigint not null,
  id           uuid not null,
  at           timestamptz not null,
  account_id   text,
  person_id    uuid,
  kind         text not null,
  subject_id   uuid not null,
  site_id      uuid,
  facts        jsonb not null,
  prev_hash    bytea not null,
  hash         bytea not null,
  primary key (territory_id, seq)
);
call protect_tenant_table('history');
create index history_by_subject on history (territory_id, subject_id, seq desc);
create index history_by_site on history (territory_id, site_id, seq desc) where site_id is not null;

create table history_heads (
  territory_id uuid primary key references territories,
  seq          bigint not null,
  hash         bytea not null
);
call protect_tenant_table('history_heads');

create table files (
  territory_id uuid not null references territories,
  id           uuid not null,
  name         text not null,
  media_type   text not null,
  size         bigint not null,
  sha256       bytea not null,
  uploaded_by  uuid,
  uploaded_at  timestamptz not null,
  primary key (territory_id, id)
);
call protect_tenant_table('files');

-- What a person is told, once per person, kind, subject and day.
create table notices (
  territory_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  kind         text not null,
  subject_id   uuid not null,
  on_day       date not null,
  params       jsonb not null,
  created_at   timestamptz not null,
  read_at      timestamptz,
  primary key (territory_id, id),
  unique (territory_id, person_id, kind, subject_id, on_day),
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('notices');
create index notices_unread on notices (territory_id, person_id, created_at desc);
