import type { Permission } from '../../authz/policy.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { ApplicationPort } from '../programmes/ports.ts'
import { applications } from './case.ts'
import { applicationsOf } from './list-queries.ts'
import { programmeRemarks } from './operator/queries.ts'
import { applicationTitle } from './queries.ts'
import { isWritable } from './rules.ts'
import { bumpApplication, loadApplication, lockApplication, participantsOf } from './store.ts'

const asked =
  (permission: Permission): ApplicationPort['subject'] =>
  async (tx, ctx, id) => {
    const found = await applications.open(tx, ctx, id)
    return found && applications.subjectOf(ctx, found, permission)
  }

/** An application as the owner of the programme written in it. */
export const programmeOwner: ApplicationPort = {
  async shown(tx, ctx, id) {
    const app = await loadApplication(tx, ctx, id)
    if (!app) return null
    const organisations = (await participantsOf(tx, ctx, id)).filter(({ state }) => state !== 'declined')
    const { theme, regulationId } = app
    return {
      id: app.id,
      title: applicationTitle(app),
      theme,
      regulationId,
      organisations: organisations.map((one) => one.charterName),
    }
  },
  lock: async (tx, ctx, id) => (await lockApplication(tx, ctx, id)) !== null,
  subject: asked('application.view'),
  writingSubject: asked('application.edit'),
  readBy: applicationsOf,
  async mayBeWritten(tx, ctx, id) {
    const app = await loadApplication(tx, ctx, id)
    if (!app) return refuse({ code: 'notFound' })
    return isWritable(app.state) ? ok(null) : refuse({ code: 'illegalMove', from: app.state, action: 'change' })
  },
  remarks: programmeRemarks,
  touched: bumpApplication,
}
