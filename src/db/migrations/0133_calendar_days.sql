-- The school year of a territory as its operator keeps it: holidays, exam days, days off and days worked instead. It warns and never forbids. (issue 10, B)
create table calendar_days (
  territory_id uuid not null,
  id           uuid not null,
  kind         text not null check (kind in ('holidays', 'exam', 'dayOff', 'workDay')),
  title        text not null check (length(title) between 1 and 300),
  starts_on    date not null,
  ends_on      date not null check (ends_on >= starts_on),
  state        text not null default 'kept' check (state in ('kept', 'removed')),
  edit_version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id) references territories
);
create index calendar_days_kept on calendar_days (territory_id, starts_on, id) where state = 'kept';
call protect_public_table('calendar_days');
