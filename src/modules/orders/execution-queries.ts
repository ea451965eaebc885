import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import { namesOfFiles } from '../../files/store.ts'
import { type NameParts, withInitials } from '../../kernel/names.ts'
import type { Day, FileId, Instant, OrderId, PersonId } from '../../kernel/types.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { AssignmentState, DutySource } from './assignment-machine.ts'

/** The order and its point that a duty comes from. */
type OfOrder = {
  readonly orderId: OrderId
  readonly pointNumber: string
  readonly act: ActKind
  readonly orderNumber: string
  readonly orderSignedOn: Day
  readonly orderTitle: string
}

type Common = {
  readonly id: string
  readonly text: string
  readonly personId: PersonId
  readonly person: string
  readonly state: AssignmentState
  readonly startsOn: Day | null
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  readonly acceptedOn: Day | null
  readonly acceptedBy: string | null
  readonly files: readonly { readonly id: FileId; readonly name: string }[]
  readonly note: string | null
  readonly remark: string | null
  readonly isOverdue: boolean
  readonly controllerId: PersonId | null
}

/** An assignment with the point and the order it comes from. */
export type AssignmentLine = Common & OfOrder

/** What a duty comes from that is no order: what it is, its row, how it is named. */
type Elsewhere = { readonly source: Exclude<DutySource, 'order'>; readonly sourceId: string; readonly ground: string }

/** A duty wherever it comes from. */
export type DutyLine = Common & { readonly of: OfOrder | Elsewhere }

type Row = Omit<Common, 'person' | 'acceptedBy' | 'files' | 'isOverdue'> &
  NameParts & {
    readonly acceptor: NameParts | null
    readonly fileIds: readonly FileId[]
    readonly ofOrder: OfOrder | null
    readonly elsewhere: Elsewhere | null
  }

const lines = (ctx: Ctx) => sql`
  select a.id, coalesce(p.text, a.text) as text, a.person_id, a.state, p.starts_on, coalesce(p.due_on, a.due_on) as due_on, a.done_on, a.accepted_on, a.note, a.remark,
    coalesce(o.controller_id, a.controller_id) as controller_id,
    case when o.id is not null then json_build_object('orderId', o.id, 'pointNumber', p.number, 'act', o.kind, 'orderNumber', o.number_text,
      'orderSignedOn', o.signed_on, 'orderTitle', o.title) end as of_order,
    case when o.id is null then json_build_object('source', a.source, 'sourceId', a.source_id, 'ground', a.ground) end as elsewhere,
    person.family_name, person.given_name, person.patronymic,
    case when taker.id is null then null else json_build_object('familyName', taker.family_name, 'givenName', taker.given_name, 'patronymic', taker.patronymic)
      end as acceptor,
    array(select s.file_id from assignment_files s where s.territory_id = a.territory_id and s.assignment_id = a.id order by s.file_id) as file_ids
  from assignments a
    left join order_points p on p.territory_id = a.territory_id and p.id = a.point_id
    left join orders o on o.territory_id = a.territory_id and o.id = a.order_id
    join people person on person.territory_id = a.territory_id and person.id = a.person_id
    left join people taker on taker.territory_id = a.territory_id and taker.id = a.accepted_by
  where a.territory_id = ${ctx.territory.id}`

async function found(tx: Tx, ctx: Ctx, which: RawBuilder<unknown>): Promise<DutyLine[]> {
  const { rows } = await sql<Row>`${lines(ctx)} and ${which}`.execute(tx)
  const names = await namesOfFiles(
    tx,
    ctx,
    rows.flatMap(({ fileIds }) => fileIds),
  )
  return rows.flatMap(({ familyName, givenName, patronymic, acceptor, fileIds, ofOrder, elsewhere, ...row }) => {
    const of = ofOrder ?? elsewhere
    if (of === null) return []
    return {
      ...row,
      of,
      person: withInitials({ familyName, givenName, patronymic }),
      acceptedBy: acceptor && withInitials(acceptor),
      files: fileIds.map((id) => ({ id, name: names.get(id) ?? '' })),
      isOverdue: row.state === 'open' && row.dueOn !== null && row.dueOn < ctx.today,
    }
  })
}

