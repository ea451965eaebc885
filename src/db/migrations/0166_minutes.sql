-- Decisions of a meeting: each one person's, by one day. When the minutes are signed they are duties like points of orders. (L-321m)
create table meeting_decisions (
  territory_id uuid not null,
  id           uuid not null,
  meeting_id   uuid not null,
  item_id      uuid not null,
  position     int not null check (position > 0),
  text         text not null check (length(text) between 1 and 1000),
  person_id    uuid not null,
  due_on       date not null,
  primary key (territory_id, id),
  foreign key (territory_id, meeting_id) references meetings,
  foreign key (territory_id, item_id) references meeting_items,
  foreign key (territory_id, person_id) references people
);
create index meeting_decisions_of_a_meeting on meeting_decisions (territory_id, meeting_id, position);
call protect_tenant_table('meeting_decisions');

-- What was signed never changes.
create function keep_signed_minutes() returns trigger language plpgsql as $$
declare signed boolean;
begin
  if tg_table_name = 'meetings' then
    signed := old.state = 'minutesSigned';
  elsif tg_op = 'INSERT' then
    select m.state = 'minutesSigned' into signed from meetings m where m.territory_id = new.territory_id and m.id = new.meeting_id;
  else
    select m.state = 'minutesSigned' into signed from meetings m where m.territory_id = old.territory_id and m.id = old.meeting_id;
  end if;
  if signed then
    raise exception 'signed minutes never change' using errcode = 'PL001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger signed_minutes_stay before update or delete on meetings for each row execute function keep_signed_minutes();
create trigger signed_minutes_stay before insert or update or delete on meeting_items for each row execute function keep_signed_minutes();
create trigger signed_minutes_stay before insert or update or delete on meeting_guests for each row execute function keep_signed_minutes();
create trigger signed_minutes_stay before insert or update or delete on meeting_decisions for each row execute function keep_signed_minutes();

-- One table of duties: a point of an order is one of its sources, a decision of minutes another, which brings its own words and day.
alter table assignments
  alter column order_id drop not null,
  alter column point_id drop not null,
  add column source text not null default 'order' check (source in ('order', 'meeting')),
  add column source_id uuid,
  add column text text check (length(text) between 1 and 1000),
  add column ground text check (length(ground) between 1 and 500),
  add column due_on date,
  add column controller_id uuid,
  add foreign key (territory_id, controller_id) references people not valid,
  add check ((source = 'order') = (order_id is not null) and (source = 'order') = (point_id is not null)),
  add check ((source = 'order') = (source_id is null) and (source = 'order') = (text is null) and (source = 'order') = (ground is null)
    and (source = 'order') = (due_on is null) and (source = 'order') = (controller_id is null));
create index assignments_by_source on assignments (territory_id, source_id) where source_id is not null;
create index assignments_by_controller on assignments (territory_id, controller_id, state) where controller_id is not null;
create index assignments_open_by_day on assignments (territory_id, due_on) where due_on is not null and state = 'open';
