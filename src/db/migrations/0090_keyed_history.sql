-- History is closed with keys that are kept outside of the database, and only functions of the owner add to it (ADR 22).

-- By what a key is known again: nothing can be closed with it.
create table history_keys (
  number smallint primary key check (number between 1 and 255),
  proof  bytea not null,
  since  timestamptz not null
);

-- How far the witness has come, the file outside of the database that heads of history are written into.
create table history_witness (
  only_row boolean primary key default true check (only_row),
  line     bigint not null,
  seal     bytea not null,
  at       timestamptz not null
);

-- The head of the territory's chain, locked until the transaction ends.
create function history_lock(out seq bigint, out hash bytea) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own uuid := current_setting('app.territory_id')::uuid;
begin
  insert into history_heads (territory_id, seq, hash) values (own, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select h.seq, h.hash into history_lock.seq, history_lock.hash from history_heads h where h.territory_id = own for update;
end $$;

-- The number of the key that made a hash; 0 for those of before the keys.
create function history_key_number(hash bytea) returns int language sql immutable as
  $$ select case when length(hash) = 33 then get_byte(hash, 0) else 0 end $$;

-- Adds rows after the head, which has to be the one they were closed over, and moves the head. Nothing else changes either.
create function history_append(head_was bytea, given jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own  uuid := current_setting('app.territory_id')::uuid;
  head history_heads;
begin
  select * into head from history_heads h where h.territory_id = own for update;
  if head.hash is distinct from head_was then
    raise exception 'history went on from another head';
  end if;
  with added as (
    insert into history (territory_id, seq, id, at, account_id, person_id, kind, subject_id, site_id, facts, prev_hash, hash)
    select own, head.seq + n, r.id, r.at, r."accountId", r."personId", r.kind, r."subjectId", r."siteId", r.facts,
      lag(r.hash, 1, head.hash) over (order by n), r.hash
    from rows from (jsonb_to_recordset(given) as (id uuid, at timestamptz, "accountId" text, "personId" uuid, kind text,
      "subjectId" uuid, "siteId" uuid, facts jsonb, hash bytea)) with ordinality r(id, at, "accountId", "personId", kind, "subjectId", "siteId", facts, hash, n)
    returning history.seq, history.hash, history.prev_hash)
  update history_heads h set seq = last.seq, hash = last.hash
  from (select a.seq, a.hash from added a order by a.seq desc limit 1) last
  where h.territory_id = own and not exists
    (select from added a where history_key_number(a.hash) = 0 or history_key_number(a.hash) < history_key_number(a.prev_hash));
  if not found then
    raise exception 'history is closed with a newer key already';
  end if;
end $$;

-- Notes a line of the witness. It only goes on.
create function history_witnessed(line bigint, seal bytea, at timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into history_witness as w (line, seal, at) values (history_witnessed.line, history_witnessed.seal, history_witnessed.at)
    on conflict (only_row) do update set line = excluded.line, seal = excluded.seal, at = excluded.at where w.line < excluded.line;
  if not found then
    raise exception 'the witness has come further already';
  end if;
end $$;

revoke execute on function history_lock(), history_append(bytea, jsonb), history_witnessed(bigint, bytea, timestamptz) from public;
