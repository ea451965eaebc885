-- Raised once by every transaction that changes what the public register says of a territory, so that a page made of it is known to stand.
-- The sum over the territories stands for the whole register. Begins anew in every database, as territories.changes does.
alter table territories add column register_changes bigint not null default (extract(epoch from clock_timestamp()) * 1000000)::bigint;

-- At the end of the transaction, whoever wrote: the row of the territory is the last thing that is locked.
create function note_register_change() returns trigger language plpgsql as $$
declare
  changed uuid := coalesce(new.territory_id, old.territory_id);
  noted text := coalesce(current_setting('app.register_noted', true), '');
begin
  if noted <> changed::text then
    update territories set register_changes = register_changes + 1 where id = changed;
    perform set_config('app.register_noted', changed::text, true);
  end if;
  return null;
end $$;

create constraint trigger register_changes after insert or update or delete on register_entries
  deferrable initially deferred for each row execute function note_register_change();
create constraint trigger register_changes after insert or update or delete on register_activities
  deferrable initially deferred for each row execute function note_register_change();
