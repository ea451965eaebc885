import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Day, OrderId, SiteId } from '../../kernel/types.ts'
import { type ActKind, act, numberedAct } from '../../regulation/acts.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { groundText } from '../../regulation/status/questions.ts'
import { paths } from '../../web/paths.ts'
import { course, type LifeStep, type ShownSite } from './ports.ts'

type OfOrder = { orderId: OrderId; orderKind: ActKind; orderNumber: string; signedOn: Day; point: string }

/** Steps of all modules, newest first. */
export const inCourse = (steps: readonly LifeStep[]): LifeStep[] =>
  steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => b.step.on.localeCompare(a.step.on) || rank(b.step) - rank(a.step) || b.index - a.index)
    .map(({ step }) => step)
const rank = ({ what }: LifeStep) => course.indexOf(what)

/** What orders have done to a status: given, prolonged, suspended, resumed, ended it. */
export async function orderedSteps(tx: Tx, ctx: Ctx, { site, regulation }: ShownSite): Promise<LifeStep[]> {
  const steps = await Promise.all([orderSteps(tx, ctx, site.id, regulation), suspensionSteps(tx, ctx, site.id)])
  return steps.flat()
}

const byOrder = (ctx: Ctx, { orderId, orderKind, orderNumber, signedOn, point }: OfOrder) => ({
  link: {
    href: paths.order({ territory: ctx.territory.code, order: orderId }),
    label: `${numberedAct(orderKind, orderNumber)} от ${longDate(signedOn)}, п. ${point}`,
  },
  act: true,
})

const ofOrder = (alias: string) =>
  sql.raw(`${alias}.id as order_id, ${alias}.kind as order_kind, ${alias}.number_text as order_number, ${alias}.signed_on`)

async function orderSteps(tx: Tx, ctx: Ctx, siteId: SiteId, regulation: Regulation): Promise<LifeStep[]> {
  const territoryId = ctx.territory.id
  const givenBy = sql<OfOrder & { from: Day; to: Day | null; last: Day | null; endedEarly: boolean }>`
    select s.starts_on as "from", coalesce((select min(x.was_until) from site_extensions x
        where x.territory_id = s.territory_id and x.site_id = s.id), s.granted_until) as "to", s.ends_on as last, s.point_number as point, ${ofOrder('o')}, s.ended_by_order_id is not null as ended_early
    from sites s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
    where s.territory_id = ${territoryId} and s.id = ${siteId}`
  const extendedBy = sql<OfOrder & { to: Day; isEarlier: boolean; makesUp: boolean }>`
    select x.until as "to", x.until < x.was_until as is_earlier, x.makes_up, x.point_number as point, ${ofOrder('o')}
    from site_extensions x join orders o on o.territory_id = x.territory_id and o.id = x.order_id
    where x.territory_id = ${territoryId} and x.site_id = ${siteId}`
  const endedBy = sql<OfOrder & { on: Day; ground: string | null }>`
    select s.ends_on as "on", s.end_ground as ground, s.ended_by_point as point, ${ofOrder('o')}
    from sites s join orders o on o.territory_id = s.territory_id and o.id = s.ended_by_order_id
    where s.territory_id = ${territoryId} and s.id = ${siteId}`
  const [granted, extended, ended] = await Promise.all([givenBy.execute(tx), extendedBy.execute(tx), endedBy.execute(tx)])
  const [site] = granted.rows
  if (!site) return []
  const { last } = site
  const isOver = !site.endedEarly && last !== null && last < ctx.today
  const until = site.to === null ? '' : ` по ${longDate(site.to)}`
  const groundOf = (code: string | null) => groundText(regulation, code)
  return [
    {
      what: 'granted',
      on: site.signedOn,
      title: 'Присвоен статус',
      more: `С ${longDate(site.from)}${until}`,
      ...byOrder(ctx, site),
    },
    ...extended.rows.map(
      (row): LifeStep => ({
        what: 'extended',
        on: row.signedOn,
        title: row.isEarlier
          ? 'Дни приостановки не понадобились'
          : row.makesUp
            ? 'Срок статуса продлён на дни приостановки'
            : 'Статус продлён',
        more: `По ${longDate(row.to)}`,
        ...byOrder(ctx, row),
      }),
    ),
    ...ended.rows.map(
      (row): LifeStep => ({
        what: 'terminated',
        on: row.on,
        title: `Последний день статуса: прекращён ${act(row.orderKind).instrumental}`,
        more: groundOf(row.ground),
        ...byOrder(ctx, row),
      }),
    ),
    ...(isOver
      ? [{ what: 'over', on: last, title: 'Последний день статуса: срок вышел', more: null, link: null, act: false } as const]
      : []),
  ]
}

async function suspensionSteps(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<LifeStep[]> {
  const { rows: begun } = await sql<OfOrder & { on: Day; reason: string }>`
    select s.starts_on as "on", s.reason, s.point_number as point, ${ofOrder('o')}
    from suspensions s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
    where s.territory_id = ${ctx.territory.id} and s.site_id = ${siteId}`.execute(tx)
  const { rows: ended } = await sql<OfOrder & { on: Day }>`
    select s.ends_on + 1 as "on", s.ended_by_point as point, ${ofOrder('o')}
    from suspensions s join orders o on o.territory_id = s.territory_id and o.id = s.ended_by_order_id
    where s.territory_id = ${ctx.territory.id} and s.site_id = ${siteId}`.execute(tx)
  return [
    ...begun.map(
      (row): LifeStep => ({
        what: 'suspended',
        on: row.on,
        title: 'Деятельность приостановлена',
        more: row.reason,
        ...byOrder(ctx, row),
      }),
    ),
    ...ended.map(
      (row): LifeStep => ({
        what: 'resumed',
        on: row.on,
        title: 'Деятельность возобновлена',
        more: null,
        ...byOrder(ctx, row),
      }),
    ),
  ]
}
