-- Days that a suspension adds to a status are no decision to prolong it, also where one order does both.
alter table site_extensions add column makes_up boolean not null default false;
alter table site_extensions no force row level security;
alter table suspensions no force row level security;
update site_extensions x set makes_up = true where exists (select from suspensions p where p.territory_id = x.territory_id
  and p.site_id = x.site_id and x.order_id in (p.order_id, p.ended_by_order_id));
alter table site_extensions force row level security;
alter table suspensions force row level security;

-- No page ever said which organisation is a further body, so nothing could be asked of it.
drop index one_organisation_of_a_body;
alter table organisations drop column body;
