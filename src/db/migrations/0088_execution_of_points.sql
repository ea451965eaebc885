-- What an assignee sends with a report, and who took it.
alter table assignments add column accepted_by uuid;
alter table assignments add foreign key (territory_id, accepted_by) references people not valid;

alter table assignments no force row level security;
alter table history no force row level security;
update assignments a set accepted_by = (select h.person_id from history h
    where h.territory_id = a.territory_id and h.subject_id = a.id and h.kind = 'assignment.accepted' order by h.seq desc limit 1)
  where a.state = 'accepted';
alter table history force row level security;
alter table assignments force row level security;

create table assignment_files (
  territory_id  uuid not null,
  assignment_id uuid not null,
  file_id       uuid not null,
  primary key (territory_id, assignment_id, file_id),
  foreign key (territory_id, assignment_id) references assignments,
  foreign key (territory_id, file_id) references files
);
call protect_tenant_table('assignment_files');
