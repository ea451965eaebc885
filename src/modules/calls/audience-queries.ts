import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, CallId, Day, OrganisationId, PersonId, TerritoryId } from '../../kernel/types.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import type { Call } from './model.ts'

/** An organisation that hears of a call: one that may apply, or a municipal authority; `personId` is who heads it, if anybody is written down. */
export type Listener = {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly as: 'host' | 'authority'
  readonly personId: PersonId | null
}

type Asked = { readonly initiators: readonly string[]; readonly hostKinds: readonly OrganisationKind[]; readonly day: Day }

/**
 * Whom a call is announced to: the heads of all organisations that may become a site, and of the municipal authorities. The territory's
 * own authority and operator announce it themselves.
 */
export async function audienceOf(tx: Tx, territoryId: TerritoryId, { initiators, hostKinds, day }: Asked): Promise<Listener[]> {
  const kinds = initiators.includes('organisation') ? hostKinds : []
  const { rows } = await sql<Listener>`
    select o.id as organisation_id, o.short_name as name, case when o.kind = 'authority' then 'authority' else 'host' end as "as", p.person_id
    from organisations o
      left join posts p on p.territory_id = o.territory_id and p.organisation_id = o.id and p.kind = 'head'
        and p.starts_on <= ${day} and (p.ends_on is null or p.ends_on >= ${day})
    where o.territory_id = ${territoryId} and not o.is_authority and not o.is_operator
      and (o.kind = 'authority' or o.kind = any(${kinds}::text[]))
    order by o.kind = 'authority' desc, o.short_name collate "ru-kn", o.id`.execute(tx)
  return rows
}

/** The people among them, each once. */
export const peopleOf = (listeners: readonly Listener[]): PersonId[] => [
  ...new Set(listeners.flatMap(({ personId }) => personId ?? [])),
]

/** Who is writing an application of a call and has not sent it: its author, those let in, the heads of its organisations. */
export type Writer = { readonly applicationId: ApplicationId; readonly callId: CallId; readonly personId: PersonId }

/** Everybody who has begun an application of these calls, or got it back, and has not sent it. */
export async function writersOf(tx: Tx, territoryId: TerritoryId, callIds: readonly CallId[], day: Day): Promise<Writer[]> {
  if (callIds.length === 0) return []
  const { rows } = await sql<Writer>`
    with unsent as (select id, call_id, created_by from applications
      where territory_id = ${territoryId} and call_id = any(${callIds}::uuid[]) and state in ('draft', 'returned'))
    select id as application_id, call_id, created_by as person_id from unsent
    union select u.id, u.call_id, e.person_id from unsent u
      join application_editors e on e.territory_id = ${territoryId} and e.application_id = u.id
    union select u.id, u.call_id, p.person_id from unsent u
      join application_organisations o on o.territory_id = ${territoryId} and o.application_id = u.id and o.state <> 'declined'
      join posts p on p.territory_id = o.territory_id and p.organisation_id = o.organisation_id and p.kind = 'head'
        and p.starts_on <= ${day} and (p.ends_on is null or p.ends_on >= ${day})`.execute(tx)
  return rows
}

/** Whether the order lets this person begin an application: the head of a possible site, or whoever may begin one for the office. (C-32) */
export async function isAmongApplicants(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'actor' | 'today'>,
  { initiators }: Pick<Call, 'initiators'>,
  hostKinds: readonly OrganisationKind[],
): Promise<boolean> {
  const { roles, personId } = ctx.actor
  if (initiators.includes('authority') && roles.includes('official')) return true
  if (initiators.includes('operator') && roles.includes('methodist')) return true
  if (ctx.actor.holds.some(({ kind }) => initiators.includes(kind))) return true
  const heads = await audienceOf(tx, ctx.territory.id, { initiators, hostKinds, day: ctx.today })
  return heads.some((one) => one.as === 'host' && one.personId === personId)
}
