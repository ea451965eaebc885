import { type Basis, basisOf } from './cite.ts'
import {
  type ApplicationItem,
  type CommentRule,
  type Initiator,
  initiatorName,
  type ProgrammePart,
  type StatusStep,
} from './kinds.ts'
import type { Answer, Verdict } from './questions.ts'
import type { Criterion, Regulation } from './schema.ts'

/** Whether this step stands on the way to a status here. */
export const hasStep = (regulation: Regulation, step: StatusStep): boolean => regulation.status.steps.includes(step)

/** Whether organisations here come to a status by applying for it, and where the regulation says so. */
export function takesApplications(regulation: Regulation): Answer<boolean> {
  if (!hasStep(regulation, 'application')) return { value: false, basis: null }
  const clause = regulation.application?.clause ?? regulation.initiators?.clause ?? regulation.status.clause
  return { value: true, basis: basisOf(regulation, clause) }
}

/** Whether this party may begin an application. A regulation that names nobody leaves it to the organisation. (C-32) */
export function mayInitiate(regulation: Regulation, who: Initiator): Verdict {
  const { initiators, status } = regulation
  const basis = basisOf(regulation, initiators?.clause ?? status.clause)
  const allowed = initiators?.who ?? ['organisation']
  if (allowed.includes(who)) return { ok: true, basis }
  return { ok: false, reason: `Заявку подаёт: ${allowed.map((one) => initiatorName[one]).join(', ')}`, basis }
}

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

/** Everything the regulation asks an applicant to prove: the base, and how many of the further criteria. (C-31, T-2) */
export function eligibilityCriteria(regulation: Regulation): Answer<{
  base: readonly Criterion[]
  further: readonly Criterion[]
  furtherNeeded: number
}> {
  const { eligibility } = regulation
  if (eligibility === null) return { value: { base: [], further: [], furtherNeeded: 0 }, basis: null }
  return {
    value: {
      base: eligibility.all,
      further: eligibility.atLeast?.of ?? [],
      furtherNeeded: eligibility.atLeast?.count ?? 0,
    },
    basis: basisOf(regulation, eligibility.clause),
  }
}

/** When an expert has to write a reason beside the points. */
export function reviewComment(regulation: Regulation): Answer<CommentRule> {
  const { expertReview } = regulation
  return expertReview === null
    ? { value: 'free', basis: null }
    : { value: expertReview.comment, basis: basisOf(regulation, expertReview.clause) }
}

/** Whether the operator proposes to whoever decides, and where the regulation says so. */
export const onSubmission = (regulation: Regulation): Answer<boolean> => ({
  value: regulation.status.onSubmissionOfOperator,
  basis: basisOf(regulation, regulation.status.clause),
})
