-- Notices also go out as letters: the urgent ones at once, the others once a day (src/modules/reminders).
alter table notices add column mailed_at timestamptz;
drop index notices_unread;
create index notices_by_person on notices (territory_id, person_id, on_day desc, created_at desc, id desc);
create index notices_unread on notices (territory_id, person_id) where read_at is null;
create index notices_not_mailed on notices (territory_id, on_day) where mailed_at is null;
