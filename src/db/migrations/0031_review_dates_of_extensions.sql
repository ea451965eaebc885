-- An order that prolongs a call may move the review with it; a revoked one gives the former day back.
alter table call_extensions add column review_due_before date;
alter table call_extensions add column review_due_on date;
