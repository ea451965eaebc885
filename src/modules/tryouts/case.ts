import { caseOf } from '../../kit/case.ts'
import { openedTraineeship } from '../traineeships/case-queries.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import type { Levels } from './rules.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'tryouts.self_levels': Levels
    'tryouts.levels': Levels
  }
}

/** What a trainee does on their own and hands in. (R-A2p) */
export const tryouts = caseOf({
  table: 'tryouts',
  machine,
  param: 'tryout',
  sees: 'tryout.view',
  home: paths.tryout,
  around: async (tx, ctx, { traineeshipId }) => {
    const opened = await openedTraineeship(tx, ctx, traineeshipId)
    return opened && { trainee: opened.one, site: opened.site, guides: opened.guides }
  },
  concerns: ({ one, site, guides }, { permission }) => {
    const siteId = site.id
    if (permission === 'tryout.handIn') return { siteId, personIds: [one.personId] }
    return { siteId, personIds: permission === 'tryout.assess' ? guides : [one.personId, ...guides] }
  },
})
export type OpenTryOut = NonNullable<Awaited<ReturnType<typeof tryouts.open>>>
