-- Meetings of a pair: one line by either side; the other may disagree, and both lines stay. (L-O42)
create table pair_meetings (
  territory_id uuid not null,
  id           uuid not null,
  pair_id      uuid not null,
  held_on      date not null,
  minutes      int not null check (minutes between 1 and 480),
  line         text not null check (length(line) between 1 and 300),
  written_by   uuid not null,
  created_at   timestamptz not null,
  doubted_at   timestamptz,
  doubt        text check (length(doubt) between 1 and 300),
  primary key (territory_id, id),
  foreign key (territory_id, pair_id) references pairs on delete cascade,
  foreign key (territory_id, written_by) references people,
  check (doubt is null or doubted_at is not null)
);
create index pair_meetings_of_a_pair on pair_meetings (territory_id, pair_id, held_on);
call protect_tenant_table('pair_meetings');
