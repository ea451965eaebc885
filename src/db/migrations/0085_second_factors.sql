-- The second factor of an account: the secret shared with an app, enciphered with the program's own, and what is left of the recovery codes, as hashes.
create table auth_second_factors (
  account_id      text primary key references auth_users on delete cascade,
  secret          bytea not null,
  begun_at        timestamptz not null,
  -- Null: the app has not shown yet that it counts the same.
  confirmed_at    timestamptz,
  -- The last period whose code was taken: a code is good once.
  last_period     int not null default 0,
  recovery_hashes text[] not null default '{}'
);
