-- Who saved a part of an application last, and how often it has been saved: two people may write different parts at the same time.
-- A part is a section, or «organisation:» with the id of one.
create table application_sections (
  territory_id   uuid not null,
  application_id uuid not null,
  section        text not null,
  edit_version   int not null,
  saved_by       uuid not null,
  saved_at       timestamptz not null,
  primary key (territory_id, application_id, section),
  foreign key (territory_id, application_id) references applications on delete cascade,
  foreign key (territory_id, saved_by) references people
);
call protect_tenant_table('application_sections');
