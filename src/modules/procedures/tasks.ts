import { sql } from 'kysely'
import { may } from '../../authz/ctx.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { TaskSource } from '../../kit/tasks.ts'
import type { StepAct } from '../../regulation/procedure.ts'
import { asParty, permissionOf } from '../sites/decider-queries.ts'
import { hrefOf } from './links.ts'
import { waitingFor } from './waiting.ts'

/** What there is to do at a step. */
const deedOf: Readonly<Record<StepAct, string>> = {
  ...{ discuss: 'Обсудить', agree: 'Согласовать', approve: 'Утвердить' },
  ...{ consider: 'Рассмотреть', defend: 'Выслушать', accept: 'Принять' },
}
const accusative = (name: string) => name.replace(/^программа/, 'программу')

/** What waits for this person's word at a step of the regulation (C-42, L-321, T-45). */
const toDecide: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory }) => sql`exists (select from procedures where territory_id = ${territory.id} and state = 'going')`,
  find: async ({ tx, ctx }) => {
    const own = (await waitingFor(tx, ctx)).filter(
      ({ regulation, step, spoken, ...at }) =>
        !spoken.includes(ctx.actor.personId) &&
        may(ctx, permissionOf(regulation, step.by), { territoryId: ctx.territory.id, ...asParty({ ...at }, step.by) }),
    )
    return own.map(({ kind, name, caseId, subjectId, siteName, step, arrivedOn, dueOn }) => ({
      key: `decide:${subjectId}`,
      decides: true,
      what: `${deedOf[step.act]} ${accusative(name)}: ${siteName}`,
      why: `${step.caption}: ждёт с ${shortDate(arrivedOn)}${silenceToCome(step.silence)}`,
      clause: step.clause[0] ?? null,
      who: 'Ждёт руководитель площадки',
      due: dueOn,
      href: hrefOf(kind, { territory: ctx.territory.code }, caseId),
      action: 'Рассмотреть',
    }))
  },
}
const silenceToCome = (silence: 'nothing' | 'consent' | 'refusal') =>
  silence === 'nothing' ? '' : `; не ответить в срок — ${silence === 'consent' ? 'согласиться' : 'отказать'}`

export const tasks: readonly TaskSource[] = [toDecide]
