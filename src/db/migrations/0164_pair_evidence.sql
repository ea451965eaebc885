-- What a mentor shows of the pairs they led: made by the person alone, checked by a code. (L-O42)
create table pair_evidence (
  territory_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  code         text not null,
  issued_on    date not null,
  printed      jsonb not null,
  primary key (territory_id, id),
  foreign key (territory_id, person_id) references people
);
create index pair_evidence_of_a_person on pair_evidence (territory_id, person_id, issued_on);
call protect_tenant_table('pair_evidence');

-- What anybody with the code may read: all that is printed, and the first letters of the name.
create table published_pair_evidence (
  territory_id uuid not null references territories,
  evidence_id  uuid not null,
  code         text not null,
  printed      jsonb not null,
  holder       text not null,
  primary key (territory_id, evidence_id),
  foreign key (territory_id, evidence_id) references pair_evidence
);
create unique index published_pair_evidence_by_code on published_pair_evidence (code);
call protect_public_table('published_pair_evidence');
