-- An invitation asks one person of a territory, at one address, to work there. It touches no account: whoever owns the address answers it,
-- signed in, or by setting the first password of an account that does not exist yet. Only the hash of what stands in the link is kept.
create table invitations (
  territory_id uuid not null,
  person_id    uuid not null,
  email        text not null check (email = lower(email)),
  token_hash   text not null,
  -- No letter could leave: whoever invites was shown the link and gives it to the person.
  handed_over  boolean not null,
  -- Nobody: the administrator of the installation, from the command line.
  invited_by   uuid,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (territory_id, person_id),
  unique (territory_id, token_hash),
  constraint one_invitation_of_an_address unique (territory_id, email),
  foreign key (territory_id, person_id) references people,
  foreign key (territory_id, invited_by) references people
);
call protect_tenant_table('invitations');

-- A way to set a new password once, asked for by the owner of a proved address or given out on the installation's command line.
create table password_resets (
  token_hash text primary key,
  account_id text not null unique references auth_users on delete cascade,
  given_by   text not null check (given_by in ('owner', 'installation')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_resets_by_end on password_resets (expires_at);

-- The former invitations set passwords of accounts, so none of them may be used any more.
drop table auth_invitations;

-- They also made accounts and memberships of people who never answered: these are invited again. People of a demonstration never answer.
alter table memberships no force row level security;
create temporary table unanswered on commit drop as
  select u.id from auth_users u
  where not u.email_verified
    and not exists (select from auth_credentials c where c.user_id = u.id)
    and not exists (select from demo_people d where d.account_id = u.id);
delete from memberships where account_id in (select id from unanswered);
delete from auth_users where id in (select id from unanswered);
alter table memberships force row level security;
