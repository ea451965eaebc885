-- The search of a territory: people and organisations by all their names, signed orders point by point, plans in force line by line, programmes topic
-- by topic. Each word is kept with the sign of its kind and territory before it, so that the index of a whole country is read for one territory only.
-- An operator of words is not leakproof, so under row-level security it would never reach the index: the program may not touch this table at all and
-- asks search_find(), which is bound to the territory of the transaction.
create table search_texts (
  territory_id uuid not null references territories,
  kind         text not null check (kind in ('person', 'organisation', 'order', 'plan', 'programme')),
  thing_id     uuid not null,
  part         text not null,
  place        text collate "ru-kn" not null,
  search       tsvector not null,
  primary key (territory_id, kind, thing_id, part)
);
alter table search_texts enable row level security;
create policy tenant on search_texts using (territory_id = current_setting('app.territory_id')::uuid)
  with check (territory_id = current_setting('app.territory_id')::uuid);
create index search_texts_by_word on search_texts using gin (search);

-- Every longer word of those texts, so that a typing error is compared with words and not with whole texts. Words only: no ties to what they stand in.
create table search_words (
  territory_id uuid not null references territories,
  word         text not null check (length(word) between 4 and 60),
  primary key (territory_id, word)
);
call protect_tenant_table('search_words');

create function search_folded(said text) returns text immutable parallel safe language sql
  return btrim(regexp_replace(replace(lower(said), 'ё', 'е'), '[^[:alnum:]]+', ' ', 'g'));

-- Names are never brought to their stems: «Иванова» is not «Ивановна».
create function search_config(kind text) returns regconfig immutable parallel safe language sql
  return case kind when 'person' then 'pg_catalog.simple'::regconfig else 'pg_catalog.russian'::regconfig end;

create function search_sign(territory uuid, kind text) returns text immutable parallel safe language sql
  return case kind when 'organisation' then 'g' when 'plan' then 'l' when 'programme' then 'r' else left(kind, 1) end || left(md5(territory::text), 6) || ':';

-- The words of a text; those of its heading stand a second time, under the sign in capitals.
create function search_vector(territory uuid, kind text, heading text, more text) returns tsvector immutable parallel safe language sql
  return array_to_tsvector(array(
    select sign || lexeme from unnest(tsvector_to_array(to_tsvector(search_config(kind), search_folded(heading || ' ' || more)))) lexeme,
      search_sign(territory, kind) sign
    union all
    select upper(sign) || lexeme from unnest(tsvector_to_array(to_tsvector(search_config(kind), search_folded(heading)))) lexeme,
      search_sign(territory, kind) sign));

