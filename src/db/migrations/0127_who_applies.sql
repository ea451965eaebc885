-- Calls published before their applicants were kept in words say «Кто подаёт» as their pages did then.
set constraints all immediate;
alter table published_calls no force row level security;
update published_calls c set who_applies = coalesce((
  select string_agg(case one when 'authority' then 'орган управления образованием' when 'operator' then 'методический центр'
    when 'organisation' then 'организация: ' || (
      select string_agg(case kind when 'school' then 'школа' when 'kindergarten' then 'детский сад'
        when 'supplementary' then 'организация дополнительного образования' when 'methodicalCentre' then 'методический центр'
        when 'institute' then 'институт развития образования' when 'authority' then 'орган управления образованием'
        else kind end, ', ' order by at_kind) from unnest(c.host_kinds) with ordinality as k (kind, at_kind))
    else one end, '; ' order by at)
  from unnest(c.initiators) with ordinality as i (one, at)), '') where who_applies = '';
alter table published_calls force row level security;
