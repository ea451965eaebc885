import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { holds, idsFound, type Question, questionOf } from '../../db/words.ts'
import { type NameParts, withInitials } from '../../kernel/names.ts'
import type { Day, Instant, OrderId, PersonId } from '../../kernel/types.ts'
import { down, orNone } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { AskedNames, NamedRow, OrderChoices } from '../../kit/order/effect-props.ts'
import type { EffectKind } from '../../kit/order/effects.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { type ActKind, orderLabel } from '../../regulation/acts.ts'
import { namesOf } from '../people/name-queries.ts'
import type { OrderState } from './machine.ts'
import type { FullOrder } from './model.ts'
import type { OrderSnapshot } from './snapshot.ts'
import { readFullOrder } from './store.ts'
import { sees } from './visibility.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'orders.snapshot': OrderSnapshot
  }
}

export type OrderLine = {
  readonly id: OrderId
  readonly kind: ActKind
  readonly state: OrderState
  readonly title: string
  readonly numberText: string | null
  readonly signedOn: Day | null
  readonly effectiveOn: Day | null
  readonly issuerName: string
  readonly preparedOn: Instant
  readonly isPublished: boolean
  readonly openAssignments: number
  readonly allAssignments: number
  readonly points: number
  /** How many changes of each kind it orders. */
  readonly effects: Readonly<Partial<Record<EffectKind, number>>>
}

type OrderFilter = { readonly state: OrderState | null; readonly year: number | null; readonly q?: string | null }

/** Orders of the territory, drafts first, then the newest. Those outside the office see only signed ones and those addressed to them. */
export function listOrders(tx: Tx, ctx: Ctx, { state, year, q = null }: OrderFilter): Rows<OrderLine> {
  const question = questionOf(q)
  const seen = may(ctx, 'order.viewDraft')
    ? sql<boolean>`true`
    : sql<boolean>`(o.state in ('signed', 'revoked') or (o.state = 'awaitingSignature' and (o.signatory_id = ${ctx.actor.personId} or exists (select from order_signatures s
          where s.territory_id = o.territory_id and s.order_id = o.id and s.person_id = ${ctx.actor.personId})))
        or ${ctx.actor.roles.includes('bodyMember')} and o.issuer_id = any(${ctx.actor.worksIn}::uuid[]))`
  return sqlRows(tx, {
    select: sql`o.id, o.kind, o.state, o.title, o.number_text, o.signed_on, o.effective_on, i.short_name as issuer_name,
      o.created_at as prepared_on, o.published_at is not null as is_published,
      (select count(*)::int from assignments a where a.territory_id = o.territory_id and a.order_id = o.id and a.state in ('open', 'done')) as open_assignments,
      (select count(*)::int from assignments a where a.territory_id = o.territory_id and a.order_id = o.id) as all_assignments,
      (select count(*)::int from order_points p where p.territory_id = o.territory_id and p.order_id = o.id) as points,
      coalesce((select json_object_agg(kind, times) from (select e.effect ->> 'kind' as kind, count(*)::int as times from order_effects e
        where e.territory_id = o.territory_id and e.order_id = o.id group by 1) by_kind), '{}') as effects`,
    from: sql`orders o`,
    as: 'o',
    joins: sql`join organisations i on i.territory_id = o.territory_id and i.id = o.issuer_id`,
    where: sql`o.territory_id = ${ctx.territory.id} and ${seen}
      and (${state}::text is null or o.state = ${state}) and (${year}::int is null or o.year = ${year})
      and ${question === '' ? sql`true` : saying(question)}`,
    order: [down(orNone(sql`o.signed_on`)), down(orNone(sql`o.number`)), down(sql`o.id`)],
  })
}

/** Signed orders say it in their titles or points; of drafts only the titles are looked at. */
const saying = (question: Question) => sql<boolean>`(o.id = any(${idsFound('order', question)})
  or o.state in ('draft', 'awaitingSignature') and ${holds(sql`o.title`, question)})`

/** The years that have signed orders, newest first, for the filter. */
export async function orderYears(tx: Tx, ctx: Ctx): Promise<number[]> {
  const rows = await tx
    .selectFrom('orders')
    .select('year')
    .distinct()
    .where('territoryId', '=', ctx.territory.id)
    .where('year', 'is not', null)
    .orderBy('year', 'desc')
    .execute()
  return rows.flatMap(({ year }) => year ?? [])
}

/** One order with its points, if this person may see it. */
export async function findOrder(tx: Tx, ctx: Ctx, id: OrderId): Promise<FullOrder | undefined> {
  const full = await readFullOrder(tx, ctx, id)
  return full && sees(ctx, full.order) ? full : undefined
}

/** A signed order for the pages of its execution; null for a draft. */
export async function signedOrder(tx: Tx, ctx: Ctx, id: OrderId): Promise<FullOrder | null> {
  const full = await findOrder(tx, ctx, id)
  return full && full.order.signedOn !== null ? full : null
}

/** What a signed order said when it was signed; null for a draft. */
export async function snapshotOf(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<OrderSnapshot | null> {
  const row = await tx
    .selectFrom('orders')
    .select('snapshot')
    .where((is) => is.and({ territoryId: ctx.territory.id, id: orderId }))
    .executeTakeFirst()
  return row?.snapshot ?? null
}

/** The parts of a person's name: as it is, or as it was on a day. */
export async function nameOf(tx: Tx, ctx: Ctx, personId: PersonId, on: Day | null = null): Promise<NameParts> {
  const name = (await namesOf(tx, ctx, [personId], on)).get(personId)
  if (!name) throw new Error('An order names a person who is not in the register')
  return name
}

/** Names with initials of everybody an order mentions, as on the day of its signing: signatory, controller, who prepared it, assignees. */
export async function namesIn(tx: Tx, ctx: Ctx, { order, points }: FullOrder): Promise<ReadonlyMap<string, string>> {
  const signers = order.signatures.map(({ personId }) => personId)
  const ids = [
    order.signatoryId,
    order.controllerId,
    order.preparedBy,
    ...signers,
    ...points.flatMap((point) => point.assigneeIds),
  ]
  const names = await namesOf(
    tx,
    ctx,
    ids.filter((id) => id !== null),
    order.signedOn,
  )
  return new Map([...names].map(([id, name]) => [id, withInitials(name)]))
}

/** When a draft was begun. */
export async function preparedAt(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<Instant> {
  const row = await tx
    .selectFrom('orders')
    .select('createdAt')
    .where((is) => is.and({ territoryId: ctx.territory.id, id: orderId }))
    .executeTakeFirstOrThrow()
  return row.createdAt
}

/** What an order may name, each list sorted as people look for it; of people and organisations those asked for. */
export async function orderChoices(tx: Tx, ctx: Ctx, asked: AskedNames): Promise<OrderChoices> {
  let choices: Partial<OrderChoices> = {}
  for (const part of orderParts.parts()) choices = { ...choices, ...(await part.choices?.(tx, ctx, asked)) }
  return choices as OrderChoices
}

/** Orders that another one may revoke. */
export async function signedOrders(tx: Tx, ctx: Ctx): Promise<NamedRow[]> {
  const { rows } = await sql<{ id: string; kind: ActKind; numberText: string; signedOn: Day; title: string }>`
    select id, kind, number_text, signed_on, title from orders
    where territory_id = ${ctx.territory.id} and state = 'signed' order by signed_on desc, number desc`.execute(tx)
  return rows.map(({ id, title, ...order }) => ({ id, label: `${orderLabel(order)} «${title}»` }))
}
