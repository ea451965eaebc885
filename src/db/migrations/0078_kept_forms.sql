-- What a person had typed when their session was over: it waits for the same account to sign in again. Enciphered under a key of the account;
-- nobody else's sign-in opens it. No tenant's table: it is read before a territory is entered.
create table kept_forms (
  account_id text not null,
  id         text not null,
  content    bytea not null,
  kept_at    timestamptz not null,
  primary key (account_id, id)
);
create index kept_forms_by_age on kept_forms (kept_at);
