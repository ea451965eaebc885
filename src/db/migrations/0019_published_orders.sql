-- The public list of orders: by day, by territory and by words of the title and the points.
create index published_orders_by_day on published_orders (signed_on desc, order_id);
create index published_orders_of_territory on published_orders (territory_id, signed_on desc, order_id);
create index published_orders_words on published_orders
  using gin ((to_tsvector('russian', title) || to_tsvector('russian', snapshot -> 'points')));
