-- A fixed version of a programme is what an application was submitted with or a site works by: it never changes. (R-A2, R-33)
create function keep_fixed_versions() returns trigger language plpgsql as $$
begin
  raise exception 'a fixed version of a programme never changes';
end $$;
create trigger fixed_versions_never_change before update on programme_versions
  for each row when (old.state = 'fixed') execute function keep_fixed_versions();
