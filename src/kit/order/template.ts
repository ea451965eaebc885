import { oneStop } from '../../kernel/names.ts'
import type { CallId, Day, OrderId, OrganisationId, PersonId, RegulationId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import type { ActKind } from '../../regulation/acts.ts'
import { titleAs } from '../../regulation/paper/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Effect } from './effects.ts'

/** Which appendix an order carries; its rows come from the effects. */
export type AppendixContent = 'regulation' | 'sites' | 'attachments' | 'criteria'
export type AppendixPlan = {
  readonly title: string
  readonly content: AppendixContent
  readonly columns?: readonly string[] | undefined
}

/** A point as it is written: `level` 1 is «4.», level 2 is «4.1.». Numbers follow from the order of the points. */
export type DraftPoint = {
  readonly text: string
  /** What its changes made of it when it was last saved. */
  readonly madeText?: string | null
  readonly level: number
  readonly isTask: boolean
  readonly assigneeIds: readonly PersonId[]
  readonly startsOn: Day | null
  readonly dueOn: Day | null
  readonly effects: readonly Effect[]
}

/** Whether an order that ends a status also cancels what the plan has ahead. */
export const planFates = ['cancelRest', 'keep'] as const
export type PlanFate = (typeof planFates)[number]

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
  readonly plan: PlanFate
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

/** Rows of the registers that templates are written from; each module merges its own. */
export interface SettingRows {
  /** The edition that what it is about lives under: the order is written under the same line. */
  readonly under?: RegulationId | null
}

/** Everything a template writes from. */
export type Setting = SettingRows & {
  readonly regulation: Regulation
  /** The newest version of the regulation that no order has approved yet. */
  readonly draftRegulationId: RegulationId | null
  readonly today: Day
  readonly actKind: ActKind
  readonly choices: Choices
  readonly headOf: (organisationId: OrganisationId) => PersonId | null
  readonly operatorHead: PersonId | null
}

/** What an order is written with besides its points' numbers; a point without a text gets the one its changes make. */
export type Written = {
  readonly title: string
  readonly preamble: string
  readonly points: readonly DraftPoint[]
  readonly appendices?: readonly AppendixPlan[]
}

export type Template = {
  readonly code: string
  readonly name: string
  /** What an order of it is for and what it will change. */
  readonly hint: string
  /** Its place in the list of templates. */
  readonly place: number
  readonly asks: readonly ChoiceName[]
  /** Whether the regulation of the territory knows such an order at all. */
  readonly fits: (regulation: Regulation, hasDraftRegulation: boolean) => boolean
  readonly write: (setting: Setting) => Written
}

/** A point with a text of its own. A sentence that ends with initials has its full stop already. */
export const point = (text: string): DraftPoint => ({
  text: oneStop(text),
  level: 1,
  isTask: false,
  assigneeIds: [],
  startsOn: null,
  dueOn: null,
  effects: [],
})

/** A point that changes registers: its text is made from the fields of what it changes. */
export const ordering = (effects: readonly Effect[]): DraftPoint => ({ ...point(''), effects })

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

export const quality = 'В целях повышения качества образования и методической помощи педагогам'

export const ofRegulation = ({ regulation }: Setting) => `В соответствии с ${titleAs(regulation, 'instrumental')}`

type OneChange = Omit<Template, 'write'> & {
  readonly title: (setting: Setting) => string
  readonly preamble: (setting: Setting) => string
  /** Null while what it is about is not chosen. */
  readonly change: (setting: Setting) => Effect | null
  readonly appendices?: (setting: Setting) => readonly AppendixPlan[]
  /** Tasks that go with it. */
  readonly tasks?: (setting: Setting) => readonly DraftPoint[]
}

/** An order that changes one thing. */
export const oneChange = ({ title, preamble, change, appendices, tasks, ...said }: OneChange): Template => ({
  ...said,
  write(setting) {
    const effect = change(setting)
    return {
      title: title(setting),
      preamble: preamble(setting),
      points: [ordering(effect === null ? [] : [effect]), ...(tasks?.(setting) ?? [])],
      ...(appendices && { appendices: appendices(setting) }),
    }
  },
})
