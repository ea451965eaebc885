-- What waits for a controller's word is few among all tasks ever given.
create index assignments_awaiting_acceptance on assignments (territory_id, order_id) where state = 'done';
