import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { applications } from './case.ts'
import type { Application } from './model.ts'
import { loadApplication } from './store.ts'

export { operatorsOf } from './recipients.ts'
export { editorsOf, lockApplication, participantsOf } from './store.ts'
export {
  directionLabel,
  type KeptRound,
  type OpenApplication,
  openApplication,
  roundsOf,
  roundView,
} from './view-queries.ts'

/** One application; null when the territory has none such. */
export const applicationById = (tx: Tx, ctx: Pick<Ctx, 'territory'>, id: ApplicationId): Promise<Application | null> =>
  loadApplication(tx, ctx, id)

/** «Заявка № 12», before it has been sent «Черновик заявки». */
export const applicationTitle = ({ number }: Pick<Application, 'number'>): string =>
  number === null ? 'Черновик заявки' : `Заявка № ${number}`

/** The only way to a new state of a locked application. */
export const moveApplication = applications.move
