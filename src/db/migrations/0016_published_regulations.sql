-- Regulations that are or were in force, for everyone to read: a regulation is law, its drafts are nobody's business outside. Kept by the database
-- itself from the rows of `regulations`, so that whatever puts a regulation in force or ends it shows at once.
create table published_regulations (
  territory_id  uuid not null references territories,
  regulation_id uuid not null,
  version       int not null,
  document      jsonb not null,
  order_id      uuid not null,
  point_number  text,
  starts_on     date not null,
  ends_on       date,
  primary key (territory_id, regulation_id),
  foreign key (territory_id, regulation_id) references regulations on delete cascade
);
call protect_public_table('published_regulations');

create function publish_regulation_in_force() returns trigger language plpgsql as $$
begin
  if new.starts_on is null then
    delete from published_regulations where territory_id = new.territory_id and regulation_id = new.id;
  else
    insert into published_regulations (territory_id, regulation_id, version, document, order_id, point_number, starts_on, ends_on)
      values (new.territory_id, new.id, new.version, new.document, new.order_id, new.point_number, new.starts_on, new.ends_on)
      on conflict (territory_id, regulation_id) do update set order_id = excluded.order_id, point_number = excluded.point_number,
        starts_on = excluded.starts_on, ends_on = excluded.ends_on;
  end if;
  return new;
end $$;
create trigger regulation_in_force_is_public after insert or update on regulations for each row execute function publish_regulation_in_force();
