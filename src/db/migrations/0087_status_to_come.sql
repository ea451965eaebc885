-- A status that an order has given ahead is in the register from the day of the order: counting reads that day from the same index.
drop index register_counted;
create index register_counted on register_entries (starts_on, ends_on) include (territory_id, territory_code, kinds, direction, end_order, order_signed_on);
