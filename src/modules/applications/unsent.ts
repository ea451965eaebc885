import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { callById } from '../calls/queries.ts'
import { programmeOfApplication } from '../programmes/queries.ts'
import { completeness } from '../programmes/rules.ts'
import { countsAsked } from '../sites/limit-queries.ts'
import { taking, type Unsent } from './rules.ts'
import type { OpenApplication } from './view-queries.ts'

/** What decides whether an open application may be sent: itself, its call and its programme. */
export async function unsentOf(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, open: OpenApplication): Promise<Unsent> {
  const { regulation, view, participants } = open
  const organisationIds = taking(participants).map(({ id }) => id)
  const { theme, wantedFrom: from, wantedTo: to } = view
  const wanted = from && { id: null, theme, from, to, organisationIds }
  const [call, programme, counts] = await Promise.all([
    open.app.callId && callById(tx, ctx, open.app.callId),
    programmeOfApplication(tx, ctx, open.app.id),
    wanted ? countsAsked(tx, ctx, { regulation, edition: open.app.regulationId }, wanted) : {},
  ])
  return {
    ...open,
    today: ctx.today,
    counts,
    needsDirection: (call?.directions.length ?? 0) > 0,
    programme: programme && completeness(programme.content, regulation),
  }
}
