-- What was said of plans before the procedures was all written down as their first round. Of those still under way it is over: what was said
-- before the plan was last sent, or at an earlier step. They stand in a further round, with what has been said at the step itself since.
alter table plan_versions no force row level security;
alter table procedures no force row level security;
alter table procedure_voices no force row level security;
with stale as (
  select p.territory_id, p.subject_id, p.round, p.step, v.submitted_at, (v.submitted_at at time zone t.time_zone)::date as sent_on
  from procedures p join territories t on t.id = p.territory_id
    join plan_versions v on v.territory_id = p.territory_id and v.id = p.subject_id
  where p.state = 'going' and exists (
    select from procedure_voices s where s.territory_id = p.territory_id and s.subject_id = p.subject_id and s.round = p.round
      and (s.step <> p.step or s.at < v.submitted_at))
), kept as (
  update procedure_voices s set round = s.round + 1 from stale p
  where s.territory_id = p.territory_id and s.subject_id = p.subject_id and s.round = p.round and s.step = p.step and s.at >= p.submitted_at
)
update procedures p set round = p.round + 1, arrived_on = greatest(p.arrived_on, s.sent_on)
from stale s where s.territory_id = p.territory_id and s.subject_id = p.subject_id;
alter table plan_versions force row level security;
alter table procedures force row level security;
alter table procedure_voices force row level security;
