import { sql } from 'kysely'
import { type Invariant, untold } from '../../kit/invariants.ts'
import { stateOfWay } from '../procedures/procedure-queries.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'plan.chainIsPassed',
    says: 'Утверждённый план прошёл все шаги Положения, отправленный ждёт решения на одном из них, черновик — ни на одном',
    broken: sql`select v.id from plan_versions v cross join lateral (select ${stateOfWay('v')} as at) way
      where case v.state when 'draft' then way.at in ('going', 'passed') when 'submitted' then way.at is distinct from 'going' else way.at is distinct from 'passed' end`,
  },
  {
    name: 'plan.oneOfAKind',
    says: 'У плана не больше одной действующей и одной подготавливаемой редакции',
    broken: sql`select plan_id as id from plan_versions group by plan_id
      having count(*) filter (where state = 'approved') > 1 or count(*) filter (where state in ('draft', 'submitted')) > 1
        or (count(*) filter (where state = 'superseded') > 0 and count(*) filter (where state = 'approved') = 0)`,
  },
  {
    name: 'plan.sentHasLines',
    says: 'В отправленном плане есть строки, и каждая названа',
    broken: sql`select v.id from plan_versions v left join plan_lines l on l.version_id = v.id where v.state <> 'draft'
      group by v.id having count(l.id) = 0 or bool_or(trim(l.activity) = '')`,
  },
  {
    name: 'plan.approvalIsTold',
    says: 'Об утверждении каждого плана есть запись в истории',
    broken: untold(sql`select plan_id as id from plan_versions where state in ('approved', 'superseded')`, 'plan.approved'),
  },
  {
    name: 'execution.ofAnApprovedLine',
    says: 'Исполнение записано о строке утверждённого плана',
    broken: sql`select e.line_key as id from executions e where not exists (select 1 from plan_versions v join plan_lines l on l.version_id = v.id
      where v.plan_id = e.plan_id and v.state in ('approved', 'superseded') and l.line_key = e.line_key)`,
  },
]
