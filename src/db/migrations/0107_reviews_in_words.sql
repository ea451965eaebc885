-- A review in words alone has no total.
do $$
declare
  rule text;
begin
  select conname into rule from pg_constraint
  where conrelid = 'reviews'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%total IS NOT NULL%';
  execute format('alter table reviews drop constraint %I', rule);
end $$;
alter table reviews add constraint reviews_sent_whole check (state <> 'sent' or (sent_at is not null and recommendation is not null));
