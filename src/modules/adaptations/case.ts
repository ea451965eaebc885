import { caseOf } from '../../kit/case.ts'
import { initialsOf } from '../people/name-queries.ts'
import { openedTraineeship } from '../traineeships/case-queries.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { isEmployed, wordsOf } from './queries.ts'

/** A model of one's own that a trainee brings into their own school. It goes on when the traineeship, or the site, has ended. (L-13) */
export const adaptations = caseOf({
  table: 'adaptations',
  machine,
  param: 'adaptation',
  sees: 'adaptation.view',
  home: paths.adaptation,
  around: async (tx, ctx, one) => {
    const [opened, said, nameOf, employed] = await Promise.all([
      openedTraineeship(tx, ctx, one.traineeshipId),
      wordsOf(tx, ctx, one.id),
      initialsOf(tx, ctx, [one.personId]),
      isEmployed(tx, ctx, one),
    ])
    return (
      opened && { trainee: opened.one, site: opened.site, guides: opened.guides, person: nameOf(one.personId), said, employed }
    )
  },
  concerns: ({ one, site, guides, employed }, { permission }) => {
    const siteId = site.id
    if (permission === 'adaptation.write') return { siteId, personIds: [one.personId] }
    if (permission === 'adaptation.help') return { siteId, personIds: guides }
    // A school that the teacher has left knows nothing more of it.
    const organisationIds = employed ? [one.organisationId] : []
    if (permission === 'adaptation.say') return { siteId, personIds: guides, organisationIds }
    return { siteId, personIds: [one.personId, ...guides], organisationIds }
  },
})
export type OpenAdaptation = NonNullable<Awaited<ReturnType<typeof adaptations.open>>>
