-- Papers about a programme that was mastered: of one finished traineeship each, given when the conditions of its own version are met. (X-T1)
alter table certificate_runs
  add column sort text not null default 'participation' check (sort in ('participation', 'completion')),
  -- Of papers about a programme: whose traineeship it is, in the order of `people`.
  add column traineeships jsonb not null default '[]' check (jsonb_typeof(traineeships) = 'array'),
  add check (jsonb_array_length(traineeships) = case sort when 'completion' then jsonb_array_length(people) else 0 end);

alter table certificates
  add column traineeship_id uuid,
  add foreign key (territory_id, traineeship_id) references traineeships not valid,
  add check ((sort = 'completion') = (traineeship_id is not null));
create index certificates_of_a_traineeship on certificates (territory_id, traineeship_id);
-- A traineeship has one paper that holds; a revoked one makes room for another.
create unique index one_paper_of_a_traineeship on certificates (territory_id, traineeship_id) where state = 'issued';
