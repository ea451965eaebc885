-- What a word stands in is looked over once: things with the word in their heading are among all that have it, so that nothing has to be grouped, and
-- texts are put in order only to be shown.
-- The words that a typing error may mean are looked for once, not by every kind: `alike` names them, an empty list asks for those of the territory when
-- nothing has the words themselves, null asks for none.
drop function search_find(text, text, boolean, uuid[], int, int);
create function search_find(of_kind text, question text, alike text[], among uuid[], most int, shown int)
returns table (thing_id uuid, part text, total int)
language plpgsql stable security definer rows 10 set search_path = pg_catalog, public, pg_temp set client_min_messages = warning as $$
declare
  territory constant uuid := current_setting('app.territory_id');
  config constant regconfig := search_config(of_kind);
  sign constant text := search_sign(territory, of_kind);
  given constant boolean := cardinality(alike) > 0;
  forms tsquery := case when given then search_guess(config, question, alike) else search_forms(config, question) end;
  signed text;
  -- Asked as a text with the words in it: the planner has to know how rare they are. The territory as text keeps it to the index of words.
  found_by constant text := '(select thing_id, part, place from search_texts where search @@ %1$L and territory_id::text = %2$L '
    'and (%3$L is null or thing_id = any(%3$L::uuid[])) limit %4$L)';
begin
  loop
    exit when forms is null or numnode(forms) = 0;
    signed := regexp_replace(regexp_replace(forms::text, '<(-|\d+)>', '&', 'g'), '''([^'']+)''', '''' || sign || '\1''', 'g');
    if shown is null then
      return query execute 'select thing_id, part, 0 from ' || format(found_by, signed, territory, among, most) || ' found';
    else
      return query execute 'with heads as materialized ' || format(found_by, replace(signed, sign, upper(sign)), territory, among, most)
        || ', whole as materialized ' || format(found_by, signed, territory, among, most)
        || ' select thing_id, part, (select count(*)::int from whole) from (select true as in_heading, * from heads union all
          select false, * from whole where not exists (select from heads h where h.thing_id = whole.thing_id and h.part = whole.part)) found
          order by in_heading desc, place, thing_id, part limit $1' using shown;
    end if;
    exit when found or given or alike is null or search_is_exact(question);
    alike := null;
    forms := search_guess(config, question, array(select word from search_words where territory_id = territory));
  end loop;
end $$;
