-- A thing that changes twice in a day is told twice: which of several of the day a notice is. What reminds is the only one of its day.
alter table notices add column nth integer not null default 0;
alter table notices add unique (territory_id, person_id, kind, subject_id, on_day, nth);
alter table notices drop constraint notices_territory_id_person_id_kind_subject_id_on_day_key;
