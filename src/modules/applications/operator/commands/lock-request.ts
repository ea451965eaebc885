import type { Ctx } from '../../../../authz/ctx.ts'
import type { Tx } from '../../../../db/pool.ts'
import type { ApplicationId } from '../../../../kernel/types.ts'
import { lockApplication } from '../../commands/move-application.ts'
import type { Application } from '../../model.ts'
import type { InformationRequest } from '../model.ts'
import { requestsOf } from '../queries.ts'

/** A question with its application, locked: an answer and a withdrawal at once are one after the other. */
export async function lockRequest(
  tx: Tx,
  ctx: Ctx,
  given: { applicationId: ApplicationId; requestId: string },
): Promise<{ app: Application; request: InformationRequest } | null> {
  const app = await lockApplication(tx, ctx, given.applicationId)
  const request = app && (await requestsOf(tx, ctx, app.id)).find(({ id }) => id === given.requestId)
  return app && request ? { app, request } : null
}
