-- What waits for the operator's check, oldest first.
create index applications_waiting_for_check on applications (territory_id, submitted_at) where state = 'submitted';
