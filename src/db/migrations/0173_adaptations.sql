-- What a trainee brings home: a model of one's own made for one's own school, whether it was introduced, and what became of it. (L-13)
create table adaptations (
  territory_id    uuid not null,
  id              uuid not null,
  traineeship_id  uuid not null,
  site_id         uuid not null,
  person_id       uuid not null,
  -- Where it is introduced: the school from which the trainee came.
  organisation_id uuid not null,
  takes           text not null check (length(takes) between 1 and 1000),
  changes         text not null check (length(changes) between 1 and 1000),
  place           text not null check (length(place) between 1 and 300),
  planned_on      date not null,
  sign            text not null check (length(sign) between 1 and 1000),
  state           text not null check (state in ('described', 'introduced', 'checked', 'ended', 'takenBack')),
  introduced_on   date,
  -- On which days it is asked about: counted when it is introduced, so that a later choice of the centre moves nothing.
  first_check_on  date,
  second_check_on date,
  first_outcome   text check (first_outcome in ('introduced', 'adapted', 'didNotFit')),
  first_why       text check (length(first_why) between 1 and 1000),
  first_on        date,
  second_outcome  text check (second_outcome in ('introduced', 'adapted', 'didNotFit')),
  second_why      text check (length(second_why) between 1 and 1000),
  second_on       date,
  created_at      timestamptz not null,
  edit_version    int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, traineeship_id) references traineeships,
  foreign key (territory_id, site_id) references sites,
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, organisation_id) references organisations,
  check ((state in ('introduced', 'checked', 'ended')) = (introduced_on is not null and first_check_on is not null and second_check_on is not null)),
  check (first_check_on > introduced_on and second_check_on > first_check_on),
  check ((first_outcome is null) = (first_on is null) and (second_outcome is null) = (second_on is null)),
  check (first_outcome is distinct from 'didNotFit' or first_why is not null),
  check (second_outcome is distinct from 'didNotFit' or second_why is not null),
  check (state <> 'checked' or first_outcome is not null),
  check ((state = 'ended') = (second_outcome is not null)),
  -- What did not fit is not asked about again.
  check (first_outcome is distinct from 'didNotFit' or second_outcome is null)
);
-- Of one traineeship one model at a time is on its way.
create unique index adaptations_one_on_its_way on adaptations (territory_id, traineeship_id)
  where state in ('described', 'introduced', 'checked') and first_outcome is distinct from 'didNotFit';
create index adaptations_of_a_traineeship on adaptations (territory_id, traineeship_id);
create index adaptations_of_a_person on adaptations (territory_id, person_id);
create index adaptations_of_a_site on adaptations (territory_id, site_id, introduced_on);
create index adaptations_of_an_organisation on adaptations (territory_id, organisation_id);
create index adaptations_asked on adaptations (territory_id, first_check_on) where state in ('introduced', 'checked');
call protect_tenant_table('adaptations');

-- What others say of it: how whoever leads the trainee has helped, what the head of the school has to add. Nothing of it is changed.
create table adaptation_words (
  territory_id  uuid not null,
  id            uuid not null,
  adaptation_id uuid not null,
  said_by       uuid not null,
  said_as       text not null check (said_as in ('guide', 'head')),
  words         text not null check (length(words) between 1 and 1000),
  said_at       timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, adaptation_id) references adaptations,
  foreign key (territory_id, said_by) references people
);
create index adaptation_words_in_turn on adaptation_words (territory_id, adaptation_id, said_at);
call protect_tenant_table('adaptation_words');
