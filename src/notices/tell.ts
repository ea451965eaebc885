import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import { newId } from '../kernel/ids.ts'
import type { PersonId } from '../kernel/types.ts'
import { isUrgent, type Notice, type NoticeKind, type Notices } from './kinds.ts'
import { addressesOf, markMailed, type StoredNotice, urgentLetter } from './letters.ts'

declare module '../db/columns.ts' {
  interface WordColumns {
    'notices.kind': NoticeKind
  }
}

/** Where and when people are told, and by whose deed; nobody's when the calendar reminds. */
export type Telling = Pick<Ctx, 'territory' | 'today' | 'now' | 'services'> & {
  readonly actor: Pick<Ctx['actor'], 'personId'> | null
}

const batch = 500

/**
 * Tells people, in the transaction of the deed. A person is told of one thing once a day, of each change of it where they are
 * numbered, and never of what they did themselves.
 * What cannot wait also goes out as a letter; a demonstration writes no letters. Gives back who has been told anything by this.
 */
export async function tell(tx: Tx, ctx: Telling, notices: readonly Notice[]): Promise<ReadonlySet<PersonId>> {
  const others = notices.filter(({ personId }) => personId !== ctx.actor?.personId)
  const stored: StoredNotice[] = []
  for (let from = 0; from < others.length; from += batch) stored.push(...(await store(tx, ctx, others.slice(from, from + batch))))
  const told = new Set(stored.map(({ personId }) => personId))
  const urgent = stored.filter(({ kind }) => isUrgent(kind))
  if (urgent.length === 0 || ctx.territory.demoToday !== null) return told
  const addresses = await addressesOf(tx, ctx.territory.id, [...new Set(urgent.map(({ personId }) => personId))])
  for (const notice of urgent) {
    const to = addresses.get(notice.personId)
    if (to) await ctx.services.mail(tx, { to, ...urgentLetter(ctx, notice) })
  }
  await markMailed(
    tx,
    ctx,
    urgent.map(({ id }) => id),
  )
  return told
}

/** What several people are told alike. */
type Alike = { [Kind in NoticeKind]: { kind: Kind; subjectId: string; params: Readonly<Notices[Kind]> } }[NoticeKind]

/** Tells each of these people the same, each once. */
export const tellAll = (tx: Tx, ctx: Telling, people: Iterable<PersonId>, alike: Alike): Promise<ReadonlySet<PersonId>> =>
  tell(
    tx,
    ctx,
    [...new Set(people)].map((personId) => ({ personId, ...alike })),
  )

/** Stores what is new and gives it back; what the person has been told today is left out. */
async function store(tx: Tx, ctx: Telling, notices: readonly Notice[]): Promise<StoredNotice[]> {
  const rows = notices.map(({ personId, kind, subjectId, params, onDay = ctx.today, nth = 0 }) => ({
    territoryId: ctx.territory.id,
    id: newId(),
    personId,
    kind,
    subjectId,
    onDay,
    nth,
    params: JSON.stringify(params),
    createdAt: ctx.now,
  }))
  return tx
    .insertInto('notices')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .returning(['id', 'personId', 'kind', 'subjectId', 'params'])
    .execute()
}
