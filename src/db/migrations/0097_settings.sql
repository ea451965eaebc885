-- What the product does by itself where the regulation is silent, as the office of a territory has chosen it. What is not here is as the product says.
create table settings (
  territory_id uuid primary key references territories,
  chosen       jsonb not null,
  edit_version int not null default 1
);
call protect_tenant_table('settings');
