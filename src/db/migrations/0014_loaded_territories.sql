-- When the last step of loading a territory was done. Null: loading was cut short and goes on at the next start.
alter table territories add column loaded_at timestamptz;
