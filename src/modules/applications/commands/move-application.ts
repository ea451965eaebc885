import type { Updateable } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Applications } from '../../../db/types.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { type ApplicationAction, type ApplicationState, machine } from '../machine.ts'
import type { Application } from '../model.ts'
import { loadApplication } from '../store.ts'

/** The application locked until the end of the transaction: whoever comes second sees what the first has done. */
export const lockApplication = (tx: Tx, ctx: Pick<Ctx, 'territory'>, id: ApplicationId): Promise<Application | null> =>
  loadApplication(tx, ctx, id, true)

/** Moves a locked application by an action of its machine and writes what goes with it. The only way to a new state. */
export async function moveApplication(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  app: Pick<Application, 'id' | 'state' | 'version'>,
  action: ApplicationAction,
  set: Omit<Updateable<Applications>, 'state' | 'editVersion' | 'id' | 'territoryId'> = {},
): Promise<Result<ApplicationState>> {
  const next = move(machine, app.state, action)
  if (!next.ok) return next
  await tx
    .updateTable('applications')
    .set({ ...set, state: next.value, editVersion: app.version + 1 })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: app.id }))
    .execute()
  return ok(next.value)
}
