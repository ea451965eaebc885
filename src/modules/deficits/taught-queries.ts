import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { EventId, PlanId, ProgrammeId } from '../../kernel/types.ts'
import type { Teaching } from './offers.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'offer_competences.competences': readonly string[]
  }
}

type Where = Pick<Ctx, 'territory'>
export type Taught = { readonly competences: readonly string[]; readonly editVersion: number }
const nothing: Taught = { competences: [], editVersion: 0 }

/** Which row is about an offer. */
export const isAbout = (teaching: Teaching) => {
  if ('eventId' in teaching) return { eventId: teaching.eventId }
  if ('lineKey' in teaching) return { planId: teaching.planId, lineKey: teaching.lineKey }
  return { programmeId: teaching.programmeId, topicId: teaching.topicId }
}

/** What an offer itself names. */
export async function taughtBy(tx: Tx, { territory }: Where, teaching: Teaching): Promise<Taught> {
  const row = await tx
    .selectFrom('offerCompetences')
    .select(['competences', 'editVersion'])
    .where((is) => is.and({ territoryId: territory.id, ...isAbout(teaching) }))
    .executeTakeFirst()
  return row ?? nothing
}

/** What an event teaches: by its own word and by that of its line. */
export async function taughtAt(
  tx: Tx,
  { territory }: Where,
  event: { readonly id: EventId; readonly planId: PlanId; readonly lineKey: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct jsonb_array_elements_text(competences) as id from offer_competences where territory_id = ${territory.id}
      and (event_id = ${event.id} or plan_id = ${event.planId} and line_key = ${event.lineKey})`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What the topics of a programme teach, each by its id. */
export async function taughtInTopics(tx: Tx, { territory }: Where, programmeId: ProgrammeId) {
  const rows = await tx
    .selectFrom('offerCompetences')
    .select(['topicId', 'competences'])
    .where((is) => is.and({ territoryId: territory.id, programmeId }))
    .execute()
  return new Map(rows.map(({ topicId, competences }) => [topicId, competences]))
}
