-- A remark at an item of an application is settled when the operator has seen it put right in a later round. (R-33)
alter table application_remarks add column settled_at timestamptz;
alter table application_remarks add column settled_by uuid;
alter table application_remarks add foreign key (territory_id, settled_by) references people not valid;
alter table application_remarks add check ((settled_at is null) = (settled_by is null)) not valid;

-- Who waits for an answer, and by when, is asked of the whole territory every morning.
create index open_information_requests on information_requests (territory_id, due_on) where state = 'asked';
