-- What is agreed is few among all that was ever sent: programmes to learn by are looked for from it.
create index procedures_passed on procedures (territory_id, kind, subject_id) where state = 'passed';
