import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { CallId, RegulationLineId } from '../../kernel/types.ts'
import type { ApplicationState } from '../applications/machine.ts'
import { lineIn } from '../regulation/queries.ts'
import type { Candidate } from './model.ts'

type Where = Pick<Ctx, 'territory'>

/** Most applications that are shown or decided at once. */
export const mostCandidates = 1000

async function candidatesWhere(tx: Tx, { territory }: Where, condition: RawBuilder<unknown>): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.id, a.call_id, a.regulation_id, a.number, a.state, a.theme, a.direction, a.wanted_from, a.wanted_to, a.head_person_id,
      a.protocol_number, a.protocol_on,
      coalesce((select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'shortName', o.short_name, 'documentName', coalesce(o.document_name, o.full_name))
          order by ao.is_lead desc, ao.position)
        from application_organisations ao join organisations o on o.territory_id = ao.territory_id and o.id = ao.organisation_id
        where ao.territory_id = a.territory_id and ao.application_id = a.id and ao.state = 'confirmed'), '[]') as organisations,
      (select d.id from order_effects e join orders d on d.territory_id = e.territory_id and d.id = e.order_id and d.state in ('draft', 'awaitingSignature')
        where e.territory_id = a.territory_id and e.effect ->> 'applicationId' = a.id::text limit 1) as draft_order_id
    from applications a
    where a.territory_id = ${territory.id} and a.number is not null and ${condition}
    order by a.number, a.id limit ${mostCandidates}`.execute(tx)
  return rows
}

/** These applications, whatever their state. */
export const candidatesById = (tx: Tx, ctx: Where, ids: readonly string[]): Promise<Candidate[]> =>
  ids.length === 0 ? Promise.resolve([]) : candidatesWhere(tx, ctx, sql`a.id = any(${[...ids]}::uuid[])`)

/** The line of the regulation an application lives under. */
export const lineOfApplication = lineIn('a')

type Group = { readonly callId: CallId | null; readonly lineId: RegulationLineId }

/** Applications of a call, or of a line outside calls, that have come to this state. */
export const candidatesIn = (tx: Tx, ctx: Where, { callId, lineId }: Group, state: ApplicationState): Promise<Candidate[]> =>
  candidatesWhere(
    tx,
    ctx,
    sql`a.state = ${state} and a.call_id is not distinct from ${callId} and ${lineOfApplication} = ${lineId}`,
  )

/** Applications of a line in this state, of all its calls and of none. */
export const candidatesOfLine = (tx: Tx, ctx: Where, lineId: RegulationLineId, state: ApplicationState): Promise<Candidate[]> =>
  candidatesWhere(tx, ctx, sql`a.state = ${state} and ${lineOfApplication} = ${lineId}`)

/** Applications an order may name, with the number people know them by. */
export async function applicationChoices(tx: Tx, ctx: Where): Promise<{ id: string; label: string }[]> {
  const found = await candidatesWhere(tx, ctx, sql`a.state in ('admitted', 'reviewed', 'proposed')`)
  return found.map(({ id, number, organisations, theme }) => ({
    id,
    label: `№ ${number}, ${organisations.map(({ shortName }) => shortName).join(', ')}: ${theme}`,
  }))
}
