-- What members of a site propose for its plan, until its head takes it into a draft or declines it with a reason. (U-43)
create table plan_proposals (
  territory_id uuid not null,
  id           uuid not null,
  plan_id      uuid not null,
  activity     text not null check (length(activity) between 1 and 1000),
  form         text,
  starts_on    date,
  ends_on      date check (ends_on >= starts_on),
  why          text check (length(why) between 1 and 1000),
  proposed_by  uuid not null,
  proposed_at  timestamptz not null,
  state        text not null default 'proposed' check (state in ('proposed', 'taken', 'declined', 'withdrawn')),
  reason       text check (length(reason) between 1 and 1000),
  -- The line it has become.
  line_key     uuid,
  edit_version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, plan_id) references plans,
  foreign key (territory_id, proposed_by) references people,
  check ((starts_on is null) = (ends_on is null)),
  check ((state = 'declined') = (reason is not null)),
  check ((state = 'taken') = (line_key is not null))
);
create index plan_proposals_of_a_plan on plan_proposals (territory_id, plan_id, proposed_at);
create index plan_proposals_that_wait on plan_proposals (territory_id, plan_id) where state = 'proposed';
create index plan_proposals_of_a_person on plan_proposals (territory_id, proposed_by);
call protect_tenant_table('plan_proposals');
