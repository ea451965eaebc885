-- What a regulation asks for by itself stands beside what the system knows: own columns of a plan, own items of an application.
alter table plan_lines add column own jsonb not null default '{}' check (jsonb_typeof(own) = 'object');
alter table applications add column own jsonb not null default '{}' check (jsonb_typeof(own) = 'object');

-- What stands in columns of the paper's own is found with the line it stands in.
create or replace view search_due as
  select p.territory_id, 'person' as kind, p.id as thing_id, '' as part, p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, '') as place,
    p.family_name || coalesce(f.families, '') as heading, p.given_name || ' ' || coalesce(p.patronymic, '') || coalesce(f.others, '') as more
  from people p left join lateral (
    select string_agg(' ' || family_name, '' order by ends_on) as families,
      string_agg(' ' || given_name || ' ' || coalesce(patronymic, ''), '' order by ends_on) as others
    from former_names_of_people x where x.territory_id = p.territory_id and x.person_id = p.id) f on true
  union all
  select g.territory_id, 'organisation', g.id, '', g.short_name, g.short_name || coalesce(f.shorter, ''),
    g.full_name || ' ' || coalesce(g.settlement, '') || coalesce(f.fuller, '')
  from organisations g left join lateral (
    select string_agg(' ' || short_name, '' order by ends_on) as shorter, string_agg(' ' || full_name, '' order by ends_on) as fuller
    from former_names_of_organisations x where x.territory_id = g.territory_id and x.organisation_id = g.id) f on true
  union all
  select territory_id, 'order', id, '', (date '9999-12-31' - signed_on)::text || ' ' || id, title || ' ' || number_text || ' ' || to_char(signed_on, 'DD.MM.YYYY'), preamble
  from orders where state in ('signed', 'revoked')
  union all
  select p.territory_id, 'order', o.id, p.number, (date '9999-12-31' - o.signed_on)::text || ' ' || o.id || ' ' || lpad(p.position::text, 5, '0'), '', p.text
  from orders o join order_points p on p.territory_id = o.territory_id and p.order_id = o.id where o.state in ('signed', 'revoked')
  union all
  select l.territory_id, 'plan', v.plan_id, l.line_key::text, coalesce((date '9999-12-31' - l.starts_on)::text, '') || ' ' || l.line_key, l.activity, coalesce(search_said(l.own), '')
  from plan_versions v join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id where v.state = 'approved'
  union all
  select p.territory_id, 'programme', p.id, said.part, p.title, said.heading, coalesce(said.more, '') as more
  from programmes p
    join lateral (select content from programme_versions v where v.territory_id = p.territory_id and v.programme_id = p.id order by v.number desc limit 1) v on true
    cross join lateral (
      select '' as part, p.title as heading, search_said(v.content - 'topics') as more
      union all
      select topic ->> 'id', topic ->> 'title', search_said(topic) from jsonb_array_elements(v.content -> 'topics') topic) said;
