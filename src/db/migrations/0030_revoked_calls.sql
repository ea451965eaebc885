-- A call ends with the order that opened it; what had been written for it stays. (R-34)
alter table calls add column revoked_on date;
alter table calls add column revoked_by_order_id uuid;
-- Not checked against the rows that are there: the column is new and empty, and a scan would need a territory.
alter table calls add foreign key (territory_id, revoked_by_order_id) references orders not valid;

-- What a page without a territory cannot ask the regulation: the words for local time and who may become a site.
alter table published_calls add column local_time text not null;
alter table published_calls add column host_kinds text[] not null;
alter table published_calls add column revoked_on date;
