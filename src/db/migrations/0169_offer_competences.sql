-- What an offer of the network teaches: an event, a line of a plan or a topic of a programme names competences of the framework, beside its direction. (T-32)
create table offer_competences (
  territory_id  uuid not null,
  id            uuid not null,
  site_id       uuid not null,
  event_id      uuid,
  plan_id       uuid,
  line_key      uuid,
  programme_id  uuid,
  topic_id      uuid,
  competences   jsonb not null,
  edit_version  int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, event_id) references events,
  foreign key (territory_id, plan_id) references plans,
  foreign key (territory_id, programme_id) references programmes,
  unique (territory_id, event_id),
  unique (territory_id, plan_id, line_key),
  unique (territory_id, programme_id, topic_id),
  check (num_nonnulls(event_id, line_key, topic_id) = 1),
  check (num_nonnulls(plan_id, line_key) <> 1),
  check (num_nonnulls(programme_id, topic_id) <> 1),
  check (jsonb_array_length(competences) <= 5)
);
call protect_tenant_table('offer_competences');
