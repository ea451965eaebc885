-- Backup copies of the whole installation that were taken: no territory's own, nothing of what is in them.
create table copies (
  taken_at    timestamptz primary key,
  name        text not null,
  bytes       bigint not null check (bytes > 0),
  seconds     double precision not null check (seconds >= 0),
  -- The line of kept logs that leads on from it.
  line        text,
  -- From then on people are told that there is no fresh copy.
  fresh_until timestamptz not null
);
