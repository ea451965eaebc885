-- An order that several bodies sign: who signs for each, in the order of the paper, and when they did. The first is the one that issues it.
create table order_signatures (
  territory_id uuid not null references territories,
  order_id     uuid not null,
  issuer_id    uuid not null,
  position     integer not null,
  person_id    uuid not null,
  post         text not null,
  signed_on    date,
  -- What the first was asked when it signed: a number given by its journal, the day of effect.
  number       integer,
  effective_on date,
  primary key (territory_id, order_id, issuer_id),
  foreign key (territory_id, order_id) references orders on delete cascade,
  foreign key (territory_id, issuer_id) references offices,
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('order_signatures');
create index order_signatures_awaited on order_signatures (territory_id, person_id) where signed_on is null;