/** All tasks of an order and their state, point by point: what its controller sees. (L-O5) */
export const controlView = (tx: Tx, ctx: Ctx, orderId: OrderId): Promise<AssignmentLine[]> =>
  once(tx, `control of ${orderId}`, async () => {
    const lines = await found(tx, ctx, sql`a.order_id = ${orderId} order by p.position, person.family_name collate "ru-kn", a.id`)
    return lines.flatMap(({ of, ...line }) => ('orderId' in of ? [{ ...line, ...of }] : []))
  })

/** The duties that something else than an order has given, by their ids. */
export async function dutiesFrom(
  tx: Tx,
  ctx: Ctx,
  source: Elsewhere['source'],
  sourceId: string,
): Promise<ReadonlyMap<string, DutyLine>> {
  const lines = await found(tx, ctx, sql`a.source = ${source} and a.source_id = ${sourceId} order by a.id`)
  return new Map(lines.map((line) => [line.id, line]))
}

/** All duties of one source, as rows of a larger question of its own module. */
export const dutiesGivenBy = (source: Elsewhere['source']) => sql`(select * from assignments where source = ${source})`

/** One assignment; undefined when the territory has no such one. */
export const findAssignment = async (tx: Tx, ctx: Ctx, id: string): Promise<DutyLine | undefined> =>
  (await found(tx, ctx, sql`a.id = ${id}`))[0]

export type AcquaintanceLine = {
  readonly personId: PersonId
  readonly person: string
  readonly post: string | null
  readonly organisation: string | null
  readonly confirmedAt: Instant | null
}

/** The acquaintance sheet of a signed order: who has to read it and who has. */
export async function acquaintanceSheet(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<AcquaintanceLine[]> {
  const { rows } = await sql<Omit<AcquaintanceLine, 'person'> & NameParts>`
    select q.person_id, q.confirmed_at, p.family_name, p.given_name, p.patronymic, post.title as post, coalesce(named.short_name, post.organisation) as organisation
    from acquaintances q
      join people p on p.territory_id = q.territory_id and p.id = q.person_id
      join orders o on o.territory_id = q.territory_id and o.id = q.order_id
      left join organisations named on named.territory_id = q.territory_id and named.id = q.organisation_id
      left join lateral (select t.title, g.short_name as organisation from posts t
          join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
        where t.territory_id = q.territory_id and t.person_id = q.person_id and (q.organisation_id is null or t.organisation_id = q.organisation_id)
          and t.starts_on <= o.signed_on and (t.ends_on is null or t.ends_on >= o.signed_on)
        order by t.kind = 'head' desc, t.starts_on limit 1) post on true
    where q.territory_id = ${ctx.territory.id} and q.order_id = ${orderId}
    order by organisation collate "ru-kn" nulls first, p.family_name collate "ru-kn"`.execute(tx)
  return rows.map(({ familyName, givenName, patronymic, ...row }) => ({
    ...row,
    person: withInitials({ familyName, givenName, patronymic }),
  }))
}

/** Points of orders that the person has still to carry out: the keys of their tasks, by order. */
export async function pointsToCarryOut(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'actor'>,
): Promise<{ key: string; orderId: OrderId; text: string }[]> {
  const { rows } = await sql<{ key: string; orderId: OrderId; text: string }>`
    select 'assignment:' || a.id as key, a.order_id, p.text from assignments a
    join order_points p on p.territory_id = a.territory_id and p.id = a.point_id
    where a.territory_id = ${ctx.territory.id} and a.person_id = ${ctx.actor.personId} and a.state = 'open'`.execute(tx)
  return rows
}
