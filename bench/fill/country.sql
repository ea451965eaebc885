-- A country: 2,300 territories with 40,000 organisations and 1.28 million people, 10,000 sites in 250 of them, their plans and orders; and one region by
-- itself (territory 2301) with 4,000 organisations, 128,000 people and 1,000 sites. The same rows every time.
-- Run by the superuser of a private cluster, past row-level security and triggers; $REGULATION is the text of a regulation.
set session_replication_role = replica;
set synchronous_commit = off;

create function pg_temp.id_of(kind text, n bigint) returns uuid immutable language sql return md5(kind || ' ' || n)::uuid;
create function pg_temp.pick(words text[], n bigint) returns text immutable language sql return words[1 + n % cardinality(words)];
create function pg_temp.settlement(n bigint) returns text immutable language sql return
  pg_temp.pick(array['Верхне', 'Нижне', 'Старо', 'Ново', 'Красно', 'Мало', 'Больше', 'Усть', 'Бело', 'Черно', 'Горно', 'Средне'], n)
  || pg_temp.pick(array['каменск', 'реченск', 'озёрск', 'лесное', 'горское', 'полянск', 'яровое', 'борское', 'луговое', 'холмск', 'бродское', 'зерновск',
    'михайловка', 'ивановка', 'петровское', 'никольское', 'троицкое', 'дмитровка', 'алексеевск'], n / 12);
create function pg_temp.theme(n bigint) returns text immutable language sql return
  pg_temp.pick(array['Развитие', 'Формирование', 'Совершенствование', 'Сопровождение', 'Оценка', 'Проектирование', 'Обновление'], n) || ' '
  || pg_temp.pick(array['функциональной грамотности', 'читательской грамотности', 'школьной образовательной среды', 'профессиональных умений педагогов',
    'инклюзивного образования', 'цифровых компетенций', 'проектной деятельности', 'воспитательной работы', 'методической службы',
    'наставничества', 'финансовой грамотности', 'естественно-научного мышления', 'предметных результатов'], n / 7) || ' '
  || pg_temp.pick(array['в сельской школе', 'в начальных классах', 'на уроках математики', 'на уроках русского языка', 'в дошкольном возрасте',
    'в малокомплектной школе', 'через сетевое взаимодействие', 'в подростковой среде', 'средствами дополнительного образования'], n / 91);

insert into territories (id, code, name, short_name, region, level, time_zone, created_at, loaded_at)
select pg_temp.id_of('territory', n), 'bench' || n, pg_temp.settlement(n) || ' муниципальный округ № ' || n, pg_temp.settlement(n) || ' округ ' || n,
  'Область ' || n % 89, 'municipal', 'Europe/Moscow', now(), now()
from generate_series(1, 2300) n
union all select pg_temp.id_of('territory', 2301), 'region', 'Область, в которой всё в одной территории', 'Область', 'Область 90', 'regional', 'Europe/Moscow', now(), now();

-- The first 28,000 belong to the 250 territories that have sites, the others to the rest.
create temporary table placed_organisations as
select n, case when n <= 28000 then 1 + (n - 1) % 250 when n <= 40000 then 251 + (n - 28001) % 2050 else 2301 end as territory,
  case when n % 10 < 6 then 'school' when n % 10 < 9 then 'kindergarten' else 'supplementary' end as kind
from generate_series(1, 44000) n;

