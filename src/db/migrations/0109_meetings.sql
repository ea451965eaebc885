-- What a meeting of a body has come to about a plan, by its protocol.
alter table plan_decisions add column present int, add column in_favour int, add column protocol text,
  add constraint meeting_is_whole check ((present is null) = (protocol is null) and (in_favour is null) = (protocol is null) and in_favour <= present);
