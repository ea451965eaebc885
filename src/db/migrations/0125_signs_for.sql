-- Whether a person signs for this office on a day: in the place of another as its paper says, as the usual signatory of a further body,
-- or by the role. Whoever has the role and belongs only to other offices does not sign for this one.
create function signs_for(territory uuid, issuer uuid, person uuid, day date) returns boolean language sql stable as $$
  select exists (select from office_signatories s where s.territory_id = territory and s.issuer_id = issuer and s.person_id = person
      and s.starts_on <= day and (s.ends_on is null or s.ends_on >= day))
    or exists (select from offices f join organisations g on g.territory_id = f.territory_id and g.id = f.issuer_id
      where f.territory_id = territory and f.issuer_id = issuer
        and (g.body is not null and f.signatory_id = person
          or (g.body is null or g.is_authority or g.is_operator)
            and exists (select from role_grants r where r.territory_id = territory and r.person_id = person and r.role = 'signatory'
              and r.starts_on <= day and (r.ends_on is null or r.ends_on >= day))
            and coalesce((select bool_or(o.issuer_id = issuer) from offices o where o.territory_id = territory
              and (o.signatory_id = person or exists (select from posts t
                where t.territory_id = territory and t.person_id = person and t.organisation_id = o.issuer_id
                  and t.starts_on <= day and (t.ends_on is null or t.ends_on >= day)))), true)))
$$;
