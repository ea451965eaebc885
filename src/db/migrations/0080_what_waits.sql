-- Raised by every deed in a territory, so that what was counted is known to stand still. Begins anew in every database: a number from elsewhere,
-- or from before a backup was put back, is never taken for one of today.
alter table territories add column changes bigint not null default (extract(epoch from clock_timestamp()) * 1000000)::bigint;

-- What waits on people, looked for by day and by person.
create index plan_lines_by_end on plan_lines (territory_id, ends_on);
create index plan_lines_of_a_person on plan_line_people (territory_id, person_id);
create index plan_versions_to_decide on plan_versions (territory_id, submitted_at) where state = 'submitted';
create index orders_of_a_controller on orders (territory_id, controller_id) where controller_id is not null;
create index orders_without_controller on orders (territory_id, signatory_id) where controller_id is null;
create index applications_in_hand on applications (territory_id) where state in ('draft', 'returned');
create index applications_under_review on applications (territory_id) where state in ('admitted', 'underReview');
create index requests_to_answer on information_requests (territory_id) where state = 'asked';
create index sites_by_end on sites (territory_id, ends_on);
create index submissions_in_hand on operator_submissions (territory_id, state) where state in ('draft', 'sent', 'returned');
