import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import { attendedBy } from '../events/queries.ts'
import { finishedTraineeships } from '../traineeships/queries.ts'
import { judgedOf } from '../tryouts/stand-queries.ts'
import type { Closing } from './rules.ts'
import { closingWords } from './texts.ts'

/** Something a person did that may have made good what they lacked. */
export type ClosingFact = {
  readonly kind: Exclude<Closing, 'diagnosis'>
  readonly id: string
  readonly title: string
  readonly on: Day
}

/** How a form names one. */
export const keyOf = ({ kind, id }: Pick<ClosingFact, 'kind' | 'id'>): string => `${kind}:${id}`

/** Nobody finishes more traineeships. */
const mostFinished = 50

/** What a person has done since a day, the latest first: events where they were by the list, try-outs that were judged, traineeships that were finished. */
export async function factsToClose(tx: Tx, ctx: Ctx, personId: PersonId, since: Day): Promise<readonly ClosingFact[]> {
  const zone = ctx.territory.timeZone
  const [events, tryouts, traineeships] = await Promise.all([
    attendedBy(tx, ctx, sql`p.person_id = ${personId} and (e.starts_at at time zone ${zone})::date >= ${since}::date`),
    judgedOf(tx, ctx, personId, since),
    finishedTraineeships(tx, ctx, { personId, since }).page(mostFinished, 0),
  ])
  const found: ClosingFact[] = [
    ...events.map(({ eventId, title, startsAt }) => ({
      ...{ kind: 'event' as const, id: eventId, title },
      on: localTime(startsAt, zone).day,
    })),
    ...tryouts.map((one) => ({ kind: 'tryout' as const, ...one })),
    ...traineeships.flatMap(({ id, title, endedOn }) =>
      endedOn === null ? [] : [{ kind: 'traineeship' as const, id, title, on: endedOn }],
    ),
  ]
  return found.toSorted((one, other) => other.on.localeCompare(one.on))
}

type Closed = { readonly closedBy: Closing | null; readonly closingFact: string | null } & {
  readonly personId: PersonId
  readonly startsOn: Day
}
/** Whether what closed one is still so: a presence may be taken back since. A diagnosis is a paper, and stays. */
export async function stillHolds(tx: Tx, ctx: Ctx, { closedBy, closingFact, personId, startsOn }: Closed): Promise<boolean> {
  if (closingFact === null) return true
  const facts = await factsToClose(tx, ctx, personId, startsOn)
  return facts.some(({ kind, id }) => kind === closedBy && id === closingFact)
}

/** The choice in a form. */
export const choiceOf = (fact: ClosingFact) => ({
  value: keyOf(fact),
  label: `${closingWords[fact.kind]}: «${fact.title}», ${shortDate(fact.on)}`,
})
