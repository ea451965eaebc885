-- The learning half of the region (territory 2301): 250,000 events in 83 months with forty people each, which is ten million attendances; 20,480 trainees
-- on its 1,000 sites, 500 of them on the first one, their plans, try-outs and measurements; papers. The same rows every time.
-- Run by the superuser of a private cluster after country.sql, past row-level security and triggers.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';

create function pg_temp.id_of(kind text, n bigint) returns uuid immutable language sql return md5(kind || ' ' || n)::uuid;
create function pg_temp.region() returns uuid immutable language sql return md5('territory 2301')::uuid;
create function pg_temp.pick(words text[], n bigint) returns text immutable language sql return words[1 + n % cardinality(words)];
create function pg_temp.title(n bigint) returns text immutable language sql return
  pg_temp.pick(array['Открытый урок', 'Мастер-класс', 'Семинар', 'Разбор урока', 'Практикум', 'Круглый стол'], n) || ': '
  || pg_temp.pick(array['читательская грамотность', 'работа с текстом', 'задания на понимание', 'формирующее оценивание', 'работа в группах',
    'проектная деятельность', 'наставничество', 'финансовая грамотность', 'исследование на уроке'], n / 6) || ' '
  || pg_temp.pick(array['в сельской школе', 'в начальных классах', 'на уроках математики', 'на уроках русского языка', 'в малокомплектной школе'], n / 54);

-- Everybody of the region but the heads, by number.
create temporary table learners as
select n * 31 + k as p, pg_temp.id_of('teacher' || case k when 0 then '' else (k + 1)::text end, 40001 + n) as person_id,
  pg_temp.id_of('organisation', 40001 + n) as organisation_id
from generate_series(0, 3999) n, generate_series(0, 30) k;
create unique index on learners (p);
analyze learners;

create temporary table placed_events as
select n, 10001 + n % 1000 as site, (n / 1000) % 60 + 1 as line, month + make_interval(days => (n / 83) % 28, hours => 5 + (n / 2324) % 9) as starts_at
from (select n, date_trunc('month', now()) + make_interval(months => n % 83 - 77) as month from generate_series(0, $EVENTS - 1) n) m;
insert into events (territory_id, id, site_id, plan_id, line_key, title, form, starts_at, ends_at, room, places, kept_places, kept_until, takes_lessons, press_key,
  state, guests, closed_on, created_by, created_at)
select pg_temp.region(), pg_temp.id_of('event', n), pg_temp.id_of('site', site), pg_temp.id_of('plan', site), pg_temp.id_of('key', site * 100 + line), pg_temp.title(n),
  'openLesson', starts_at, starts_at + interval '90 minutes', 'Каб. ' || n % 40, case n % 3 when 0 then null when 1 then 45 else 40 end,
  case n % 3 when 1 then 5 end, case n % 3 when 1 then (starts_at - interval '7 days')::date end, n % 4 = 0, 'key ' || n,
  case when starts_at < now() - interval '2 hours' then 'closed' else 'open' end, case when starts_at < now() - interval '2 hours' then n % 5 end,
  case when starts_at < now() - interval '2 hours' then starts_at::date end, pg_temp.id_of('head', 30000 + site), starts_at - interval '30 days'
from placed_events;
select search_refresh(pg_temp.region(), 'event', array(select id from events where territory_id = pg_temp.region()));
insert into public_events (territory_id, event_id, site_id, title, form, state, is_remote, starts_at, ends_at, version, places, taken, kept, kept_until)
select territory_id, id, site_id, title, form, state, false, starts_at, ends_at, 1, places, 40, coalesce(kept_places, 0), kept_until from events;

-- Dropped while they are filled: an index is made many times faster at once.
create temporary table indexes_of_places as
select indexdef from pg_indexes i where tablename = 'event_places' and not exists (select from pg_constraint c where c.conname = i.indexname);
do $$ declare one text; begin
  for one in select indexname from pg_indexes i where tablename = 'event_places' and not exists (select from pg_constraint c where c.conname = i.indexname) loop
    execute 'drop index ' || one;
  end loop;
end $$;
insert into event_places (territory_id, id, event_id, person_id, organisation_id, attached, state, number, asked_at, released, released_by, released_at, present, known_by, marked_by, marked_at)
select pg_temp.region(), md5('place ' || n || ' ' || j)::uuid, pg_temp.id_of('event', n), l.person_id, l.organisation_id, j % 4 = 0, 'confirmed', j, starts_at - interval '20 days',
  null, null, null, case when past then j % 10 > 0 end, case when past then 'list' end, case when past then pg_temp.id_of('head', 30000 + site) end,
  case when past then starts_at end
from (select *, starts_at < now() - interval '2 hours' as past from placed_events) e
cross join generate_series(1, 40) j
join learners l on l.p = (n::bigint * 7919 + j * 3100 + j) % 124000;
do $$ declare one text; begin
  for one in select indexdef from indexes_of_places loop execute one; end loop;
end $$;
insert into event_answers (territory_id, id, event_id, useful, tries)
select pg_temp.region(), md5('answer ' || n || ' ' || j)::uuid, pg_temp.id_of('event', n), 1 + (n + j) % 4, pg_temp.pick(array['yes', 'maybe', 'no'], n + j)
from placed_events, generate_series(1, 4) j where starts_at < now() - interval '2 hours';