insert into organisations (territory_id, id, kind, full_name, short_name, settlement, is_authority, is_operator, created_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of('organisation', n), kind,
  case kind when 'school' then 'Муниципальное бюджетное общеобразовательное учреждение «' || pg_temp.settlement(n) || ' средняя общеобразовательная школа № ' || n || '»'
    when 'kindergarten' then 'Муниципальное дошкольное образовательное учреждение «Детский сад № ' || n || ' села ' || pg_temp.settlement(n) || '»'
    else 'Муниципальное учреждение дополнительного образования «Дом детского творчества № ' || n || '»' end,
  case kind when 'school' then 'Школа № ' when 'kindergarten' then 'Детский сад № ' else 'Дом творчества № ' end || n || ', ' || pg_temp.settlement(n),
  pg_temp.settlement(n), false, false, now()
from placed_organisations;
insert into organisations (territory_id, id, kind, full_name, short_name, is_authority, is_operator, created_at)
select pg_temp.id_of('territory', n), pg_temp.id_of('authority', n), 'authority', 'Управление образования № ' || n, 'Управление образования', true, true, now()
from generate_series(1, 2301) n;

-- A head, a teacher and thirty more people in each organisation.
create temporary table roles_of_people as select 'head' as role union all select 'teacher' union all select 'teacher' || k from generate_series(2, 31) k;
insert into people (territory_id, id, family_name, given_name, patronymic, gender, created_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of(role, n),
  pg_temp.pick(array['Иванова', 'Смирнова', 'Кузнецова', 'Попова', 'Васильева', 'Петрова', 'Соколова', 'Михайлова', 'Новикова', 'Фёдорова', 'Морозова'], n),
  pg_temp.pick(array['Анна', 'Елена', 'Ольга', 'Наталья', 'Татьяна', 'Ирина', 'Светлана'], n / 11),
  pg_temp.pick(array['Ивановна', 'Петровна', 'Сергеевна', 'Николаевна', 'Александровна'], n / 77), 'female', now()
from placed_organisations cross join roles_of_people;
insert into posts (territory_id, id, person_id, organisation_id, kind, title, starts_on)
select pg_temp.id_of('territory', territory), pg_temp.id_of('post ' || role, n), pg_temp.id_of(role, n), pg_temp.id_of('organisation', n), rtrim(role, '0123456789'),
  case role when 'head' then 'Директор' else 'Учитель' end, current_date - 3000
from placed_organisations cross join roles_of_people;

-- In each territory with sites: whoever signs, a regulation in force, twenty signed orders (two hundred in the first territory, nine hundred in the
-- region).
create temporary table at_work as select n from generate_series(1, 250) n union all select 2301;
insert into people (territory_id, id, family_name, given_name, patronymic, gender, created_at)
select pg_temp.id_of('territory', n), pg_temp.id_of('official', n), 'Главная', 'Мария', 'Павловна', 'female', now() from at_work;
insert into role_grants (territory_id, id, person_id, role, starts_on)
select pg_temp.id_of('territory', n), pg_temp.id_of('role ' || role, n), pg_temp.id_of('official', n), role, current_date - 3000
from at_work cross join unnest(array['official', 'signatory', 'methodist']) role;

create temporary table placed_orders as
select n as territory, k, (n - 1) * 1000 + k as n, current_date - 2 * k as day
from at_work, generate_series(1, case n when 1 then 200 when 2301 then 900 else 20 end) k;
insert into orders (territory_id, id, issuer_id, kind, state, title, preamble, enacting_word, signatory_id, controller_id, prepared_by, template_code, year, number,
  number_text, number_given_by, signed_on, effective_on, signed_at, signatory_post, snapshot, created_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of('order', n), pg_temp.id_of('authority', territory), 'order', 'signed',
  'О стажировочных площадках: ' || pg_temp.theme(n), 'Чтобы учителя учились друг у друга', 'приказываю:', pg_temp.id_of('official', territory),
  pg_temp.id_of('official', territory), pg_temp.id_of('official', territory), 'plain', extract(year from day)::int, k, k || '-о', 'system', day, day, day, 'Начальник',
  '{}', day
from placed_orders;
insert into order_points (territory_id, id, order_id, position, number, text, is_task, due_on)
select pg_temp.id_of('territory', territory), pg_temp.id_of('point ' || p, n), pg_temp.id_of('order', n), p, p::text,
  'Провести работу по направлению «' || pg_temp.theme(n + p) || '» и сообщить об исполнении.', true, day + 10 * p
from placed_orders, generate_series(1, 5) p;
insert into assignments (territory_id, id, order_id, point_id, person_id, state, done_on, accepted_on)
select pg_temp.id_of('territory', territory), pg_temp.id_of('assignment ' || p, n), pg_temp.id_of('order', n), pg_temp.id_of('point ' || p, n),
  pg_temp.id_of('head', case territory when 2301 then 40001 + (k * 5 + p) % 1000 else territory + 250 * ((k + p) % 40) end), case when k % 10 = 0 then 'open' when k % 10 = 1 then 'done' else 'accepted' end,
  case when k % 10 > 0 then day + 5 end, case when k % 10 > 1 then day + 6 end
from placed_orders, generate_series(1, 5) p;
insert into acquaintances (territory_id, order_id, person_id, confirmed_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of('order', n), pg_temp.id_of('head', case territory when 2301 then 40001 + (k * 40 + p) % 1000 else territory + 250 * p end), case when k > 2 then now() end
from placed_orders, generate_series(0, 39) p where k <= 20;

insert into regulation_lines (territory_id, id, code, name, position, created_at)
select pg_temp.id_of('territory', n), pg_temp.id_of('line', n), 'main', 'Положение о площадках', 1, now() from at_work;
insert into regulations (territory_id, id, line_id, version, state, document, order_id, point_number, starts_on, created_at)
select pg_temp.id_of('territory', n), pg_temp.id_of('regulation', n), pg_temp.id_of('line', n), 1, 'approved', $REGULATION, pg_temp.id_of('order', (n - 1) * 1000 + 20), '1', current_date - 3000, now()
from at_work;
insert into published_regulations (territory_id, regulation_id, line_id, version, document, order_id, point_number, starts_on)
select territory_id, id, line_id, version, document, order_id, point_number, starts_on from regulations;

-- Forty sites a territory: seven of ten in force, two ended, one without an end.
create temporary table placed_sites as
select n, 1 + (n - 1) % 250 as territory, (n - 1) / 250 as k, n as host,
  case when (n / 250) % 10 in (7, 8) then current_date - 1400 - n % 300 else current_date - 60 - n * 37 % 800 end as starts_on,
  case when (n / 250) % 10 in (7, 8) then current_date - 30 - n % 300 when (n / 250) % 10 = 9 then null else current_date + n * 53 % 700 end as ends_on
from generate_series(1, 10000) n
union all
select n, 2301, n - 10001, 30000 + n,
  case when n % 10 in (7, 8) then current_date - 1400 - n % 300 else current_date - 60 - n * 37 % 800 end,
  case when n % 10 in (7, 8) then current_date - 30 - n % 300 when n % 10 = 9 then null else current_date + n * 53 % 700 end
from generate_series(10001, 11000) n;
insert into sites (territory_id, id, theme, direction, starts_on, ends_on, granted_until, regulation_id, order_id, point_number, created_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of('site', n), pg_temp.theme(n), null, starts_on, ends_on, ends_on, pg_temp.id_of('regulation', territory),
  pg_temp.id_of('order', (territory - 1) * 1000 + 20 - k % 10), '1', now()
from placed_sites;
insert into site_organisations (territory_id, site_id, line_id, organisation_id, is_lead, position, theme_key, starts_on, ends_on)
select pg_temp.id_of('territory', territory), pg_temp.id_of('site', n), pg_temp.id_of('line', territory), pg_temp.id_of('organisation', host), true, 1, pg_temp.theme(n), starts_on, ends_on
from placed_sites;
insert into attachments (territory_id, id, site_id, organisation_id, starts_on, ends_on, order_id, point_number)
select pg_temp.id_of('territory', territory), pg_temp.id_of('attachment ' || j, n), pg_temp.id_of('site', n),
  pg_temp.id_of('organisation', case territory when 2301 then 41001 + (k * 6 + j) % 3000 else 10000 + territory + 250 * ((k + 11 * j) % 72) end), starts_on, ends_on, pg_temp.id_of('order', (territory - 1) * 1000 + 20 - k % 10), '2'
from placed_sites, generate_series(1, 6) j;
insert into appointments (territory_id, id, person_id, kind, site_id, starts_on, ends_on, order_id, point_number)
select pg_temp.id_of('territory', territory), pg_temp.id_of('appointment ' || kind, n), pg_temp.id_of(case kind when 'head' then 'head' else 'teacher' end, host),
  kind, pg_temp.id_of('site', n), starts_on, ends_on, pg_temp.id_of('order', (territory - 1) * 1000 + 20 - k % 10), '1'
from placed_sites cross join unnest(array['head', 'coordinator', 'mentor']) kind;

-- A plan of the working year for each site: twelve lines, forty in the first territory, sixty in the region; what has passed is mostly reported.
create temporary table placed_lines as
select s.n, s.territory, s.host, p, s.n * 100 + p as line, $YEAR_STARTS::date + (p * 300 / lines)::int as day
from (select *, case territory when 1 then 40 when 2301 then 60 else 12 end as lines from placed_sites) s, generate_series(1, lines) p;
insert into plans (territory_id, id, site_id, period, starts_on, ends_on, created_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of('plan', n), pg_temp.id_of('site', n), $PERIOD, $YEAR_STARTS::date, $YEAR_STARTS::date + interval '1 year -1 day', now() from placed_sites;
insert into plan_versions (territory_id, id, plan_id, number, state, created_at, submitted_at, approved_at, approved_on)
select pg_temp.id_of('territory', territory), pg_temp.id_of('version', n), pg_temp.id_of('plan', n), 1,
  case when n % 20 = 0 then 'submitted' when n % 20 = 1 and territory > 1 then 'draft' else 'approved' end, now(), now(), now(), current_date
from placed_sites;
insert into plan_lines (territory_id, id, version_id, line_key, position, activity, form, starts_on, ends_on)
select pg_temp.id_of('territory', territory), pg_temp.id_of('line', line), pg_temp.id_of('version', n), pg_temp.id_of('key', line), p,
  'Открытый урок и обсуждение: ' || pg_temp.theme(line), 'openLesson', day, day from placed_lines;
insert into plan_line_people (territory_id, line_id, person_id)
select pg_temp.id_of('territory', territory), pg_temp.id_of('line', line), pg_temp.id_of(case when p % 2 = 0 then 'head' else 'teacher' end, host) from placed_lines;
insert into executions (territory_id, plan_id, line_key, outcome, held_on, people_count, recorded_by, recorded_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of('plan', n), pg_temp.id_of('key', line), 'held', day, 12, pg_temp.id_of('head', host), day
from placed_lines where day < current_date and p % 5 > 0;

-- What happened: thirty facts a site. The chain of hashes is left out: it is checked elsewhere.
insert into history (territory_id, seq, id, at, person_id, kind, subject_id, site_id, facts, prev_hash, hash)
select pg_temp.id_of('territory', territory), k * 30 + j, pg_temp.id_of('fact ' || j, n), now() - make_interval(days => 40 - j), pg_temp.id_of('head', host), 'activity.held',
  pg_temp.id_of('plan', n), pg_temp.id_of('site', n), jsonb_build_object('activity', pg_temp.theme(n + j)), '', ''
from placed_sites, generate_series(1, 30) j;
insert into history_heads (territory_id, seq, hash) select territory_id, max(seq), '' from history group by territory_id;
insert into notices (territory_id, id, person_id, kind, subject_id, on_day, params, created_at)
select pg_temp.id_of('territory', territory), pg_temp.id_of('notice ' || j, n), pg_temp.id_of('head', host), 'order.notRead', pg_temp.id_of('order', (territory - 1) * 1000 + j),
  current_date - j, jsonb_build_object('number', j || '-о', 'signedOn', current_date - 5 * j, 'title', 'О стажировочных площадках'), now()
from placed_sites, generate_series(1, 10) j;

-- What triggers keep in the program.
do $$ declare one uuid; begin
  for one in select id from territories loop
    perform set_config('app.territory_id', one::text, true);
    perform search_rebuild();
  end loop;
end $$;

set session_replication_role = origin;
