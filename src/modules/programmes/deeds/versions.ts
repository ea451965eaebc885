import { ok, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { area } from '../../../kit/form/fields.ts'
import { stepNow } from '../../procedures/model.ts'
import { type OpenProgramme, programmes } from '../case.ts'
import { renewed } from '../commands/fix-version.ts'
import type { ProgrammeAction } from '../model.ts'
import { paths } from '../paths.ts'
import { isComplete, worthFixing } from '../rules.ts'

/** The versions of an application's programme follow its course: what moves them by hand says so, whatever their state. */
const ofSite =
  (action: ProgrammeAction) =>
  ({ one }: OpenProgramme) =>
    one.siteId === null ? null : action

/** A new version of a site's programme, with the words of the one before; says why. (R-A2) */
export const startVersion = deed(programmes, ofSite('renew'), {
  at: paths.programmeVersions,
  permits: 'programme.edit',
  form: {
    reason: area('Почему меняете программу', {
      what: 'причину, по которой меняете программу',
      hint: 'Закреплённая редакция останется, как есть',
      most: 1000,
      rows: 2,
    }),
  },
  beside: true,
  elsewhere: { rule: 'programme.versionIsOpen' },
  lacks: ({ one, procedure }) => {
    if (one.siteId === null) return refuseRule('programme.versionByReturn')
    return stepNow(procedure) === null ? [] : refuseRule('programme.isSent')
  },
  also: async (tx, given) => ok(await renewed(tx, given.ctx, given, given.input.reason)),
  fact: ({ made }) => made.happened,
  done: 'Новая редакция начата. Прежняя остаётся, как была',
  ask: { title: 'Новая редакция', button: 'Начать редакцию', kind: 'secondary' },
})

/** Gives a new version of a site's programme up: the fixed one stays. */
export const dropVersion = deed(programmes, ofSite('drop'), {
  at: paths.programmeVersionDrops,
  permits: 'programme.edit',
  anyVersion: true,
  elsewhere: { rule: 'programme.nothingToDrop' },
  lacks: ({ one, fixed }) =>
    one.siteId === null ? refuseRule('programme.versionByReturn') : fixed ? [] : refuseRule('programme.nothingToDrop'),
  fact: ({ one }) => ({ kind: 'programme.versionDropped', facts: { version: one.number } }),
  done: 'От новой редакции отказались',
  ask: { button: 'Отказаться от редакции', kind: 'secondary' },
})

/** Fixes the draft of a site's own programme: its head says that it is whole. (R-A2) */
export const fixOwnVersion = deed(programmes, ofSite('fix'), {
  at: paths.programmeFixings,
  permits: 'programme.edit',
  lacks: ({ one }) => (one.siteId === null ? refuseRule('programme.fixedBySubmission') : []),
  rule: ({ one, content, owner }) =>
    isComplete(content, owner.regulation) ? worthFixing(one.title, content) : refuseRule('programme.notComplete'),
  set: ({ ctx }) => ({ fixedAt: ctx.now }),
  fact: ({ one }) => ({ kind: 'programme.fixed', facts: { version: one.number } }),
  done: 'Редакция закреплена',
  ask: { button: 'Закрепить редакцию', kind: 'secondary' },
})
