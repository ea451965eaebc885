import { type Ctx, ofThisMoment } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import type { OrganisationId, TerritoryId } from '../kernel/types.ts'

/** Papers that are numbered through a year. */
export type JournalKind = 'order' | 'application' | 'protocol' | 'submission' | 'contract' | 'certificate' | 'minutes'

declare module '../db/columns.ts' {
  interface WordColumns {
    'journals.kind': JournalKind
  }
}

/** One series of numbers: of whom, of which papers, in which year. */
export type Journal = {
  readonly kind: JournalKind
  /** The office; the territory for the journals of its operator, which go on when another organisation becomes the operator. */
  readonly keeperId: OrganisationId | TerritoryId
  readonly year: number
}

type Where = Pick<Ctx, 'territory'>
const keyOf = ({ territory }: Where, { kind, keeperId, year }: Journal) => ({ territoryId: territory.id, kind, keeperId, year })

export const yearOf = ({ today }: Pick<Ctx, 'today'>): number => Number(today.slice(0, 4))

/** The operator's journal of such papers of this year. */
export const operatorsJournal = (ctx: Pick<Ctx, 'territory' | 'today'>, kind: JournalKind): Journal => ({
  kind,
  keeperId: ctx.territory.id,
  year: yearOf(ctx),
})

/** Locks a journal until the end of the transaction, and reads its last number: whoever comes second waits. */
export async function lockJournal(tx: Tx, ctx: Where, journal: Journal): Promise<number> {
  const key = keyOf(ctx, journal)
  await tx
    .insertInto('journals')
    .values({ ...key, lastNumber: 0 })
    .onConflict((on) => on.doNothing())
    .execute()
  const row = await tx
    .selectFrom('journals')
    .select('lastNumber')
    .where((is) => is.and(key))
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.lastNumber
}

/**
 * The same for the year that it is when the journal is had, with the context of that moment: numbers and days go the same way, however
 * long somebody waited.
 */
export async function lockJournalNow(
  tx: Tx,
  given: Ctx,
  of: Pick<Journal, 'kind' | 'keeperId'>,
): Promise<{ ctx: Ctx; journal: Journal; last: number }> {
  const journal = { ...of, year: yearOf(given) }
  const last = await lockJournal(tx, given, journal)
  const ctx = ofThisMoment(given)
  return yearOf(ctx) === journal.year ? { ctx, journal, last } : lockJournalNow(tx, ctx, of)
}

/** The last number of a journal as it stands, for what is only shown; another paper may take the next one meanwhile. */
export async function lastNumber(tx: Tx, ctx: Where, journal: Journal): Promise<number> {
  const row = await tx
    .selectFrom('journals')
    .select('lastNumber')
    .where((is) => is.and(keyOf(ctx, journal)))
    .executeTakeFirst()
  return row?.lastNumber ?? 0
}

/** Writes the last number of a locked journal; one that comes before it changes nothing. */
export async function keepLast(tx: Tx, ctx: Where, journal: Journal, last: number): Promise<void> {
  await tx
    .updateTable('journals')
    .set({ lastNumber: last })
    .where((is) => is.and(keyOf(ctx, journal)))
    .where('lastNumber', '<', last)
    .execute()
}

/** Takes the next number. A rollback gives it back, so a journal has no gaps of the product's making. */
export async function takeNumber(tx: Tx, ctx: Where, journal: Journal): Promise<number> {
  const next = (await lockJournal(tx, ctx, journal)) + 1
  await keepLast(tx, ctx, journal, next)
  return next
}

/** Gives back a number that no paper bears after all; when others came after it, it stays taken. */
export async function giveBackNumber(tx: Tx, ctx: Where, journal: Journal, number: number): Promise<void> {
  await tx
    .updateTable('journals')
    .set({ lastNumber: number - 1 })
    .where((is) => is.and({ ...keyOf(ctx, journal), lastNumber: number }))
    .execute()
}
