-- What an expert declares before anything of an application opens is kept in its words. (R-31)
-- A review under way when its application is returned or withdrawn is closed: neither sent nor given to somebody else.
alter table reviews add column declaration text;
alter table reviews add column paper_on date;
alter table reviews add column close_reason text;
alter table reviews add column closed_at timestamptz;
alter table reviews drop constraint reviews_state_check;
alter table reviews add constraint reviews_state_check
  check (state in ('assigned', 'accepted', 'sent', 'declined', 'replaced', 'closed'));
alter table reviews add constraint closed_review_has_a_reason check (state <> 'closed' or (close_reason is not null and closed_at is not null));
alter table reviews add constraint declaration_is_kept check ((declared_at is null) = (declaration is null));
create index reviews_of_an_application on reviews (territory_id, application_id, round);
