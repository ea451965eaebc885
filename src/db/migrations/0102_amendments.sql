-- Which order gave each clause of an edition the wording it has, where it was changed by itself. Public with the edition.
alter table regulations add column amendments jsonb not null default '[]';
alter table published_regulations add column amendments jsonb not null default '[]';

create or replace function publish_regulation_in_force() returns trigger language plpgsql as $$
begin
  if new.starts_on is null then
    delete from published_regulations where territory_id = new.territory_id and regulation_id = new.id;
  else
    insert into published_regulations (territory_id, regulation_id, version, document, order_id, point_number, starts_on, ends_on, amendments)
      values (new.territory_id, new.id, new.version, new.document, new.order_id, new.point_number, new.starts_on, new.ends_on, new.amendments)
      on conflict (territory_id, regulation_id) do update set order_id = excluded.order_id, point_number = excluded.point_number,
        starts_on = excluded.starts_on, ends_on = excluded.ends_on, amendments = excluded.amendments;
  end if;
  return new;
end $$;
