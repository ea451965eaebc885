-- A paper may ask for several reports, each of a kind of its own, and for one on every practice that is finished. What was there is the first
-- kind, of a period.
alter table reports add column kind text not null default 'report' check (kind <> ''), add column title text check (title <> ''),
  add column practice text check (practice <> '');
alter table reports drop constraint one_report_of_a_period;
alter table reports add constraint one_report_of_a_kind unique nulls not distinct (territory_id, site_id, kind, period, practice);
