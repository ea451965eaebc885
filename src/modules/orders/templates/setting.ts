import { academicYearOf, academicYearPeriod } from '../../../kernel/dates.ts'
import { oneStop } from '../../../kernel/names.ts'
import type { CallId, Day, OrderId, OrganisationId, PersonId, RegulationId, SiteId, StatusCaseId } from '../../../kernel/types.ts'
import type { ActKind } from '../../../regulation/acts.ts'
import { lastDayOfStatus } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { Effect, EffectOf } from '../effects.ts'
import type { AppendixPlan, DraftPoint } from '../model.ts'

/** What a person chooses before the text of an order can be written. */
export const choiceNames = [
  'organisations',
  'theme',
  'from',
  'to',
  'site',
  'person',
  'protocol',
  'ground',
  'on',
  'firstDay',
  'reason',
  'aftermath',
  'order',
  'call',
  'receiving',
] as const
export type ChoiceName = (typeof choiceNames)[number]

export type Choices = {
  readonly organisationIds: readonly OrganisationId[]
  readonly theme: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly siteId: SiteId | null
  readonly personId: PersonId | null
  readonly protocol: string | null
  readonly ground: string | null
  readonly on: Day | null
  readonly reason: string | null
  readonly attachTo: SiteId | null
  readonly plan: EffectOf<'terminateStatus'>['plan']
  /** The case of the site this order is to decide. */
  readonly caseId: StatusCaseId | null
  /** «По представлению ЛОИРО от 20 июня 2023 г. № 1», where the operator has proposed it. */
  readonly onSubmission: string | null
  readonly orderId: OrderId | null
  readonly callId: CallId | null
}

export const noChoices: Choices = {
  organisationIds: [],
  theme: null,
  from: null,
  to: null,
  siteId: null,
  personId: null,
  protocol: null,
  ground: null,
  on: null,
  reason: null,
  attachTo: null,
  plan: 'keep',
  caseId: null,
  onSubmission: null,
  orderId: null,
  callId: null,
}

/** Everything a template writes from. */
export type Setting = {
  readonly regulation: Regulation
  /** The newest version of the regulation that no order has approved yet. */
  readonly draftRegulationId: RegulationId | null
  readonly today: Day
  readonly actKind: ActKind
  readonly choices: Choices
  readonly organisationName: (id: string) => string
  readonly headOf: (organisationId: string) => PersonId | null
  readonly personTitle: (id: string) => string
  readonly site: { readonly name: string; readonly from: Day; readonly to: Day | null } | null
  readonly orderTitle: string
  /** The call it is about, in days and hours of the territory's clock. */
  readonly call: {
    readonly title: string
    readonly closesOn: Day
    readonly closesAt: string
    readonly reviewDueOn: Day | null
    /** «распоряжением от 01.09.2021 № 12-р» */
    readonly byOrder: string
  } | null
  readonly operatorHead: PersonId | null
  readonly newSiteId: () => SiteId
  readonly newCallId: () => CallId
}

export type Template = {
  readonly code: string
  readonly name: string
  readonly asks: readonly ChoiceName[]
  /** Whether the regulation of the territory knows such an order at all. */
  readonly fits: (regulation: Regulation, hasDraftRegulation: boolean) => boolean
  readonly write: (setting: Setting) => { title: string; preamble: string; points: DraftPoint[]; appendices?: AppendixPlan[] }
}

/** A sentence that ends with initials has its full stop already. */
export const point = (text: string, effects: readonly Effect[] = []): DraftPoint => ({
  text: oneStop(text),
  level: 1,
  isTask: false,
  assigneeIds: [],
  startsOn: null,
  dueOn: null,
  effects,
})

export const task = (
  text: string,
  assignees: readonly (PersonId | null)[],
  period: { from?: Day; to?: Day | null } = {},
): DraftPoint => ({
  ...point(text),
  isTask: true,
  assigneeIds: [...new Set(assignees.filter((id) => id !== null))],
  startsOn: period.from ?? null,
  dueOn: period.to ?? null,
})

/** The term a status gets when nobody has chosen one: the longest allowed, else the academic year. */
export function termOf({ regulation, choices, today }: Setting): { from: Day; to: Day } {
  const from = choices.from ?? today
  const to = choices.to ?? lastDayOfStatus(regulation, from).value ?? academicYearPeriod(academicYearOf(from)).to
  return { from, to }
}

export const namesOf = ({ choices, organisationName }: Setting) => choices.organisationIds.map(organisationName)

export const grantsOf = (setting: Setting, theme: string, term: { from: Day; to: Day }): Effect[] =>
  setting.choices.organisationIds.map((id) => ({
    kind: 'grantStatus',
    siteId: setting.newSiteId(),
    organisationIds: [id],
    leadOrganisationId: id,
    theme,
    direction: null,
    ...term,
    headPersonId: null,
    headGround: null,
  }))

export const quality = 'В целях повышения качества образования и методической помощи педагогам'

/** «Положения о …»: every regulation is called so, whatever it is about. */
export const titleAs = (word: string, { regulation }: Pick<Setting, 'regulation'>) =>
  regulation.title.replace(/^Положение(?= )/, word)
export const ofRegulation = (setting: Setting) => `В соответствии с ${titleAs('Положением', setting)}`
