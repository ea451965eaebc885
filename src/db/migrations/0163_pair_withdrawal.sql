-- A mentor may withdraw before the term, with notice: the day they lead the pair to, and why.
alter table pairs add column leads_until date;
alter table pairs add column withdrawal text check (length(withdrawal) between 1 and 1000);
alter table pairs add column withdrawn_on date;
alter table pairs add check ((leads_until is null) = (withdrawn_on is null) and (withdrawal is null or withdrawn_on is not null) and leads_until > withdrawn_on);
