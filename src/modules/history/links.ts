import { paths } from '../../web/paths.ts'
import type { HistoryRow } from './queries.ts'

type Target = Pick<HistoryRow, 'kind' | 'subjectId' | 'siteId' | 'facts' | 'isThere'>

/** Where a fact leads: to what it is about. Null: there is no such page, or no longer. */
export function factHref(territory: string, { kind, subjectId, siteId, facts, isThere }: Target): string | null {
  const to = { territory }
  const site = () => (siteId === null ? null : paths.site({ ...to, site: siteId }))
  if (!isThere) return null
  if (kind === 'file.uploaded')
    return typeof facts.plan === 'string' && typeof facts.line === 'string'
      ? paths.planLine({ ...to, plan: facts.plan, line: facts.line })
      : site()
  if (kind === 'organisation.attached' || kind === 'organisation.detached') return site()
  if (kind === 'person.appointed' || kind === 'appointment.ended')
    return siteId === null ? paths.person({ ...to, person: subjectId }) : paths.sitePeople({ ...to, site: siteId })
  switch (kind.split('.')[0]) {
    case 'order':
      return paths.order({ ...to, order: subjectId })
    case 'assignment':
      return paths.assignment({ ...to, assignment: subjectId })
    case 'site':
      return site()
    case 'plan':
    case 'activity':
    case 'execution':
      return paths.plan({ ...to, plan: subjectId })
    case 'report':
      return paths.report({ ...to, report: subjectId })
    case 'organisation':
    case 'supportNeed':
      return paths.organisation({ ...to, organisation: subjectId })
    case 'person':
    case 'post':
    case 'qualification':
    case 'achievement':
    case 'role':
    case 'account':
      return paths.person({ ...to, person: subjectId })
    case 'submission':
      return paths.operatorSubmission({ ...to, submission: subjectId })
    case 'application':
      return paths.application({ ...to, application: subjectId })
    case 'expert':
      return paths.experts(to)
    case 'review':
      return typeof facts.application === 'string' ? paths.applicationReviews({ ...to, application: facts.application }) : null
    case 'protocol':
      return paths.protocol({ ...to, protocol: subjectId })
    case 'contract':
      return paths.contract({ ...to, contract: subjectId })
    case 'statusCase':
      return paths.statusCase({ ...to, case: subjectId })
    case 'call':
      return paths.call({ ...to, call: subjectId })
    case 'regulation':
      return paths.regulation(to)
    default:
      return null
  }
}

/** The order behind a fact, when there is one. */
export const orderHref = (territory: string, { kind, facts }: Pick<Target, 'kind' | 'facts'>): string | null =>
  typeof facts.orderId === 'string' && !kind.startsWith('order.') ? paths.order({ territory, order: facts.orderId }) : null
