-- A постановление too, and by which acts the offices of a territory decide: its pages, letters and refusals are worded by it. Null where they
-- differ.
alter table offices drop constraint offices_act_kind_check, add constraint offices_act_kind_check check (act_kind in ('order', 'directive', 'resolution'));
alter table orders drop constraint orders_kind_check, add constraint orders_kind_check check (kind in ('order', 'directive', 'resolution'));
alter table territories add column act_kind text check (act_kind in ('order', 'directive', 'resolution'));

alter table offices no force row level security;
update territories t set act_kind = (select min(o.act_kind) from offices o where o.territory_id = t.id having count(distinct o.act_kind) = 1);
alter table offices force row level security;
