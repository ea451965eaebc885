-- Roles are what the regulation of a territory calls them; a body that is neither the authority nor the operator has its organisation too.
alter table appointments drop constraint appointments_kind_check, add constraint appointments_kind_check check (kind ~ '^[a-z][A-Za-z0-9]*$');
alter table organisations add column body text check (body ~ '^[a-z][A-Za-z0-9]*$');
create unique index one_organisation_of_a_body on organisations (territory_id, body) where body is not null;
