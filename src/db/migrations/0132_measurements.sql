-- How a trainee stands by a direction of the programme at the beginning, on the way and at the end, by the own word and by that of whoever leads. (C-61)
create table measurements (
  territory_id    uuid not null,
  id              uuid not null,
  traineeship_id  uuid not null,
  site_id         uuid not null,
  kind            text not null check (kind in ('entry', 'interim', 'exit')),
  side            text not null check (side in ('self', 'guide')),
  direction_id    uuid not null,
  direction       text not null,
  level           text not null check (level in ('hidden', 'begun', 'seen', 'steady')),
  measured_on     date not null,
  measured_by     uuid not null,
  primary key (territory_id, id),
  -- What was measured stays: there is one of a kind.
  unique (territory_id, traineeship_id, kind, side, direction_id),
  foreign key (territory_id, traineeship_id) references traineeships,
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, measured_by) references people
);
create index measurements_of_a_site on measurements (territory_id, site_id, measured_on);
call protect_tenant_table('measurements');
