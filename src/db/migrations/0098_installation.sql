-- Who keeps the installation itself: makes its territories and names their first officials. Only the owner of the schema writes it.
create table installation_administrators (
  account_id text primary key references auth_users,
  name       text not null,
  since      timestamptz not null,
  -- The invented one of a demonstration, offered on the page of sign-in.
  demo       boolean not null default false
);

-- The installation has a history of its own, kept like that of a territory under an id that no territory can have.
alter table history drop constraint history_territory_id_fkey;
alter table history_heads drop constraint history_heads_territory_id_fkey;
alter table territories add constraint not_the_installation check (code <> 'installation' and id <> '00000000-0000-0000-8000-000000000000');
