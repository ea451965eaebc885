import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import type { Application, ApplicationView } from './model.ts'
import { loadApplication } from './store.ts'
import { openApplication } from './view-queries.ts'

export { editorsOf, participantsOf } from './store.ts'
export { subjectOfApplication, subjectOfSubmission, subjectOfWriting } from './subjects.ts'
export {
  directionLabel,
  type KeptRound,
  type OpenApplication,
  openApplication,
  regulationOf,
  roundsOf,
  roundView,
} from './view-queries.ts'

/** One application; null when the territory has none such. */
export const applicationById = (tx: Tx, ctx: Pick<Ctx, 'territory'>, id: ApplicationId): Promise<Application | null> =>
  loadApplication(tx, ctx, id)

/** The application as people are shown it now; null when the territory has none such. */
export async function applicationView(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  id: ApplicationId,
): Promise<ApplicationView | null> {
  return (await openApplication(tx, ctx, id))?.view ?? null
}

/** «Заявка № 12», before it has been sent «Черновик заявки». */
export const applicationTitle = ({ number }: Pick<Application, 'number'>): string =>
  number === null ? 'Черновик заявки' : `Заявка № ${number}`
