-- Names typed before texts were cleaned at the door are cleaned as those are (src/kernel/clean.ts): letters composed, hyphens and spaces of one kind,
-- nothing that cannot be seen. What is signed or fixed stays as it was signed.
set constraints all immediate;
create function pg_temp.clean(dirty text) returns text language sql immutable as $$
  select btrim(regexp_replace(
    regexp_replace(
      regexp_replace(normalize(dirty, nfc),
        '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8]|(?![\t\n\v\f\r\u0085])[\u0001-\u001f\u007f-\u009f]', '', 'g'),
      '[\u2010\u2011\u2043\ufe63\uff0d]|(?<=[[:alpha:]])\u2212(?=[[:alpha:]])', '-', 'g'),
    '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g'))
$$;

-- A name of nothing that can be seen stays, until somebody writes another.
create function pg_temp.clean_name(dirty text) returns text language sql immutable as $$ select coalesce(nullif(pg_temp.clean(dirty), ''), dirty) $$;

alter table people no force row level security;
update people set family_name = pg_temp.clean_name(family_name), given_name = pg_temp.clean_name(given_name), patronymic = nullif(pg_temp.clean(patronymic), '')
  where (family_name, given_name, coalesce(patronymic, ''))
    is distinct from (pg_temp.clean_name(family_name), pg_temp.clean_name(given_name), coalesce(pg_temp.clean(patronymic), ''));
alter table people force row level security;

alter table former_names_of_people no force row level security;
update former_names_of_people set family_name = pg_temp.clean_name(family_name), given_name = pg_temp.clean_name(given_name),
  patronymic = nullif(pg_temp.clean(patronymic), '');
alter table former_names_of_people force row level security;

-- An organisation whose cleaned name is another one's already keeps its own: whoever leads the register decides which of both it is.
alter table organisations no force row level security;
update organisations g set full_name = pg_temp.clean_name(full_name)
  where full_name <> pg_temp.clean_name(full_name) and not exists (select from organisations o
    where o.territory_id = g.territory_id and o.id <> g.id and pg_temp.clean_name(o.full_name) = pg_temp.clean_name(g.full_name));
update organisations set short_name = pg_temp.clean_name(short_name), document_name = nullif(pg_temp.clean(document_name), ''),
    settlement = nullif(pg_temp.clean(settlement), '')
  where (short_name, coalesce(document_name, ''), coalesce(settlement, ''))
    is distinct from (pg_temp.clean_name(short_name), coalesce(pg_temp.clean(document_name), ''), coalesce(pg_temp.clean(settlement), ''));
alter table organisations force row level security;

alter table former_names_of_organisations no force row level security;
update former_names_of_organisations set full_name = pg_temp.clean_name(full_name), short_name = pg_temp.clean_name(short_name),
  document_name = nullif(pg_temp.clean(document_name), '');
alter table former_names_of_organisations force row level security;

alter table posts no force row level security;
update posts set title = pg_temp.clean_name(title) where title <> pg_temp.clean_name(title);
alter table posts force row level security;

alter table achievements no force row level security;
update achievements set title = pg_temp.clean_name(title) where title <> pg_temp.clean_name(title);
alter table achievements force row level security;

alter table sites no force row level security;
update sites set theme = pg_temp.clean_name(theme) where theme <> pg_temp.clean_name(theme);
alter table sites force row level security;

-- The public register has the names and themes once more.
alter table register_entries no force row level security;
update register_entries set short_name = pg_temp.clean_name(short_name), organisation_name = pg_temp.clean_name(organisation_name),
    theme = pg_temp.clean_name(theme), settlements = pg_temp.clean(settlements), full_names = (select array_agg(pg_temp.clean_name(name) order by place)
      from unnest(full_names) with ordinality as names (name, place))
  where (short_name, organisation_name, theme, settlements) is distinct from
    (pg_temp.clean_name(short_name), pg_temp.clean_name(organisation_name), pg_temp.clean_name(theme), pg_temp.clean(settlements));
-- A head is named there with initials, which no line parts from the name.
update register_entries set former_words = pg_temp.clean(former_words),
    heads = (select coalesce(jsonb_agg(head || jsonb_build_object('name',
        regexp_replace(pg_temp.clean_name(head ->> 'name'), ' (?=[^ ]+\.( [^ ]+\.)*$)', U&'\00a0', 'g')) order by place), '[]')
      from jsonb_array_elements(heads) with ordinality as named (head, place)),
    former_names = (select coalesce(jsonb_agg(former || jsonb_build_object('shortName', pg_temp.clean_name(former ->> 'shortName'),
        'organisationName', pg_temp.clean_name(former ->> 'organisationName'),
        'fullNames', (select jsonb_agg(pg_temp.clean_name(name) order by at) from jsonb_array_elements_text(former -> 'fullNames') with ordinality as names (name, at)))
        order by place), '[]')
      from jsonb_array_elements(former_names) with ordinality as called (former, place))
  where heads <> '[]' or former_names <> '[]';
alter table register_entries force row level security;
