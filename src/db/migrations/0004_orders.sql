-- Regulations (versioned data) and orders: the only cause of a legal change. States: modules/orders/machine.ts
create table orders (
  territory_id        uuid not null,
  id                  uuid not null,
  issuer_id           uuid not null,
  kind                text not null check (kind in ('order', 'directive')),
  state               text not null default 'draft' check (state in ('draft', 'awaitingSignature', 'signed', 'revoked')),
  title               text not null,
  preamble            text not null,
  enacting_word       text not null,
  place               text,
  signatory_id        uuid,
  controller_id       uuid,
  prepared_by         uuid,
  acquaintance        text not null default 'assignees' check (acquaintance in ('assignees', 'allHeads')),
  publish_on_signing  boolean not null default false,
  template_code       text not null,
  year                int,
  number              int,
  number_text         text,
  number_given_by     text check (number_given_by in ('system', 'office')),
  signed_on           date,
  effective_on        date,
  signed_at           timestamptz,
  signatory_post      text,
  snapshot            jsonb,
  published_at        timestamptz,
  revoked_by_order_id uuid,
  revoked_on          date,
  sent_back_remark    text,
  edit_version        int not null default 1,
  created_at          timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, issuer_id) references organisations,
  foreign key (territory_id, signatory_id) references people,
  foreign key (territory_id, controller_id) references people,
  foreign key (territory_id, prepared_by) references people,
  foreign key (territory_id, revoked_by_order_id) references orders,
  constraint order_number_is_unique unique (territory_id, issuer_id, year, number),
  check (state in ('draft', 'awaitingSignature') or (number is not null and year is not null and number_text is not null and signed_on is not null
    and signatory_id is not null and snapshot is not null)),
  check (state <> 'revoked' or revoked_by_order_id is not null),
  check (effective_on is null or effective_on >= signed_on)
);
call protect_tenant_table('orders');
create index orders_by_date on orders (territory_id, signed_on desc nulls first, id);
create index orders_by_state on orders (territory_id, state);

create function refuse_to_change_a_signed_order() returns trigger language plpgsql as $$
begin
  if old.state in ('signed', 'revoked') and (tg_op = 'DELETE' or
    (to_jsonb(new) - array['state', 'published_at', 'revoked_by_order_id', 'revoked_on'])
      is distinct from (to_jsonb(old) - array['state', 'published_at', 'revoked_by_order_id', 'revoked_on'])) then
    raise exception 'a signed order never changes' using errcode = 'PL001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger signed_order_is_immutable before update or delete on orders for each row execute function refuse_to_change_a_signed_order();

create table order_counters (
  territory_id uuid not null,
  issuer_id    uuid not null,
  year         int not null,
  last_number  int not null,
  primary key (territory_id, issuer_id, year),
  foreign key (territory_id, issuer_id) references organisations
);
call protect_tenant_table('order_counters');

create table order_points (
  territory_id uuid not null,
  id           uuid not null,
  order_id     uuid not null,
  position     int not null,
  number       text not null,
  text         text not null,
  is_task      boolean not null default false,
  due_on       date,
  starts_on    date,
  primary key (territory_id, id),
  unique (territory_id, order_id, number),
  foreign key (territory_id, order_id) references orders on delete cascade,
  check (starts_on is null or due_on is null or starts_on <= due_on)
);
call protect_tenant_table('order_points');

create table order_point_assignees (
  territory_id uuid not null,
  point_id     uuid not null,
  person_id    uuid not null,
  primary key (territory_id, point_id, person_id),
  foreign key (territory_id, point_id) references order_points on delete cascade,
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('order_point_assignees');

-- Effects as data; their union is in modules/orders/effects.ts. Applied all together when the order is signed.
create table order_effects (
  territory_id uuid not null,
  id           uuid not null,
  order_id     uuid not null,
  position     int not null,
  point_number text not null,
  effect       jsonb not null,
  primary key (territory_id, id),
  unique (territory_id, order_id, position),
  foreign key (territory_id, order_id) references orders on delete cascade
);
call protect_tenant_table('order_effects');

-- A point of a signed order becomes a task of each of its assignees. States: modules/orders/assignment-machine.ts
create table assignments (
  territory_id uuid not null,
  id           uuid not null,
  order_id     uuid not null,
  point_id     uuid not null,
  person_id    uuid not null,
  state        text not null default 'open' check (state in ('open', 'done', 'accepted', 'cancelled')),
  note         text,
  remark       text,
  done_on      date,
  accepted_on  date,
  primary key (territory_id, id),
  unique (territory_id, point_id, person_id),
  foreign key (territory_id, order_id) references orders,
  foreign key (territory_id, point_id) references order_points,
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('assignments');
create index assignments_by_person on assignments (territory_id, person_id, state);
create index assignments_by_order on assignments (territory_id, order_id);

-- Who has to read a signed order and when they confirmed it.
create table acquaintances (
  territory_id    uuid not null,
  order_id        uuid not null,
  person_id       uuid not null,
  organisation_id uuid,
  confirmed_at    timestamptz,
  primary key (territory_id, order_id, person_id),
  foreign key (territory_id, order_id) references orders,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, organisation_id) references organisations
);
call protect_tenant_table('acquaintances');
create index acquaintances_by_person on acquaintances (territory_id, person_id) where confirmed_at is null;

create table regulations (
  territory_id uuid not null references territories,
  id           uuid not null,
  version      int not null,
  document     jsonb not null,
  order_id     uuid,
  point_number text,
  starts_on    date,
  ends_on      date,
  created_at   timestamptz not null,
  primary key (territory_id, id),
  unique (territory_id, version),
  foreign key (territory_id, order_id) references orders,
  check ((order_id is null) = (starts_on is null)),
  constraint one_regulation_in_force exclude using gist (territory_id with =, daterange(starts_on, ends_on, '[]') with &&) where (starts_on is not null)
);
call protect_tenant_table('regulations');

-- Orders the authority has put on the public site, as they were signed.
create table published_orders (
  territory_id uuid not null references territories,
  order_id     uuid not null,
  kind         text not null,
  number_text  text not null,
  signed_on    date not null,
  issuer_name  text not null,
  title        text not null,
  snapshot     jsonb not null,
  published_at timestamptz not null,
  revoked_on   date,
  primary key (territory_id, order_id),
  foreign key (territory_id, order_id) references orders
);
call protect_public_table('published_orders');