-- What a question asks for, as the database understands it: each stem also as the beginning of a longer word, numbers and short words whole.
create function search_forms(config regconfig, question text) returns tsquery immutable parallel safe language sql
  return regexp_replace(websearch_to_tsquery(config, question)::text, '''([^''0-9]{3,})''', '''\1'':*', 'g')::tsquery;

-- Each word of the question, or one of the words of a vocabulary most alike to it; words like «на» say nothing. «граматность» is 0.5 of «грамотности».
create function search_guess(config regconfig, question text, vocabulary text[]) returns tsquery immutable parallel safe language sql
  return (select string_agg('(' || forms || ')', ' & ') from (
    select coalesce(search_forms(config, asked) || websearch_to_tsquery(config, nullif(array_to_string(array(
      select word from unnest(vocabulary) word where asked !~ '[0-9]' and length(asked) between 4 and 60 and similarity(word, asked) >= 0.4
      order by similarity(word, asked) desc, word limit 8), ' or '), '')), search_forms(config, asked))::text as forms
    from regexp_split_to_table(question, ' ') asked where numnode(plainto_tsquery(config, asked)) > 0) each)::tsquery;

-- A question that is meant letter by letter: nothing is guessed for it.
create function search_is_exact(question text) returns boolean immutable parallel safe language sql return question ~ '"|(^| )-';

-- The words of a text that a typing error may be meant for.
create function search_words_of(said text) returns setof text immutable parallel safe language sql
begin atomic
  select distinct word from regexp_split_to_table(search_folded(said), ' ') word where length(word) between 4 and 60 and word !~ '[0-9]';
end;

-- The same for a text that is kept nowhere else: whether it holds what is asked for, or what is most alike to it.
create function search_holds(said text, question text) returns boolean immutable parallel safe language sql
  return to_tsvector('pg_catalog.russian'::regconfig, search_folded(said)) @@ search_forms('pg_catalog.russian'::regconfig, question)
    or not search_is_exact(question) and coalesce(to_tsvector('pg_catalog.russian'::regconfig, search_folded(said))
      @@ search_guess('pg_catalog.russian'::regconfig, question, array(select search_words_of(said))), false);

-- What people have written in a document; codes and ids are not in Russian.
create function search_said(document jsonb) returns text immutable parallel safe language sql
  return (select string_agg(said #>> '{}', ' ') from jsonb_path_query(document, 'strict $.**', '{}', true) said
    where jsonb_typeof(said) = 'string' and said #>> '{}' ~* '[а-яё]');

-- All that is to be found, as it follows from the tables themselves.
create view search_due as
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
  select l.territory_id, 'plan', v.plan_id, l.line_key::text, coalesce((date '9999-12-31' - l.starts_on)::text, '') || ' ' || l.line_key, l.activity, ''
  from plan_versions v join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id where v.state = 'approved'
  union all
  select p.territory_id, 'programme', p.id, said.part, p.title, said.heading, coalesce(said.more, '') as more
  from programmes p
    join lateral (select content from programme_versions v where v.territory_id = p.territory_id and v.programme_id = p.id order by v.number desc limit 1) v on true
    cross join lateral (
      select '' as part, p.title as heading, search_said(v.content - 'topics') as more
      union all
      select topic ->> 'id', topic ->> 'title', search_said(topic) from jsonb_array_elements(v.content -> 'topics') topic) said;

-- Writes the texts of some things anew, or those of the whole territory, in the transaction of whoever changed them. The kind stands in the text of
-- the question: so only its own tables are asked.
create function search_refresh(territory uuid, of_kind text, things uuid[]) returns void language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  scope constant text := current_setting('app.territory_id', true);
  which constant text := case when of_kind is null then '' else format(' and kind = %L and thing_id = any($2)', of_kind) end;
begin
  -- Whoever writes past the policies, without a territory, keeps the search all the same.
  perform set_config('app.territory_id', territory::text, true);
  execute 'delete from search_texts where territory_id = $1' || which using territory, things;
  execute 'with due as materialized (select * from search_due where territory_id = $1' || which || '), written as (
      insert into search_texts (territory_id, kind, thing_id, part, place, search)
      select territory_id, kind, thing_id, part, place, search_vector(territory_id, kind, heading, more) from due)
    insert into search_words (territory_id, word)
    select distinct $1, said.word from due, search_words_of(heading || '' '' || more) said (word)
    where not exists (select from search_words known where known.territory_id = $1 and known.word = said.word)
    order by said.word on conflict do nothing' using territory, things;
  perform set_config('app.territory_id', coalesce(scope, ''), true);
end $$;
revoke execute on function search_refresh(uuid, text, uuid[]) from public;

create function search_rebuild() returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$ select search_refresh(current_setting('app.territory_id')::uuid, null, null) $$;

-- Things whose texts are not what they should be.
create function search_astray() returns setof uuid language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct coalesce(due.thing_id, kept.thing_id) from (
    select kind, thing_id, part, place, search_vector(territory_id, kind, heading, more) as search from search_due
    where territory_id = current_setting('app.territory_id')::uuid) due
  full join (select * from search_texts where territory_id = current_setting('app.territory_id')::uuid) kept
    on kept.kind = due.kind and kept.thing_id = due.thing_id and kept.part = due.part
  where kept.place is distinct from due.place or kept.search is distinct from due.search
$$;

-- What holds all words of a question. At most `most` are looked at; of these `shown` are given, what has the words in its heading first, then by place;
-- with `shown` null all are given as they come. With `near` the words most alike are taken when nothing holds the words themselves. `among` narrows it.
create function search_find(of_kind text, question text, near boolean, among uuid[], most int, shown int)
returns table (thing_id uuid, part text, total int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set client_min_messages = warning as $$
declare
  territory constant uuid := current_setting('app.territory_id');
  config constant regconfig := search_config(of_kind);
  sign constant text := search_sign(territory, of_kind);
  forms tsquery := search_forms(config, question);
  signed text;
  -- Asked as a text with the words in it: the planner has to know how rare they are. The territory as text keeps it to the index of words.
  found_by constant text := 'select thing_id, part, place, %1$L::boolean as heads from search_texts where search @@ %2$L and territory_id::text = %3$L '
    'and (%4$L is null or thing_id = any(%4$L::uuid[])) limit %5$L';
begin
  loop
    exit when forms is null or numnode(forms) = 0;
    signed := regexp_replace(regexp_replace(forms::text, '<(-|\d+)>', '&', 'g'), '''([^'']+)''', '''' || sign || '\1''', 'g');
    if shown is null then
      return query execute 'select thing_id, part, 0 from (' || format(found_by, false, signed, territory, among, most) || ') found';
    else
      return query execute 'select thing_id, part, (count(*) over ())::int from (('
        || format(found_by, true, replace(signed, sign, upper(sign)), territory, among, most) || ') union all ('
        || format(found_by, false, signed, territory, among, most)
        || ')) found group by thing_id, part order by bool_or(heads) desc, (array_agg(place))[1], thing_id, part limit $1' using shown;
    end if;
    exit when found or not near or search_is_exact(question);
    near := false;
    forms := search_guess(config, question, array(select word from search_words where territory_id = territory));
  end loop;
end $$;

-- Kept by the tables themselves, whoever writes them: once a statement. The argument is a question about the changed rows: whose texts are to be written.
-- Points of a draft and lines of a plan in preparation are nothing yet: they are found once the paper stands.
create function search_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  scope constant text := current_setting('app.territory_id', true);
  territory uuid;
  things uuid[];
begin
  for territory in select distinct territory_id from changed loop
    perform set_config('app.territory_id', territory::text, true);
    execute 'select array_agg(distinct thing) from (' || tg_argv[1] || ') asked (thing)' into things using territory;
    perform search_refresh(territory, tg_argv[0], things) where things is not null;
  end loop;
  perform set_config('app.territory_id', coalesce(scope, ''), true);
  return null;
end $$;
revoke execute on function search_changed() from public;

create procedure keep_searched(name regclass, kind text, things text) language plpgsql as $$
begin
  execute format('create trigger search_inserted after insert on %s referencing new table as changed for each statement execute function search_changed(%L, %L)', name, kind, things);
  execute format('create trigger search_updated after update on %s referencing new table as changed for each statement execute function search_changed(%L, %L)', name, kind, things);
  execute format('create trigger search_deleted after delete on %s referencing old table as changed for each statement execute function search_changed(%L, %L)', name, kind, things);
end $$;
call keep_searched('people', 'person', 'select id from changed where territory_id = $1');
call keep_searched('former_names_of_people', 'person', 'select person_id from changed where territory_id = $1');
call keep_searched('organisations', 'organisation', 'select id from changed where territory_id = $1');
call keep_searched('former_names_of_organisations', 'organisation', 'select organisation_id from changed where territory_id = $1');
call keep_searched('orders', 'order', 'select id from changed where territory_id = $1');
call keep_searched('order_points', 'order', 'select o.id from changed c join orders o on o.territory_id = $1 and o.id = c.order_id
  where c.territory_id = $1 and o.state in (''signed'', ''revoked'')');
call keep_searched('plan_versions', 'plan', 'select plan_id from changed where territory_id = $1');
call keep_searched('plan_lines', 'plan', 'select v.plan_id from changed c join plan_versions v on v.territory_id = $1 and v.id = c.version_id
  where c.territory_id = $1 and v.state = ''approved''');
call keep_searched('programmes', 'programme', 'select id from changed where territory_id = $1');
call keep_searched('programme_versions', 'programme', 'select programme_id from changed where territory_id = $1');

-- What is there already.
do $$
declare
  one uuid;
begin
  for one in select id from territories loop
    perform set_config('app.territory_id', one::text, true);
    perform search_rebuild();
  end loop;
end $$;
