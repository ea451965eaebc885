import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { workDirections } from '../../regulation/work/questions.ts'
import { callById } from '../calls/queries.ts'
import type { Application } from './model.ts'
import { directionLabel } from './view-queries.ts'

export type DirectionChoice = { readonly value: string; readonly label: string }

/** The directions an application chooses from: those its call names, else those of the regulation; possibly none. */
export async function directionsOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  app: Pick<Application, 'callId'>,
  regulation: Regulation,
): Promise<readonly DirectionChoice[]> {
  const call = app.callId && (await callById(tx, ctx, app.callId))
  const codes = call && call.directions.length > 0 ? call.directions : workDirections(regulation).map(({ code }) => code)
  return codes.map((code) => ({ value: code, label: directionLabel(regulation, code) ?? code }))
}
