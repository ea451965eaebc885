-- Any body of a regulation may be an organisation here, with people of its own and an office that signs.
alter table organisations add column body text check (body ~ '^[a-z][A-Za-z0-9]*$');
create unique index one_organisation_of_a_body on organisations (territory_id, body) where body is not null;

-- Who signs for an office besides its usual signatory, and when.
create table office_signatories (
  territory_id uuid not null references territories,
  issuer_id    uuid not null,
  person_id    uuid not null,
  post         text not null,
  starts_on    date not null,
  ends_on      date check (ends_on >= starts_on),
  primary key (territory_id, issuer_id, person_id, starts_on),
  foreign key (territory_id, issuer_id) references offices,
  foreign key (territory_id, person_id) references people
);
call protect_tenant_table('office_signatories');
create index office_signatories_by_person on office_signatories (territory_id, person_id);

-- The bodies of the regulation, beside the authority and the operator, in whose organisations a person works on a day.
create function bodies_of(territory uuid, person uuid, day date) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct g.body), '{}') from posts t
  join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
  where t.territory_id = territory and t.person_id = person and g.body is not null
    and t.starts_on <= day and (t.ends_on is null or t.ends_on >= day)
$$;

-- Whether a person may sign on a day: by the role, for an office whose paper says so, or as the usual signatory of a further body.
create function signs_on(territory uuid, person uuid, day date) returns boolean language sql stable as $$
  select exists (select from role_grants r where r.territory_id = territory and r.person_id = person and r.role = 'signatory'
      and r.starts_on <= day and (r.ends_on is null or r.ends_on >= day))
    or exists (select from office_signatories s where s.territory_id = territory and s.person_id = person
      and s.starts_on <= day and (s.ends_on is null or s.ends_on >= day))
    or exists (select from offices f join organisations g on g.territory_id = f.territory_id and g.id = f.issuer_id
      where f.territory_id = territory and f.signatory_id = person and g.body is not null)
$$;
