-- The operator's submission (представление) to the authority: which applications to grant, in which order, and why. (R-31)
create table operator_submissions (
  territory_id uuid not null,
  id           uuid not null,
  call_id      uuid,
  state        text not null default 'draft' check (state in ('draft', 'sent', 'returned', 'drafted', 'decided')),
  number       int not null,
  year         int not null,
  text         text not null default '',
  prepared_by  uuid not null,
  created_at   timestamptz not null,
  sent_by      uuid,
  sent_at      timestamptz,
  sent_on      date,
  remark       text,
  -- The draft order in which the authority's choice has been written down.
  order_id     uuid,
  decided_at   timestamptz,
  edit_version int not null default 1,
  primary key (territory_id, id),
  constraint submission_number_is_unique unique (territory_id, year, number),
  foreign key (territory_id, call_id) references calls,
  foreign key (territory_id, prepared_by) references people,
  foreign key (territory_id, sent_by) references people,
  foreign key (territory_id, order_id) references orders,
  check (state = 'draft' or state = 'returned' or sent_at is not null),
  check (state <> 'returned' or remark is not null)
);
create index submissions_of_a_call on operator_submissions (territory_id, call_id);
create index submission_of_an_order on operator_submissions (territory_id, order_id);
call protect_tenant_table('operator_submissions');

create table submission_items (
  territory_id    uuid not null,
  submission_id   uuid not null,
  application_id  uuid not null,
  position        int not null,
  proposal        text not null check (proposal in ('include', 'exclude')),
  proposal_reason text not null default '',
  decision        text check (decision in ('include', 'exclude')),
  decision_reason text not null default '',
  primary key (territory_id, submission_id, application_id),
  foreign key (territory_id, submission_id) references operator_submissions on delete cascade,
  foreign key (territory_id, application_id) references applications
);
create index submissions_of_an_application on submission_items (territory_id, application_id);
call protect_tenant_table('submission_items');
