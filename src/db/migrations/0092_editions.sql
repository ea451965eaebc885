-- An edition of a regulation is written in the browser before an order approves it. It goes through states like any case, with a version that
-- keeps two who write it from losing each other's text; one that was dropped stays, and its number may be given again.
alter table regulations
  add column state        text not null default 'draft' check (state in ('draft', 'approved', 'dropped')),
  add column edit_version int not null default 1;
-- What is public does not change by this, so its trigger rests; the owner sees all tenants while the rows are filled.
alter table regulations disable trigger regulation_in_force_is_public, no force row level security;
update regulations set state = 'approved' where starts_on is not null;
alter table regulations enable trigger regulation_in_force_is_public, force row level security;
alter table regulations
  add constraint regulation_approved_by_order check ((state = 'approved') = (starts_on is not null)),
  drop constraint regulations_territory_id_version_key;
create unique index one_regulation_of_a_number on regulations (territory_id, version) where state <> 'dropped';
