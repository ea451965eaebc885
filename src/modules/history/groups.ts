import { type Ctx, may } from '../../authz/ctx.ts'
import type { Permission } from '../../authz/policy.ts'
import { type FactKind, factKinds } from '../../history/facts.ts'

/** Choices of the page: what a kind of fact is about, by the first word of its name. */
export const groups = [
  'orders',
  'applications',
  'sites',
  'plans',
  'reports',
  'people',
  'organisations',
  'regulation',
  'other',
] as const
export type Group = (typeof groups)[number]

export const groupNames: Readonly<Record<Group, string>> = {
  orders: 'Приказы и поручения',
  applications: 'Заявки и экспертиза',
  sites: 'Площадки',
  plans: 'Планы и мероприятия',
  reports: 'Отчёты',
  people: 'Люди и роли',
  organisations: 'Организации',
  regulation: 'Положение',
  other: 'Прочее',
}

const groupOfNoun: Readonly<Record<string, Group>> = {
  order: 'orders',
  assignment: 'orders',
  application: 'applications',
  programme: 'applications',
  call: 'applications',
  expert: 'applications',
  review: 'applications',
  protocol: 'applications',
  submission: 'applications',
  site: 'sites',
  appointment: 'sites',
  contract: 'sites',
  statusCase: 'sites',
  plan: 'plans',
  activity: 'plans',
  execution: 'plans',
  file: 'plans',
  report: 'reports',
  person: 'people',
  post: 'people',
  qualification: 'people',
  achievement: 'people',
  role: 'people',
  account: 'people',
  organisation: 'organisations',
  supportNeed: 'organisations',
  regulation: 'regulation',
}
const ownGroup: Partial<Record<FactKind, Group>> = {
  'person.appointed': 'sites',
  'organisation.attached': 'sites',
  'organisation.detached': 'sites',
}

export const groupOf = (kind: FactKind): Group => ownGroup[kind] ?? groupOfNoun[kind.split('.')[0]!] ?? 'other'

/** Facts that tell more than everybody with a right to history may know. */
const closed: readonly (readonly [permission: Permission, kinds: (kind: FactKind) => boolean])[] = [
  ['supportNeed.view', (kind) => kind.startsWith('supportNeed.')],
  [
    'order.viewDraft',
    (kind) =>
      ['order.drafted', 'order.changed', 'order.submitted', 'order.withdrawn', 'order.sentBack', 'order.draftDeleted'].includes(
        kind,
      ),
  ],
  ['plan.viewDraft', (kind) => kind.startsWith('plan.') && kind !== 'plan.approved'],
  ['report.view', (kind) => kind.startsWith('report.')],
  ['application.listAll', (kind) => kind.startsWith('application.') || kind.startsWith('programme.')],
  ['review.summary', (kind) => kind.startsWith('review.') || kind.startsWith('protocol.')],
  ['submission.view', (kind) => kind.startsWith('submission.')],
]

/** The kinds a person may read about, of one group or of all. */
export const kindsFor = (ctx: Ctx, group: Group | null): FactKind[] =>
  factKinds.filter(
    (kind) =>
      (group === null || groupOf(kind) === group) &&
      closed.every(([permission, covers]) => !covers(kind) || may(ctx, permission)),
  )
