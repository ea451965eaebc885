import type { TerritoryId } from '../kernel/types.ts'
import type { Actor } from './actor.ts'
import type { Role } from './roles.ts'

/** What a permission is asked about: whose it is, which organisations, site and people it concerns. */
export type Subject = {
  readonly territoryId: TerritoryId
  readonly organisationIds?: readonly string[]
  readonly siteId?: string | null
  readonly personIds?: readonly string[]
}

/** How far a role reaches. */
const within = {
  territory: () => true,
  ownOrganisation: (actor: Actor, subject: Subject) => has(actor.headsOrganisations, subject.organisationIds),
  employer: (actor: Actor, subject: Subject) => has(actor.worksIn, subject.organisationIds),
  headedSite: (actor: Actor, subject: Subject) => has(actor.headsSites, [subject.siteId]),
  coordinatedSite: (actor: Actor, subject: Subject) => has(actor.coordinatesSites, [subject.siteId]),
  staffedSite: (actor: Actor, subject: Subject) => has(actor.staffOfSites, [subject.siteId]),
  addressee: (actor: Actor, subject: Subject) => subject.personIds?.includes(actor.personId) ?? false,
}
export type Within = keyof typeof within
export type Grant = { readonly role: Role | 'anyone'; readonly within: Within }

const has = (own: readonly string[], asked: readonly (string | null | undefined)[] | undefined) =>
  asked?.some((id) => id != null && own.includes(id)) ?? false

const by = (scope: Within, ...who: Grant['role'][]): Grant[] => who.map((role) => ({ role, within: scope }))
const office = by('territory', 'official', 'signatory', 'methodist')
const members = by('territory', 'anyone')
const ownHead = by('ownOrganisation', 'schoolHead')
const addressee = by('addressee', 'anyone')
const siteTeam = [...by('headedSite', 'siteHead'), ...by('staffedSite', 'siteStaff')]

/** The whole policy. What is not here is not allowed. `anyone` is any person of the territory. */
export const policy = {
  'task.list': members,
  'search.use': members,
  'notice.read': members,
  'clock.advance': members,

  'regulation.view': members,

  'organisation.view': members,
  'organisation.register': by('territory', 'official', 'methodist', 'administrator'),
  'organisation.edit': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownOrganisation', 'schoolHead')],
  'supportNeed.view': [...office, ...by('employer', 'schoolHead', 'teacher')],
  'supportNeed.edit': by('territory', 'official', 'methodist'),

  'person.view': members,
  'person.register': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownOrganisation', 'schoolHead')],
  'person.edit': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownOrganisation', 'schoolHead')],
  'person.viewContacts': [
    ...by('territory', 'official', 'signatory', 'methodist', 'administrator'),
    ...by('ownOrganisation', 'schoolHead'),
    ...by('addressee', 'anyone'),
  ],

  'order.list': members,
  'order.view': members,
  'order.viewDraft': office,
  'order.draft': office,
  'order.withdraw': by('addressee', 'official', 'signatory', 'methodist'),
  'order.sign': by('addressee', 'signatory'),
  'order.sendBack': by('addressee', 'signatory'),
  'order.publish': office,
  'order.acknowledge': by('addressee', 'anyone'),
  'order.control': [...office, ...by('addressee', 'anyone')],
  'assignment.report': by('addressee', 'anyone'),
  'assignment.decide': [...by('territory', 'signatory'), ...by('addressee', 'anyone')],

  'site.list': members,
  'site.view': members,
  'site.appointStaff': [...by('territory', 'official', 'methodist'), ...by('headedSite', 'siteHead')],
  'site.appointCoordinator': by('territory', 'official', 'methodist'),
  'site.appointHead': by('territory', 'official', 'methodist'),
  'site.viewHistory': [...office, ...by('coordinatedSite', 'coordinator'), ...siteTeam],

  'plan.list': members,
  'plan.view': members,
  'plan.viewDraft': [...office, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'plan.edit': siteTeam,
  'plan.submit': by('headedSite', 'siteHead'),
  'plan.decideAsHead': by('headedSite', 'siteHead'),
  'plan.decideAsOperator': by('territory', 'methodist'),
  'plan.decideAsAuthority': by('territory', 'official', 'signatory'),
  'plan.decideAsCoordinator': by('coordinatedSite', 'coordinator'),
  'plan.execute': siteTeam,

  'report.list': members,
  'report.view': [...office, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'report.edit': siteTeam,
  'report.submit': by('headedSite', 'siteHead'),
  'report.decideAsOperator': by('territory', 'methodist'),
  'report.decideAsAuthority': by('territory', 'official', 'signatory'),
  'report.decideAsCoordinator': by('coordinatedSite', 'coordinator'),

  'call.list': members,
  'call.view': members,

  // The subject of an application: its organisations (of a submission: the lead one), its author and those let in to write.
  'application.list': members,
  'application.listAll': office,
  'application.start': [...by('territory', 'official', 'methodist'), ...ownHead],
  'application.view': [...office, ...ownHead, ...addressee],
  'application.edit': [...ownHead, ...addressee],
  'application.submit': [...ownHead, ...by('addressee', 'official', 'methodist', 'signatory')],
  'application.confirm': ownHead,
  'application.vote': ownHead,
  'application.check': by('territory', 'methodist'),
  'application.return': by('territory', 'methodist'),
  'application.ask': by('territory', 'methodist', 'official'),

  'programme.view': [...office, ...ownHead, ...addressee, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'programme.edit': [...ownHead, ...addressee, ...siteTeam],

  'expert.list': office,
  'expert.manage': by('territory', 'methodist', 'official'),
  // The subject of a review: the expert alone.
  'review.listOwn': by('territory', 'expert'),
  'review.view': addressee,
  'review.edit': addressee,
  // A sent review is read by its expert and by the office.
  'review.read': [...office, ...addressee],
  'review.manage': by('territory', 'methodist'),
  'review.summary': office,
  'review.protocol': by('territory', 'methodist'),

  'submission.view': office,
  'submission.edit': by('territory', 'methodist'),
  'submission.decide': by('territory', 'official', 'signatory'),
  // Where the regulation knows no submission, whoever prepares orders writes the decision down.
  'decision.prepare': office,

  'contract.view': [...office, ...ownHead, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'contract.edit': by('territory', 'methodist'),
  'contract.signForSite': [...by('headedSite', 'siteHead'), ...ownHead],
  'contract.signForOperator': by('territory', 'methodist'),

  'statusCase.view': [...office, ...ownHead, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'statusCase.start': [...by('territory', 'official', 'methodist'), ...by('headedSite', 'siteHead'), ...ownHead],
  'statusCase.explain': [...by('headedSite', 'siteHead'), ...ownHead],
  'statusCase.propose': by('territory', 'methodist'),
  'statusCase.decide': office,

  'account.manage': by('territory', 'administrator', 'official'),
  'history.view': by('territory', 'official', 'signatory', 'methodist', 'administrator'),
} satisfies Record<string, readonly Grant[]>

export type Permission = keyof typeof policy

/** Whether the actor may do it to this subject. Another territory's subject is never theirs. */
export function can(actor: Actor, permission: Permission, subject: Subject): boolean {
  const grants: readonly Grant[] = policy[permission]
  return (
    actor.territoryId === subject.territoryId &&
    grants.some((grant) => applies(grant, actor) && within[grant.within](actor, subject))
  )
}

const applies = (grant: Grant, actor: Actor) => grant.role === 'anyone' || actor.roles.includes(grant.role)
