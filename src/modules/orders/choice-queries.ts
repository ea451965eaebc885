import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { fullName, type NameParts } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import type { ActKind } from '../../regulation/acts.ts'
import { orderLabel } from '../../regulation/acts.ts'
import type { AppointmentKind } from '../../regulation/kinds.ts'
import { callChoices } from '../calls/queries.ts'
import { regulationVersions } from '../regulation/queries.ts'
import { applicationChoices } from '../submissions/candidate-queries.ts'

/** A row that may be named in an order, as people write it. */
export type Named = { readonly id: string; readonly label: string }

/** Everything an order may name. */
export type OrderChoices = {
  readonly people: readonly Named[]
  readonly signatories: readonly Named[]
  readonly organisations: readonly Named[]
  readonly sites: readonly Named[]
  readonly appointments: readonly (Named & { readonly kind: AppointmentKind })[]
  readonly orders: readonly Named[]
  /** Calls an order may prolong, those that end last above. */
  readonly calls: readonly Named[]
  /** Applications that may be decided. */
  readonly applications: readonly Named[]
  /** Versions of the regulation that no order has approved yet. */
  readonly regulations: readonly Named[]
}

const most = 3000

/** Everything of the territory an order may name, each list sorted as people look for it. */
export async function orderChoices(tx: Tx, ctx: Ctx): Promise<OrderChoices> {
  const people = await peopleOf(tx, ctx)
  const versions = await regulationVersions(tx, ctx.territory.id)
  return {
    people: unlike(people),
    signatories: unlike(people.filter((person) => person.signs)),
    organisations: unlike(await organisationsOf(tx, ctx)),
    sites: unlike(await sitesOf(tx, ctx)),
    appointments: await appointmentsOf(tx, ctx),
    orders: await signedOrders(tx, ctx),
    calls: unlike(await callChoices(tx, ctx)),
    applications: await applicationChoices(tx, ctx),
    regulations: versions
      .filter((version) => version.orderId === null)
      .map(({ id, version }) => ({ id, label: `редакция ${version}, ещё не утверждена` })),
  }
}

/** Labels that are the same get a number, so that each can be chosen. */
function unlike(rows: readonly Named[]): Named[] {
  const times = new Map<string, number>()
  return rows.map(({ id, label }) => {
    const time = (times.get(label) ?? 0) + 1
    times.set(label, time)
    return { id, label: time === 1 ? label : `${label} (${time})` }
  })
}

async function peopleOf(tx: Tx, ctx: Ctx): Promise<(Named & { signs: boolean })[]> {
  const { rows } = await sql<NameParts & { id: string; post: string | null; signs: boolean }>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      (select concat_ws(', ', t.title, g.short_name) from posts t
          join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
        where t.territory_id = p.territory_id and t.person_id = p.id and t.starts_on <= ${ctx.today} and (t.ends_on is null or t.ends_on >= ${ctx.today})
        order by t.kind = 'head' desc, t.starts_on limit 1) as post,
      exists (select 1 from role_grants r where r.territory_id = p.territory_id and r.person_id = p.id and r.role = 'signatory'
        and r.starts_on <= ${ctx.today} and (r.ends_on is null or r.ends_on >= ${ctx.today})) as signs
    from people p where p.territory_id = ${ctx.territory.id}
    order by p.family_name collate "ru-kn", p.given_name, p.patronymic, p.id limit ${most}`.execute(tx)
  return rows.map(({ id, post, signs, ...name }) => ({
    id,
    signs,
    label: [fullName(name), post].filter((part) => part !== null).join(', '),
  }))
}

async function organisationsOf(tx: Tx, ctx: Ctx): Promise<Named[]> {
  const { rows } = await sql<Named>`select id, short_name as label from organisations
    where territory_id = ${ctx.territory.id} order by short_name collate "ru-kn", id limit ${most}`.execute(tx)
  return rows
}

async function sitesOf(tx: Tx, ctx: Ctx): Promise<Named[]> {
  const { rows } = await sql<Named>`select site_id as id, short_name || ': ' || theme as label from register_entries
    where territory_id = ${ctx.territory.id} and (ends_on is null or ends_on >= ${ctx.today})
    order by short_name collate "ru-kn", site_id limit ${most}`.execute(tx)
  return rows
}

async function appointmentsOf(tx: Tx, ctx: Ctx): Promise<(Named & { kind: AppointmentKind })[]> {
  const { rows } = await sql<NameParts & { id: string; kind: AppointmentKind; site: string | null }>`
    select a.id, a.kind, e.short_name as site, p.family_name, p.given_name, p.patronymic
    from appointments a join people p on p.territory_id = a.territory_id and p.id = a.person_id
      left join register_entries e on e.territory_id = a.territory_id and e.site_id = a.site_id
    where a.territory_id = ${ctx.territory.id} and a.kind <> 'expert' and (a.ends_on is null or a.ends_on >= ${ctx.today})
    order by p.family_name collate "ru-kn", p.given_name, a.id limit ${most}`.execute(tx)
  return rows.map(({ id, kind, site, ...name }) => ({
    id,
    kind,
    label: [fullName(name), site].filter((part) => part !== null).join(', '),
  }))
}

async function signedOrders(tx: Tx, ctx: Ctx): Promise<Named[]> {
  const { rows } = await sql<{ id: string; kind: ActKind; numberText: string; signedOn: Day; title: string }>`
    select id, kind, number_text, signed_on, title from orders
    where territory_id = ${ctx.territory.id} and state = 'signed' order by signed_on desc, number desc limit 500`.execute(tx)
  return rows.map(({ id, title, ...order }) => ({ id, label: `${orderLabel(order)} «${title}»` }))
}
