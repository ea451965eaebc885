import { caseOf } from '../../kit/case.ts'
import { initialsOf } from '../people/name-queries.ts'
import { personSubject } from '../people/subject-queries.ts'
import { aboutSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'

/** A mentor and one who learns from them: both see it, the site of the mentor, and whoever heads the school of the one who learns. (L-O42) */
export const pairs = caseOf({
  table: 'pairs',
  machine,
  param: 'pair',
  sees: 'pair.view',
  home: paths.pair,
  around: async (tx, ctx, one) => {
    const [about, nameOf, subject] = await Promise.all([
      aboutSite.around(tx, ctx, one),
      initialsOf(tx, ctx, [one.mentorId, one.menteeId]),
      personSubject(tx, ctx, one.menteeId),
    ])
    const schools = subject?.organisationIds ?? []
    return about && { ...about, schools, mentor: nameOf(one.mentorId), mentee: nameOf(one.menteeId) }
  },
  concerns: ({ one, site, schools }, { permission }) => {
    const siteId = site.id
    if (permission === 'pair.agreeAsMentor' || permission === 'pair.withdraw' || permission === 'pair.consent')
      return { siteId, personIds: [one.mentorId] }
    if (permission === 'pair.agreeAsMentee') return { siteId, personIds: [one.menteeId] }
    const personIds = [one.mentorId, one.menteeId]
    return permission === 'pair.view' ? { siteId, personIds, organisationIds: schools } : { siteId, personIds }
  },
  standing: ({ site }, today) => siteIsOpen(site.standing, today),
})
export type OpenPair = NonNullable<Awaited<ReturnType<typeof pairs.open>>>
