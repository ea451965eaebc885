-- Plans, reports and what the public sees of them are kept by a period of any kind: «2021/22», «2023», «2023-1пг», «2023-2кв», «срок».
-- A whole term ends with the status, so its last day is not written down. Columns are rewritten in place: no row is another's to change here.
create function pg_temp.academic_year(first int) returns text language sql immutable as
  $$ select first || '/' || lpad(((first + 1) % 100)::text, 2, '0') $$;

alter table plans add column starts_on date, add column ends_on date;
alter table plans alter column starts_on type date using make_date(academic_year, 9, 1), alter column ends_on type date using make_date(academic_year + 1, 8, 31);
alter table plans alter column academic_year type text using pg_temp.academic_year(academic_year);
alter table plans rename column academic_year to period;
alter table plans alter column starts_on set not null, add check (ends_on is null or starts_on <= ends_on);
alter table plans rename constraint plans_territory_id_site_id_academic_year_key to one_plan_of_a_period;

alter table reports add column starts_on date, add column ends_on date;
alter table reports alter column starts_on type date using make_date(academic_year, 9, 1), alter column ends_on type date using make_date(academic_year + 1, 8, 31);
alter table reports alter column academic_year type text using pg_temp.academic_year(academic_year);
alter table reports rename column academic_year to period;
alter table reports alter column starts_on set not null, add check (ends_on is null or starts_on <= ends_on);
alter table reports rename constraint reports_territory_id_site_id_academic_year_key to one_report_of_a_period;

alter table register_activities alter column academic_year type text using pg_temp.academic_year(academic_year);
alter table register_activities rename column academic_year to period;

alter table notices alter column params type jsonb using case when params ? 'academicYear'
  then params - 'academicYear' || jsonb_build_object('period', pg_temp.academic_year((params ->> 'academicYear')::int)) else params end;
