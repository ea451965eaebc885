-- A suspension may have its last day from the beginning: then the site works again by itself. Wishes and points of orders written before have none.
alter table status_cases add column until_day date check (until_day >= on_day);
alter table order_effects disable trigger effect_of_a_signed_order, no force row level security;
update order_effects set effect = effect || '{"to": null}' where effect ->> 'kind' = 'suspendStatus' and not effect ? 'to';
alter table order_effects enable trigger effect_of_a_signed_order, force row level security;
