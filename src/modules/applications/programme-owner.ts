import { ok, refuse } from '../../kernel/result.ts'
import type { ApplicationPort } from '../programmes/ports.ts'
import { bumpApplication } from './commands/edit-section.ts'
import { programmeRemarks } from './operator/queries.ts'
import { applicationTitle } from './queries.ts'
import { isWritable } from './rules.ts'
import { loadApplication, participantsOf } from './store.ts'
import { subjectOfApplication, subjectOfWriting } from './subjects.ts'

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
  async lock(tx, { territory }, id) {
    const row = await tx
      .selectFrom('applications')
      .select('id')
      .where((is) => is.and({ territoryId: territory.id, id }))
      .forUpdate()
      .executeTakeFirst()
    return row !== undefined
  },
  subject: subjectOfApplication,
  writingSubject: subjectOfWriting,
  async mayBeWritten(tx, ctx, id) {
    const app = await loadApplication(tx, ctx, id)
    if (!app) return refuse({ code: 'notFound' })
    return isWritable(app.state) ? ok(null) : refuse({ code: 'illegalMove', from: app.state, action: 'change' })
  },
  remarks: programmeRemarks,
  touched: bumpApplication,
}
