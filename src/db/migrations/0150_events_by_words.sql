-- Events by their words: «где наставничество» looked at every event of the territory and took each apart, 0.3 s among 18,000 that are ahead.
-- The words of an event stand with all others in search_texts, its title as the heading, the name of its site among the rest. `place` is its end, by which
-- the nearest are taken in order; `part` says who may find it: a draft its own site, one that is called off who asks for it.
alter table search_texts drop constraint search_texts_kind_check;
alter table search_texts add check (kind in ('person', 'organisation', 'order', 'plan', 'programme', 'event'));
create index search_texts_of_events on search_texts (territory_id, (place collate "C")) where kind = 'event';

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
      select topic ->> 'id', topic ->> 'title', search_said(topic) from jsonb_array_elements(v.content -> 'topics') topic) said
  union all
  select e.territory_id, 'event', e.id, case e.state when 'draft' then e.site_id::text when 'cancelled' then e.state else '' end,
    to_char(e.ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), e.title, concat_ws(' ', e.audience, e.room, named.short_name)
  from events e left join register_entries named on named.territory_id = e.territory_id and named.site_id = e.site_id;

call keep_searched('events', 'event', 'select id from changed where territory_id = $1');
-- A site is called otherwise: its events are found by the new name.
create trigger search_named after insert on register_entries referencing new table as changed for each statement execute function search_changed('event',
  'select e.id from changed c join events e on e.territory_id = $1 and e.site_id = c.site_id where c.territory_id = $1');
create trigger search_renamed after update on register_entries referencing old table as former new table as changed for each statement execute function search_changed('event',
  'select e.id from changed c join former f on f.territory_id = $1 and f.site_id = c.site_id and f.short_name is distinct from c.short_name
    join events e on e.territory_id = $1 and e.site_id = c.site_id where c.territory_id = $1');

-- Events that end within a time and hold a question, or else what is most alike to it: the first so many of them, or the last. A word that many have is met
-- soon on the way through the time, a rare one is looked up: the planner chooses, so it is shown the words. Not for the program itself.
create function search_events_of(territory uuid, question text, since text, until text, newest boolean, most int, parts text[], is_public boolean) returns setof uuid
language plpgsql stable rows 300 set search_path = pg_catalog, public, pg_temp set client_min_messages = warning as $$
declare
  config constant regconfig := search_config('event');
  sign constant text := case when is_public then upper(search_sign(territory, 'event')) else search_sign(territory, 'event') end;
  forms tsquery := search_forms(config, question);
  is_guessed boolean := search_is_exact(question);
begin
  loop
    exit when forms is null or numnode(forms) = 0;
    return query execute format('select thing_id from search_texts where territory_id = %L and kind = ''event'' and search @@ %L and part = any(%L)'
        ' and place collate "C" >= %L and place collate "C" < %L', territory,
        regexp_replace(regexp_replace(forms::text, '<(-|\d+)>', '&', 'g'), '''([^'']+)''', '''' || sign || '\1''', 'g'), parts, coalesce(since, ''), coalesce(until, 'z'))
      || case when is_public then ' and exists (select from public_events o where o.territory_id = search_texts.territory_id and o.event_id = thing_id)' else '' end
      || ' order by place collate "C"' || case when newest then ' desc' else '' end || format(' limit %L', most);
    exit when found or is_guessed;
    is_guessed := true;
    forms := search_guess(config, question, array(select word from search_words where territory_id = territory));
  end loop;
end $$;
revoke execute on function search_events_of(uuid, text, text, text, boolean, int, text[], boolean) from public;

-- Those of the territory of the transaction.
create function search_events(question text, since text, until text, newest boolean, most int, parts text[]) returns setof uuid
language sql stable security definer rows 300 set search_path = pg_catalog, public, pg_temp as $$
  select search_events_of(current_setting('app.territory_id')::uuid, question, since, until, newest, most, parts, false) $$;
-- Those that everybody may see, by their title alone. Whoever asks stands in no territory: the words that are most alike are those of this one.
create function search_public_events(territory uuid, question text, since text, until text, newest boolean, most int) returns setof uuid
language plpgsql stable security definer rows 300 set search_path = pg_catalog, public, pg_temp as $$
declare
  scope constant text := current_setting('app.territory_id', true);
begin
  perform set_config('app.territory_id', territory::text, true);
  return query select search_events_of(territory, question, since, until, newest, most, '{""}', true);
  perform set_config('app.territory_id', coalesce(scope, ''), true);
end $$;

-- What is there already.
do $$
declare
  one uuid;
begin
  for one in select id from territories loop
    perform set_config('app.territory_id', one::text, true);
    perform search_refresh(one, 'event', array(select id from events where territory_id = one));
  end loop;
end $$;
