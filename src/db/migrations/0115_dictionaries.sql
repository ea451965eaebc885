-- Kinds of organisations, posts and categories are what a territory and its regulation call them; the built-in ones are its first rows.
alter table territories add column kinds jsonb not null default '[]';
alter table organisations drop constraint organisations_kind_check, add constraint organisations_kind_check check (kind ~ '^[a-z][A-Za-z0-9]*$');
alter table posts drop constraint posts_kind_check, add constraint posts_kind_check check (kind ~ '^[a-z][A-Za-z0-9]*$');
alter table qualifications drop constraint qualifications_category_check,
  add constraint qualifications_category_check check (category ~ '^[a-z][A-Za-z0-9]*$');

-- Whoever the regulation names begins an application; what they are called is published with the call.
alter table calls drop constraint calls_initiators_check, add constraint calls_initiators_check check (initiators <> '{}');
alter table applications drop constraint applications_initiator_check,
  add constraint applications_initiator_check check (initiator ~ '^[a-z][A-Za-z0-9]*$');
alter table published_calls add column who_applies text not null default '';
