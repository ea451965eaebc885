-- An approved plan is changed with a reason where the regulation asks for one, and without it elsewhere.
alter table plan_versions drop constraint plan_versions_check;
