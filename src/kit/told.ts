import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import type { Fact, FactKind } from '../history/facts.ts'
import { recordAll } from '../history/record.ts'
import type { Day, SiteId, TerritoryId } from '../kernel/types.ts'
import type { Notice, NoticeKind, Notices } from '../notices/kinds.ts'
import { tell } from '../notices/tell.ts'

/** Where and when people are told of something; more is known where somebody does it. */
export type When = { readonly territory: { readonly id: TerritoryId }; readonly today: Day }

/** Somebody does it, or the clock of the installation by itself. */
export type ByClock = Pick<Ctx, 'territory' | 'today' | 'now' | 'services'> & { readonly actor: Ctx['actor'] | null }

/** People to tell: by id, or those whom a query finds for the site. */
export type Who<At extends When = Ctx> =
  | string
  | null
  | readonly string[]
  | ((tx: Tx, ctx: At, siteId: SiteId) => Promise<readonly string[]>)

/** What a deed tells people; about the thing itself unless it names another subject. */
export type Told<At extends When = Ctx> = {
  [Kind in NoticeKind]: {
    readonly kind: Kind
    readonly to: readonly Who<At>[]
    readonly params: Readonly<Notices[Kind]>
    readonly subjectId?: string
    /** Where each of several a day is told: the version of the thing, or the number of what it is about. */
    readonly nth?: number
  }
}[NoticeKind]

/** What a deed leaves in history; of the thing itself unless it names another subject. */
export type Happened = {
  [Kind in FactKind]: Omit<Fact<Kind>, 'subjectId' | 'siteId'> & Partial<Pick<Fact, 'subjectId' | 'siteId'>>
}[FactKind]

/** What is told and recorded may have to be asked for. */
export type Perhaps<One> = One | readonly One[] | null | Promise<One | readonly One[] | null>

export const listOf = <One>(given: One | readonly One[] | null | undefined): readonly One[] =>
  given == null ? [] : Array.isArray(given) ? given : [given as One]

type Of = { readonly id: string; readonly siteId: SiteId | null }

export const factsOf = (happened: Happened | readonly Happened[] | null, { id, siteId }: Of): Fact[] =>
  listOf(happened).map((one) => ({ subjectId: id, siteId, ...one }))

/** Everybody once, however many ways lead to them. */
export async function noticesOf<At extends When>(
  tx: Tx,
  ctx: At,
  told: Told<At> | readonly Told<At>[] | null,
  { id, siteId }: Of,
): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const { to, subjectId = id, ...one } of listOf(told)) {
    const found = await Promise.all(
      to.map((who) => (typeof who !== 'function' ? listOf(who) : siteId === null ? [] : who(tx, ctx, siteId))),
    )
    for (const personId of new Set(found.flat())) notices.push({ ...one, subjectId, personId } as Notice)
  }
  return notices
}

/** What a deed has still to tell and to record when everything is written. */
export type Report = { readonly facts: readonly Fact[]; readonly notices: readonly Notice[] }

/** The end of a deed: people are told, and history is written last, for it locks the head of its chain. */
export async function report(tx: Tx, ctx: ByClock, { facts, notices }: Report): Promise<void> {
  await tell(tx, ctx, notices)
  await recordAll(tx, ctx, facts)
}
