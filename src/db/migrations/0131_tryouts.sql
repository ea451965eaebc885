-- What a trainee does on their own and hands in; assessed by the criteria of the programme, in words. (R-A2p)
create table tryouts (
  territory_id    uuid not null,
  id              uuid not null,
  traineeship_id  uuid not null,
  row_id          uuid not null,
  site_id         uuid not null,
  person_id       uuid not null,
  title           text not null,
  -- As the programme says it.
  assignment      text not null,
  state           text not null check (state in ('assigned', 'handedIn', 'returned', 'assessed')),
  -- How the trainee rates it, once: by criterion.
  self_levels     jsonb,
  remark          text check (length(remark) <= 4000),
  remark_on       uuid,
  levels          jsonb,
  comment         text check (length(comment) <= 4000),
  assessed_by     uuid,
  assessed_at     timestamptz,
  handed_at       timestamptz,
  created_at      timestamptz not null,
  edit_version    int not null default 1,
  primary key (territory_id, id),
  unique (territory_id, row_id),
  foreign key (territory_id, traineeship_id) references traineeships,
  foreign key (territory_id, row_id) references traineeship_rows,
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, assessed_by) references people,
  check ((state = 'assessed') = (levels is not null and assessed_by is not null and assessed_at is not null)),
  check (state <> 'returned' or remark is not null),
  check (assessed_by <> person_id)
);
create index tryouts_of_a_traineeship on tryouts (territory_id, traineeship_id);
create index tryouts_of_a_site on tryouts (territory_id, site_id, state);
create index tryouts_of_a_person on tryouts (territory_id, person_id);
call protect_tenant_table('tryouts');

-- Every round that was handed in stays as it was.
create table tryout_works (
  territory_id  uuid not null,
  id            uuid not null,
  tryout_id     uuid not null,
  number        int not null,
  words         text check (length(words) <= 4000),
  link          text check (link ~ '^https://'),
  -- Whether children are in the pictures; asked of every picture.
  children      boolean,
  handed_at     timestamptz not null,
  -- With what this round was returned.
  remark        text,
  primary key (territory_id, id),
  unique (territory_id, tryout_id, number),
  foreign key (territory_id, tryout_id) references tryouts
);
call protect_tenant_table('tryout_works');

create table tryout_files (
  territory_id  uuid not null,
  work_id       uuid not null,
  file_id       uuid not null,
  position      int not null,
  primary key (territory_id, work_id, file_id),
  foreign key (territory_id, work_id) references tryout_works,
  foreign key (territory_id, file_id) references files
);
call protect_tenant_table('tryout_files');

-- What was assessed never changes.
create function keep_assessed_tryouts() returns trigger language plpgsql as $$
begin
  if old.state = 'assessed' and (new.state, new.levels, new.comment, new.assessed_by, new.assessed_at)
      is distinct from (old.state, old.levels, old.comment, old.assessed_by, old.assessed_at) then
    raise exception 'tryout % is assessed', old.id using errcode = 'check_violation', constraint = 'assessed_tryouts_stay';
  end if;
  return new;
end $$;
create trigger assessed_tryouts_stay before update on tryouts for each row execute function keep_assessed_tryouts();
