-- The same days under the same name stand in a calendar once, also when two people write them at the same moment; what was written twice before is taken out. (issue 10, B)
alter table calendar_days no force row level security;
update calendar_days d set state = 'removed'
where state = 'kept' and exists (
  select from calendar_days e
  where e.territory_id = d.territory_id and e.kind = d.kind and lower(e.title) = lower(d.title)
    and e.starts_on = d.starts_on and e.ends_on = d.ends_on and e.state = 'kept' and e.id < d.id);
alter table calendar_days force row level security;
create unique index calendar_days_once on calendar_days (territory_id, kind, lower(title), starts_on, ends_on) where state = 'kept';