-- A programme a site; twenty trainees on each by it, five hundred on the first.
insert into programmes (territory_id, id, site_id, title, created_by, created_at)
select pg_temp.region(), pg_temp.id_of('programme', site), pg_temp.id_of('site', site), 'Урок для каждого: ' || pg_temp.title(site), pg_temp.id_of('head', 30000 + site), now()
from generate_series(10001, 11000) site;
insert into programme_versions (territory_id, id, programme_id, number, state, content, created_by, created_at, fixed_at)
select pg_temp.region(), pg_temp.id_of('programme version', site), pg_temp.id_of('programme', site), 1, 'fixed', $PROGRAMME, pg_temp.id_of('head', 30000 + site), now(), now()
from generate_series(10001, 11000) site;
create temporary table placed_trainees as
select row_number() over (order by site, k) as n, site, k, l.person_id, l.organisation_id
from generate_series(10001, 11000) site cross join lateral generate_series(1, case site when 10001 then 500 else 20 end) k
join learners l on l.p = (site * 613 + k * 37) % 124000;
insert into traineeships (territory_id, id, site_id, programme_id, version_id, person_id, organisation_id, post, starts_on, ends_on, guide_id, begun_by, state, created_by, created_at)
select pg_temp.region(), pg_temp.id_of('traineeship', n), pg_temp.id_of('site', site), pg_temp.id_of('programme', site), pg_temp.id_of('programme version', site), person_id,
  organisation_id, 'Учитель', current_date - 120 - (k % 7)::int, current_date + 150, pg_temp.id_of('head', 30000 + site), 'site', 'running', pg_temp.id_of('head', 30000 + site), now()
from placed_trainees;
insert into traineeship_rows (territory_id, id, traineeship_id, item_id, kind, position, topic, title, form, hours, planned_on, event_id, held_on, held_by)
select pg_temp.region(), md5('row ' || n || ' ' || j)::uuid, pg_temp.id_of('traineeship', n), pg_temp.id_of('item', j), case when j > 16 then 'tryOut' else 'session' end, j,
  'Тема ' || (j + 4) / 5, pg_temp.title(j), 'openLesson', 2, current_date - 120 + j * 12, case when j <= 10 then pg_temp.id_of('event', site - 10001 + 1000 * ((k + j * 21) % 250)) end,
  case when j between 11 and 13 then current_date - 120 + j * 12 end, case when j between 11 and 13 then pg_temp.id_of('head', 30000 + site) end
from placed_trainees, generate_series(1, 20) j;
insert into tryouts (territory_id, id, traineeship_id, row_id, site_id, person_id, title, assignment, state, handed_at, created_at)
select pg_temp.region(), md5('tryout ' || n || ' ' || j)::uuid, pg_temp.id_of('traineeship', n), md5('row ' || n || ' ' || j)::uuid, pg_temp.id_of('site', site), person_id,
  pg_temp.title(j), 'Проведите фрагмент урока и расскажите, что получилось', case when j = 17 then 'handedIn' else 'assigned' end, case when j = 17 then now() end, now()
from placed_trainees, generate_series(17, 20) j;
insert into measurements (territory_id, id, traineeship_id, site_id, kind, side, direction_id, direction, level, measured_on, measured_by)
select pg_temp.region(), md5('measure ' || n || ' ' || side || ' ' || d)::uuid, pg_temp.id_of('traineeship', n), pg_temp.id_of('site', site), 'entry', side, pg_temp.id_of('direction', d),
  'Направление ' || d, pg_temp.pick(array['hidden', 'begun', 'seen'], n + d), current_date - 110, person_id
from placed_trainees, generate_series(1, 3) d, unnest(array['self', 'guide']) side;

-- Papers: a hundred a site, each of four events.
create temporary table placed_papers as
select site, k, (site - 10001) * 100 + k as n, l.person_id, l.organisation_id, pg_temp.id_of('organisation', 30000 + site) as issuer_id
from generate_series(10001, 11000) site, generate_series(1, 100) k, learners l where l.p = (site * 31 + k * 1237) % 124000;
insert into certificate_runs (territory_id, id, site_id, starts_on, ends_on, kind, people, shared, done, asked_by, asked_at)
select pg_temp.region(), pg_temp.id_of('run', site), pg_temp.id_of('site', site), current_date - 400, current_date - 100, 'note', jsonb_agg(person_id), '{}', 100,
  pg_temp.id_of('head', 30000 + site), now()
from placed_papers group by site;
insert into certificates (territory_id, id, site_id, run_id, person_id, organisation_id, issuer_id, year, number, sort, kind, hours, starts_on, ends_on, issued_on, issued_by, code, printed)
select pg_temp.region(), pg_temp.id_of('paper', n), pg_temp.id_of('site', site), pg_temp.id_of('run', site), person_id, organisation_id, issuer_id,
  extract(year from current_date - 100)::int, k, 'participation', 'note', 8, current_date - 400, current_date - 101, current_date - 100, pg_temp.id_of('head', 30000 + site),
  translate(upper(left(md5('code ' || n), 26)), 'ILOU', '0123'), $PRINTED
from placed_papers;
insert into certified_events (territory_id, event_id, person_id, certificate_id, hours)
select pg_temp.region(), pg_temp.id_of('event', (site - 10001) + 1000 * ((k + j * 7) % 250)), person_id, pg_temp.id_of('paper', n), 2
from placed_papers, generate_series(1, 4) j;
insert into published_certificates (territory_id, certificate_id, site_id, code, printed, holder, is_name)
select territory_id, id, site_id, code, printed, 'И. А. И.', false from certificates;

set session_replication_role = origin;
