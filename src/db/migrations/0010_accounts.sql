-- Accounts. One account may belong to several territories, so these tables are not a tenant's. Their columns are what Better Auth asks for;
-- a session's token is stored as its hash only (see src/accounts/hashed-tokens.ts).
create table auth_users (
  id             text primary key,
  name           text not null,
  email          text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image          text,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);

create table auth_sessions (
  id         text primary key,
  user_id    text not null references auth_users on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  -- When the session was last used, to within a few minutes.
  updated_at timestamptz not null,
  created_at timestamptz not null,
  ip_address text,
  user_agent text
);
create index auth_sessions_by_user on auth_sessions (user_id);
create index auth_sessions_by_end on auth_sessions (expires_at);

create table auth_credentials (
  id                       text primary key,
  user_id                  text not null references auth_users on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null,
  unique (provider_id, account_id)
);
create index auth_credentials_by_user on auth_credentials (user_id);

create table auth_verifications (
  id         text primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verifications_by_identifier on auth_verifications (identifier);

-- A way to set a password once. Only the hash of what stands in the letter is kept.
create table auth_invitations (
  token_hash text primary key,
  account_id text not null unique references auth_users on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index auth_invitations_by_end on auth_invitations (expires_at);

-- How often somebody tried to sign in, per account, address and known device; shared by all processes. Keys are keyed hashes.
create table sign_in_attempts (
  key      text primary key,
  attempts int not null check (attempts >= 0),
  ends_at  timestamptz not null
);
create index sign_in_attempts_by_end on sign_in_attempts (ends_at);

-- People anybody may be in a demonstration. Empty on a server.
create table demo_people (
  territory_id uuid not null,
  id           uuid not null,
  account_id   text not null references auth_users,
  label        text not null,
  role_label   text not null,
  position     int not null,
  primary key (territory_id, id),
  unique (territory_id, account_id),
  foreign key (territory_id, account_id) references memberships (territory_id, account_id) on delete cascade
);
call protect_public_table('demo_people');
create unique index demo_people_by_id on demo_people (id);

alter table memberships add constraint membership_of_an_account foreign key (account_id) references auth_users;
