import type { Day, Period } from '../../kernel/types.ts'
import { type Answer, silent } from '../answer.ts'
import { isWithin, nearestDays } from '../calendar/windows.ts'
import { type Basis, basisOf } from '../cite.ts'
import { type OwnField, ownOf } from '../fields.ts'
import {
  type ApplicationItem,
  applicationItems,
  programmeParts as known,
  type ProgrammeItem,
  type ProgrammePart,
} from '../kinds.ts'
import type { Regulation } from '../schema.ts'

/** What a person fills in, in this order, under the captions of the form; items without a form are the ones no case can do without. (R-A1) */
export type ApplicationSection = 'organisations' | 'theme' | 'head' | 'adviser' | 'own' | 'programme' | 'eligibility'

/** An item of the form that the system knows. */
export type KnownItem = { readonly code: ApplicationItem; readonly text: string; readonly required: boolean }
export type SectionRule = {
  readonly code: ApplicationSection
  readonly items: readonly KnownItem[]
  readonly basis: Basis | null
}

const sectionOf: Readonly<Record<ApplicationItem, ApplicationSection>> = {
  fullName: 'organisations',
  legalAddress: 'organisations',
  contacts: 'organisations',
  headOfOrganisation: 'organisations',
  headOfSite: 'head',
  scientificAdviser: 'adviser',
  programme: 'programme',
}

const isOneOf = <One extends string>(all: readonly One[], kind: string): kind is One => all.some((one) => one === kind)
const knownItems = ({ application }: Regulation): readonly KnownItem[] =>
  (application?.items ?? []).flatMap(({ kind, caption, required }) =>
    isOneOf(applicationItems, kind) ? [{ code: kind, text: caption, required }] : [],
  )

/** The items of the form that mean nothing to the system: they are asked, kept, printed and compared all the same. */
export const ownItems = ({ application }: Regulation): readonly OwnField[] => ownOf(application?.items ?? [])

/** The sections of an application under this regulation, in the order in which they are filled in. (R-A1, C-31, T-2, C-41) */
export function applicationSections(regulation: Regulation): readonly SectionRule[] {
  const { application, eligibility, head, term } = regulation
  const itemsOf = (section: ApplicationSection) => knownItems(regulation).filter((item) => sectionOf[item.code] === section)
  // The clause alone is cited: the appendices it names are what the person is filling in.
  const basis = (clause: readonly string[] | undefined) => (clause === undefined ? null : basisOf(regulation, clause.slice(0, 1)))
  const asked = (code: ApplicationSection, is = itemsOf(code).length > 0): readonly SectionRule[] =>
    is ? [{ code, items: itemsOf(code), basis: basis(application?.clause) }] : []
  return [
    { code: 'organisations', items: itemsOf('organisations'), basis: basis(application?.clause ?? regulation.hostKinds.clause) },
    { code: 'theme', items: [], basis: basis(term?.clause) },
    { code: 'head', items: itemsOf('head'), basis: basis(head?.clause) },
    ...asked('adviser'),
    ...asked('own', ownItems(regulation).length > 0),
    ...(eligibility === null ? [] : [{ code: 'eligibility', items: [], basis: basis(eligibility.clause) } as const]),
    ...asked('programme'),
  ]
}

/** The number of an item in the form of the appendix, «3»; null when the regulation has no form. */
export function itemNumber(regulation: Regulation, code: string): number | null {
  const at = (regulation.application?.items ?? []).findIndex((item) => item.kind === code || item.code === code)
  return at < 0 ? null : at + 1
}

/** A section of the programme that the system knows, and what the paper wants in it. */
export type ProgrammeSection = {
  readonly code: ProgrammePart
  readonly text: string
  readonly asks: readonly ProgrammeItem[]
  readonly basis: Basis
}
/** The parts of a programme this regulation asks for; without a structure of its own all parts may be filled in and none must. (R-A2) */
export const programmeParts = (regulation: Regulation): readonly ProgrammeSection[] =>
  (regulation.application?.programme ?? []).flatMap(({ kind, caption, asks, clause }) =>
    isOneOf(known, kind) ? [{ code: kind, text: caption, asks, basis: basisOf(regulation, clause) }] : [],
  )

/** The sections of the programme that mean nothing to the system. */
export const ownSections = ({ application }: Regulation): readonly OwnField[] => ownOf(application?.programme ?? [])

/** A section of the programme: one the system knows, or one of the paper's own. */
export type AnySection = { readonly part: ProgrammePart; readonly text: string } | { readonly field: OwnField }
/** All sections of the programme in the order of the paper; none where it gives no structure. */
export const programmeSections = ({ application }: Regulation): readonly AnySection[] =>
  (application?.programme ?? []).flatMap((section): AnySection[] =>
    isOneOf(known, section.kind) ? [{ part: section.kind, text: section.caption }] : ownOf([section]).map((field) => ({ field })),
  )

export type CallRule = { readonly setBy: string; readonly act: string; readonly announcedTo: string }
/** Who calls for applications, by which act and whom they tell. Null: the regulation sets no times for them. */
export function callRule(regulation: Regulation): Answer<CallRule | null> {
  const { calls } = regulation
  return { value: calls, basis: calls && basisOf(regulation, calls.clause) }
}

/** Whether an application may be sent on a day, and the nearest days on which it may; where the paper is silent, on any. */
export function intakeOn(
  regulation: Regulation,
  day: Day,
): Answer<{ readonly open: boolean; readonly nearest: (Period & { readonly to: Day }) | null }> {
  const { intakeDays } = regulation
  if (intakeDays === null) return silent({ open: true, nearest: null })
  const windows = intakeDays.windows.map(({ days }) => days)
  const value = { open: isWithin(windows, day), nearest: nearestDays(windows, day) }
  return { value, basis: basisOf(regulation, intakeDays.clause) }
}

/** The items of the form of application that the system knows, in its order; null where the regulation has no form. (R-A1) */
export const applicationForm = (regulation: Regulation): readonly KnownItem[] | null =>
  regulation.application && knownItems(regulation)

/** Where the form of application is asked for. In a sentence the first clause is enough: it leads to the appendix with its items. */
export const formBasis = (regulation: Regulation, whole = false): Basis | null =>
  regulation.application && basisOf(regulation, regulation.application.clause.slice(0, whole ? undefined : 1))

/** The clause by which organisations apply at all. */
export const applyingClause = ({ application, initiators }: Regulation): string | null =>
  application?.clause[0] ?? initiators?.clause[0] ?? null
