import type { Answer } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import type { ApplicationItem, Body, ProgrammePart } from '../kinds.ts'
import type { Regulation } from '../schema.ts'

/** What a person fills in, in this order, under the captions of the form; items without a form are the ones no case can do without. (R-A1) */
export type ApplicationSection = 'organisations' | 'theme' | 'head' | 'adviser' | 'programme' | 'eligibility'

export type SectionRule = {
  readonly code: ApplicationSection
  readonly items: readonly { code: ApplicationItem; text: string }[]
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

/** The sections of an application under this regulation, in the order in which they are filled in. (R-A1, C-31, T-2, C-41) */
export function applicationSections(regulation: Regulation): readonly SectionRule[] {
  const { application, eligibility, head, term } = regulation
  const itemsOf = (section: ApplicationSection) => (application?.items ?? []).filter((item) => sectionOf[item.code] === section)
  // The clause alone is cited: the appendices it names are what the person is filling in.
  const basis = (clause: readonly string[] | undefined) => (clause === undefined ? null : basisOf(regulation, clause.slice(0, 1)))
  const rows: (SectionRule | null)[] = [
    { code: 'organisations', items: itemsOf('organisations'), basis: basis(application?.clause ?? regulation.hostKinds.clause) },
    { code: 'theme', items: [], basis: basis(term?.clause) },
    { code: 'head', items: itemsOf('head'), basis: basis(head?.clause) },
    itemsOf('adviser').length === 0 ? null : { code: 'adviser', items: itemsOf('adviser'), basis: basis(application?.clause) },
    eligibility === null ? null : { code: 'eligibility', items: [], basis: basis(eligibility.clause) },
    itemsOf('programme').length === 0
      ? null
      : { code: 'programme', items: itemsOf('programme'), basis: basis(application?.clause) },
  ]
  return rows.filter((row) => row !== null)
}

/** The number of an item in the form of the appendix, «3»; null when the regulation has no form. */
export function itemNumber(regulation: Regulation, code: ApplicationItem): number | null {
  const at = (regulation.application?.items ?? []).findIndex((item) => item.code === code)
  return at < 0 ? null : at + 1
}

/** The parts of a programme this regulation asks for; without a structure of its own all parts may be filled in and none must. (R-A2) */
export function programmeParts(regulation: Regulation): readonly { code: ProgrammePart; text: string; basis: Basis }[] {
  return (regulation.application?.programme ?? []).map(({ code, text, clause }) => ({
    code,
    text,
    basis: basisOf(regulation, clause),
  }))
}

export type CallRule = { readonly setBy: Body; readonly act: string; readonly announcedTo: string }
/** Who calls for applications, by which act and whom they tell. Null: the regulation sets no times for them. */
export function callRule(regulation: Regulation): Answer<CallRule | null> {
  const { calls } = regulation
  return { value: calls, basis: calls && basisOf(regulation, calls.clause) }
}

/** The items of the form of application, in its order; null where the regulation has no form. (R-A1) */
export const applicationForm = ({ application }: Regulation): readonly SectionRule['items'][number][] | null =>
  application?.items ?? null

/** Where the form of application is asked for. In a sentence the first clause is enough: it leads to the appendix with its items. */
export const formBasis = (regulation: Regulation, whole = false): Basis | null =>
  regulation.application && basisOf(regulation, regulation.application.clause.slice(0, whole ? undefined : 1))

/** The clause by which organisations apply at all. */
export const applyingClause = ({ application, initiators }: Regulation): string | null =>
  application?.clause[0] ?? initiators?.clause[0] ?? null
