import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { addDays, dayBefore, later, longDate, shortDate } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { ok } from '../../kernel/result.ts'
import type { Day, PairId, SiteId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import type { Leaving, standingOnPosts } from '../people/ports.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { isWaiting } from './machine.ts'
import { isBeingPassed, passedFact, passTo } from './passing.ts'
import { type PairRow, pairsBy } from './queries.ts'

/** Nobody has so many at once. */
const most = 500

const open = sql`g.closed_on is null`

/** Pairs by a condition on `g`, locked until the end of the transaction: whoever writes down what came of one is first, or second. */
async function lockedPairs(tx: Tx, ctx: Ctx, where: RawBuilder<unknown>): Promise<readonly PairRow[]> {
  await sql`select from pairs g where g.territory_id = ${ctx.territory.id} and ${open} and ${where} order by g.id for update`.execute(
    tx,
  )
  return pairsBy(tx, ctx, sql`${open} and ${where}`).page(most, 0)
}

type Cut = {
  readonly last: Day
  readonly why: string
  /** What is kept as the outcome and printed on papers, where `why` names somebody. */
  readonly unnamed?: string
}

/** A pair cannot outlast a day: over at once where that has come, else its last day is that one; one that nobody has agreed to yet is declined. */
export async function cutShort(tx: Tx, ctx: Ctx, row: PairRow, { last, why, unnamed = why }: Cut): Promise<Fact> {
  const neverBegan = last < row.startsOn
  const isOver = last <= ctx.today || neverBegan || isWaiting(row.state)
  const closedOn = last < ctx.today && !neverBegan ? last : ctx.today
  const ended = { state: isWaiting(row.state) ? 'declined' : 'ended', closedOn, outcome: unnamed } as const
  await tx
    .updateTable('pairs')
    .set((was) => ({ ...(isOver ? ended : { endsOn: last }), editVersion: was('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id: row.id }))
    .execute()
  const { mentor, mentee, goal, siteName: site } = row
  const told = isOver
    ? ({
        kind: isWaiting(row.state) ? 'pair.declined' : 'pair.ended',
        params: { site, mentor, mentee, goal, why, outcome: why },
      } as const)
    : ({ kind: 'pair.shortened', params: { site, mentor, mentee, goal, why, to: last } } as const)
  await tell(
    tx,
    ctx,
    [row.mentorId, row.menteeId].map((personId) => ({ ...told, subjectId: row.id, personId })),
  )
  const of = { subjectId: row.id, siteId: row.siteId }
  if (!isOver) return { ...of, kind: 'pair.shortened', facts: { mentor, mentee, to: last, why } }
  return isWaiting(row.state)
    ? { ...of, kind: 'pair.declined', facts: { mentor, mentee, why } }
    : { ...of, kind: 'pair.ended', facts: { mentor, mentee, on: closedOn, outcome: why } }
}

/** A status ends: a pair that would go on after its last day ends with it, and both are told. */
export async function endWithSite(tx: Tx, ctx: Ctx, { siteId, on }: { siteId: SiteId; on: Day }): Promise<readonly Fact[]> {
  const facts: Fact[] = []
  for (const row of await lockedPairs(tx, ctx, sql`g.site_id = ${siteId} and g.ends_on > ${on}`))
    facts.push(await cutShort(tx, ctx, row, { last: on, why: `Статус площадки: последний день — ${longDate(on)}` }))
  return facts
}

export async function forgetWithSites(tx: Tx, { territory }: Ctx, siteIds: readonly SiteId[]): Promise<void> {
  await tx
    .deleteFrom('pairs')
    .where('territoryId', '=', territory.id)
    .where('siteId', 'in', [...siteIds])
    .execute()
}

type Loose = { readonly row: PairRow; readonly outside: Day }

/** Pairs in which a person learns on after the last day of the posts. */
async function loose(tx: Tx, ctx: Ctx, { personId, endsOn, posts }: Leaving, lock = false): Promise<Loose[]> {
  const own = sql`g.mentee_id = ${personId} and g.ends_on > ${endsOn}`
  const rows = lock ? await lockedPairs(tx, ctx, own) : await pairsBy(tx, ctx, sql`${open} and ${own}`).page(most, 0)
  return rows.flatMap((row) => {
    const outside = firstDayOutside({ from: row.startsOn, to: row.endsOn }, posts)
    return outside === null ? [] : [{ row, outside }]
  })
}

/** Pairs that a person leads on after the last day of the posts; those of which nothing stands any more then. */
async function ledBy(tx: Tx, ctx: Ctx, { personId, endsOn, posts }: Leaving, lock = false): Promise<readonly PairRow[]> {
  if (posts.some(({ to }) => to === null || to > endsOn)) return []
  const own = sql`g.mentor_id = ${personId} and g.ends_on > ${endsOn} and not ${isBeingPassed(ctx)}`
  return lock ? lockedPairs(tx, ctx, own) : pairsBy(tx, ctx, sql`${open} and ${own}`).page(most, 0)
}

const learns = ({ id }: PairRow) => `pair-${id}`
const leads = ({ id }: PairRow) => `mentee-${id}`

/** Whoever learns in a pair stands on their posts; whoever leads one hands it over, or leaves it nobody's. (c20) */
export const pairsOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
  async find(tx, ctx, leaving) {
    const [ends, goes] = await Promise.all([loose(tx, ctx, leaving), ledBy(tx, ctx, leaving)])
    return [
      ...ends.map(({ row }) => ({
        key: learns(row),
        what: `наставническая пара, наставник — ${row.mentor}, ${row.siteName}, по ${shortDate(row.endsOn)}`,
        note: 'Если человек переходит в другую организацию, сначала запишите ему новую должность: пара пойдёт дальше',
        mayHandOver: false,
      })),
      ...goes.map((row) => ({
        key: leads(row),
        what: `ведёт наставническую пару: ${row.mentee}, ${row.siteName}, по ${shortDate(row.endsOn)}`,
        note: isWaiting(row.state)
          ? 'Пара ещё не согласована: она не состоится'
          : 'Без нового человека пара останется ничьей, и кому её вести, решит руководитель площадки. Новый должен согласиться',
        mayHandOver: !isWaiting(row.state),
      })),
    ]
  },
  async settle(tx, ctx, leaving, key, heir) {
    const ended = (await loose(tx, ctx, leaving, true)).find(({ row }) => learns(row) === key)
    if (ended) {
      const last = dayBefore(ended.outside)
      const why = `Закончилась должность того, кто учится: последний день — ${longDate(last)}`
      return ok([await cutShort(tx, ctx, ended.row, { last, why })])
    }
    const row = (await ledBy(tx, ctx, leaving, true)).find((one) => leads(one) === key)
    if (!row) return ok([])
    if (isWaiting(row.state))
      return ok([await cutShort(tx, ctx, row, { last: leaving.endsOn, why: 'Тот, кто должен был вести пару, оставляет работу' })])
    const site = heir !== null && (await standingSite(tx, ctx, row.siteId))
    if (heir === null || !site) return ok([])
    const passed = await passTo(tx, ctx, { site, pair: row, mentorId: heir, from: addDays(leaving.endsOn, 1) })
    if (passed.ok) return ok([passedFact(site, row, passed.value)])
    return passed.refusal.code === 'rule' ? { ok: false, refusal: { ...passed.refusal, field: `stands.${key}` } } : passed
  },
}

/** Both have agreed to go on with somebody else: the pair before ends, or its last day is the one before. */
export async function endBefore(
  tx: Tx,
  ctx: Ctx,
  { cameFromId, startsOn }: { readonly cameFromId: PairId | null; readonly startsOn: Day },
  heir: string,
): Promise<Fact[]> {
  const [row] = cameFromId === null ? [] : await lockedPairs(tx, ctx, sql`g.id = ${cameFromId} and g.state = 'running'`)
  if (!row) return []
  const last = dayBefore(later(startsOn, ctx.today))
  return [await cutShort(tx, ctx, row, { last, why: `Пару дальше ведёт ${heir}`, unnamed: 'Пару дальше ведёт другой человек' })]
}
