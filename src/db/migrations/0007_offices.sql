-- Offices: who issues orders in a territory and how their orders look.
create table offices (
  territory_id   uuid not null references territories,
  issuer_id      uuid not null,
  act_kind       text not null check (act_kind in ('order', 'directive')),
  letterhead     text[] not null check (cardinality(letterhead) > 0),
  enacting_word  text not null,
  place          text,
  number_format  text not null check (number_format like '%{n}%'),
  signatory_id   uuid,
  signatory_post text not null,
  primary key (territory_id, issuer_id),
  foreign key (territory_id, issuer_id) references organisations,
  foreign key (territory_id, signatory_id) references people
);
call protect_tenant_table('offices');

-- Which appendices an order carries: titles and columns. Their rows are built from the effects and kept in the snapshot when signed.
alter table orders add column appendices jsonb not null default '[]';

create index orders_by_year on orders (territory_id, year, signed_on desc);
create index order_effects_by_site on order_effects (territory_id, (effect ->> 'siteId'));

-- A signed order goes nowhere but to "revoked".
create function refuse_to_unsign() returns trigger language plpgsql as $$
begin
  if (old.state = 'signed' and new.state not in ('signed', 'revoked')) or (old.state = 'revoked' and new.state <> 'revoked') then
    raise exception 'a signed order never becomes a draft again' using errcode = 'PL001';
  end if;
  return new;
end $$;
create trigger signed_order_stays_signed before update of state on orders for each row execute function refuse_to_unsign();

-- Points, assignees and effects of a signed order are as immutable as the order.
create function refuse_to_change_a_signed_point() returns trigger language plpgsql as $$
declare
  part jsonb := case when tg_op = 'INSERT' then to_jsonb(new) else to_jsonb(old) end;
  whose uuid := (part ->> 'order_id')::uuid;
begin
  if tg_table_name = 'order_point_assignees' then
    select order_id into whose from order_points
      where territory_id = (part ->> 'territory_id')::uuid and id = (part ->> 'point_id')::uuid;
  end if;
  if exists (select 1 from orders where territory_id = (part ->> 'territory_id')::uuid and id = whose and state in ('signed', 'revoked')) then
    raise exception 'a signed order never changes' using errcode = 'PL001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger point_of_a_signed_order before insert or update or delete on order_points
  for each row execute function refuse_to_change_a_signed_point();
create trigger assignee_of_a_signed_order before insert or update or delete on order_point_assignees
  for each row execute function refuse_to_change_a_signed_point();
create trigger effect_of_a_signed_order before insert or update or delete on order_effects
  for each row execute function refuse_to_change_a_signed_point();
