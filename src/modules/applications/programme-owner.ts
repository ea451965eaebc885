import type { Permission } from '../../authz/policy.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { ApplicationPort } from '../programmes/ports.ts'
import { applications } from './case.ts'
import { applicationsOf } from './list-queries.ts'
import { programmeRemarks } from './operator/queries.ts'
import { applicationTitle } from './queries.ts'
import { isWritable } from './rules.ts'
import { bumpApplication, lockApplication } from './store.ts'

/** An application as the owner of the programme written in it. */
export const programmeOwner: ApplicationPort = {
  async shown(tx, ctx, id) {
    const found = await applications.open(tx, ctx, id)
    if (!found) return null
    const { one, participants, regulation } = found
    const whom = (permission: Permission) => applications.concerns(found, { permission, named: {} }) ?? {}
    return {
      title: applicationTitle(one),
      theme: one.theme,
      regulation,
      organisations: participants.filter(({ state }) => state !== 'declined').map(({ charterName }) => charterName),
      reads: whom('application.view'),
      writes: whom('application.edit'),
      open: isWritable(one.state) ? ok(null) : refuse({ code: 'illegalMove', from: one.state, action: 'change' }),
    }
  },
  lock: async (tx, ctx, id) => (await lockApplication(tx, ctx, id)) !== null,
  readBy: applicationsOf,
  remarks: programmeRemarks,
  touched: bumpApplication,
}
