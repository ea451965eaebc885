import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { fullName, type NameParts } from '../../../kernel/names.ts'
import type { Day } from '../../../kernel/types.ts'
import type { NamedRow } from '../../../kit/order/effect-props.ts'
import type { Choices } from '../../../kit/order/template.ts'
import { unlike } from '../../../kit/order/unlike.ts'
import type { AppointmentKind } from '../../../regulation/kinds.ts'
import { sitesNamed } from './read-rows.ts'

declare module '../../../kit/order/effect-props.ts' {
  interface OrderChoices {
    readonly sites: readonly NamedRow[]
    readonly appointments: readonly (NamedRow & { readonly kind: AppointmentKind })[]
  }
}
declare module '../../../kit/order/template.ts' {
  interface SettingRows {
    /** The site it is about. */
    readonly site: { readonly name: string; readonly from: Day; readonly to: Day | null } | null
  }
}

/** Sites and appointments an order may name, each list sorted as people look for it. */
export async function siteChoices(tx: Tx, ctx: Ctx) {
  return { sites: unlike(await sitesOf(tx, ctx)), appointments: await appointmentsOf(tx, ctx) }
}

/** The site templates are written about. */
export async function siteSetting(tx: Tx, ctx: Ctx, { siteId }: Choices) {
  const [site] = siteId === null ? [] : await sitesNamed(tx, ctx, { organisations: [], sites: [siteId], orders: [] })
  return { site: site ?? null }
}

async function sitesOf(tx: Tx, ctx: Ctx): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`select site_id as id, short_name || ': ' || theme as label from register_entries
    where territory_id = ${ctx.territory.id} and (ends_on is null or ends_on >= ${ctx.today})
    order by short_name collate "ru-kn", site_id`.execute(tx)
  return rows
}

async function appointmentsOf(tx: Tx, ctx: Ctx): Promise<(NamedRow & { kind: AppointmentKind })[]> {
  const { rows } = await sql<NameParts & { id: string; kind: AppointmentKind; site: string | null }>`
    select a.id, a.kind, e.short_name as site, p.family_name, p.given_name, p.patronymic
    from appointments a join people p on p.territory_id = a.territory_id and p.id = a.person_id
      left join register_entries e on e.territory_id = a.territory_id and e.site_id = a.site_id
    where a.territory_id = ${ctx.territory.id} and a.kind <> 'expert' and (a.ends_on is null or a.ends_on >= ${ctx.today})
    order by p.family_name collate "ru-kn", p.given_name, a.id`.execute(tx)
  return rows.map(({ id, kind, site, ...name }) => ({
    id,
    kind,
    label: [fullName(name), site].filter((part) => part !== null).join(', '),
  }))
}
