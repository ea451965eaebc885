import { ok, type Result, type RuleRefusal, refuseRule } from '../../kernel/result.ts'
import type { Day, OrganisationId, PersonId } from '../../kernel/types.ts'
import { nearestWords } from '../../regulation/calendar/windows.ts'
import type { Basis } from '../../regulation/cite.ts'
import { natureOf } from '../../regulation/dictionary.ts'
import { type CaseFacts, ruledFor } from '../../regulation/exceptions/questions.ts'
import { ownMissing } from '../../regulation/fields.ts'
import { type KnownCase, unmetConditions } from '../../regulation/hosts/conditions.ts'
import { headChosenTogether, jointBasis, missingEligibility } from '../../regulation/hosts/questions.ts'
import {
  type ApplicationSection,
  applicationForm,
  applicationSections,
  formBasis,
  intakeOn,
  ownItems,
  programmeParts,
} from '../../regulation/intake/questions.ts'
import type { ApplicationItem } from '../../regulation/kinds.ts'
import { headRule } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { brokenLimits, type Counts } from '../../regulation/status/limits.ts'
import { checkTerm } from '../../regulation/status/questions.ts'
import type { Part } from '../programmes/model.ts'
import type { OfferedHead } from './head-queries.ts'
import type { ApplicationState } from './machine.ts'
import type { Application, ApplicationView, Participant, Vote } from './model.ts'

/** Everything that decides whether an application may be sent. */
export type Unsent = {
  readonly app: Pick<
    Application,
    'adviserName' | 'own' | 'headPersonId' | 'protocolNumber' | 'protocolOn' | 'protocolFileId' | 'direction'
  >
  readonly regulation: Regulation
  readonly participants: readonly Participant[]
  readonly votes: readonly Vote[]
  readonly view: ApplicationView
  readonly head: OfferedHead | null
  readonly today: Day
  /** How many there would be with this site of what the regulation limits. */
  readonly counts: Counts
  /** The call names directions, so one of them has to be chosen. */
  readonly needsDirection: boolean
  /** What the parts of the programme lack; null while there is no programme. */
  readonly programme: readonly { readonly part: Part; readonly missing: readonly string[]; readonly basis: Basis }[] | null
}

/** A draft and an application that came back may be written. */
export const isWritable = (state: ApplicationState): boolean => state === 'draft' || state === 'returned'
/** States in which the applicant may still take an application back. */
export const isDecided = (state: ApplicationState): boolean => ['granted', 'declined', 'withdrawn'].includes(state)

const lacks = (
  rule: `application.${string}`,
  section: ApplicationSection,
  params: Record<string, string | number> = {},
  basis: Basis | null = null,
): RuleRefusal => ({ code: 'rule', rule, field: section, params: { ...params, basis: basis ? ` (${basis.text})` : '' } })

/** Organisations that take part or are asked to. */
export const taking = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter(({ state }) => state !== 'declined')

/** Everything that keeps an application from being sent, section by section in the order of the form; empty when it is complete. */
export function missingForSubmission(unsent: Unsent): RuleRefusal[] {
  const of: Readonly<Record<ApplicationSection, (unsent: Unsent) => RuleRefusal[]>> = {
    organisations: organisationsLack,
    theme: themeLacks,
    head: headLacks,
    adviser: adviserLacks,
    own: ownLacks,
    eligibility: eligibilityLacks,
    programme: programmeLacks,
  }
  return applicationSections(unsent.regulation).flatMap(({ code }) => of[code](unsent))
}

/** Whether the paper takes applications on a day, where no call does. */
export function maySendOn(regulation: Regulation, day: Day): Result<null> {
  const { value, basis } = intakeOn(regulation, day)
  if (value.open) return ok(null)
  const params: Record<string, string> = value.nearest === null ? {} : { nearest: nearestWords(value.nearest) }
  return refuseRule('application.intakeClosed', { clause: basis?.clause, params })
}

const demanded = (regulation: Regulation): readonly ApplicationItem[] =>
  applicationForm(regulation)?.flatMap(({ code, required }) => (required ? [code] : [])) ?? ['fullName', 'headOfOrganisation']

/** Every organisation confirms and is described as the form asks. (R-A1, R-41) */
function organisationsLack({ regulation, participants }: Unsent): RuleRefusal[] {
  const joint = taking(participants).length > 1
  const items = demanded(regulation)
  const basis = formBasis(regulation) ?? jointBasis(regulation)
  // People who apply have no legal address and nobody over them.
  const isLegal = ({ kind }: Participant) => natureOf(regulation, kind) === 'organisation'
  return participants.flatMap((one) => {
    const name = one.shortName
    const lack = (rule: `application.${string}`) => lacks(rule, 'organisations', { name }, basis)
    if (one.state === 'declined') return [lack(one.isLead ? 'application.leadDeclined' : 'application.declinedStays')]
    return [
      ...(one.state === 'asked' ? [lack('application.notConfirmed')] : []),
      ...(items.includes('fullName') && one.charterName === '' ? [lack('application.needsCharterName')] : []),
      ...(items.includes('legalAddress') && isLegal(one) && one.legalAddress === '' ? [lack('application.needsAddress')] : []),
      ...(items.includes('contacts') && (one.phone === '' || one.email === '') ? [lack('application.needsContacts')] : []),
      ...(items.includes('headOfOrganisation') && isLegal(one) && one.headName === '' ? [lack('application.needsHeadName')] : []),
      ...(joint && one.share === '' ? [lack('application.needsShare')] : []),
    ]
  })
}

/** What the site will be about and for how long. (C-33) */
function themeLacks({ regulation, view, app, participants, needsDirection, counts }: Unsent): RuleRefusal[] {
  const term = termObjection(regulation, view, participants)
  return [
    ...(view.theme === '' ? [lacks('application.needsTheme', 'theme')] : []),
    ...(needsDirection && app.direction === null ? [lacks('application.needsDirection', 'theme')] : []),
    ...(view.wantedFrom === null || view.wantedTo === null ? [lacks('application.needsTerm', 'theme')] : []),
    ...(term ? [term] : []),
    ...brokenLimits(regulation, counts).map(({ reason, basis }) => lacks('application.limit', 'theme', { reason }, basis)),
  ]
}

/** What exceptions to a rule are judged by in an application. */
export function caseFacts(theme: string | null | undefined, participants: readonly Participant[]): CaseFacts {
  const kinds = taking(participants).map(({ kind }) => kind)
  return { theme: theme ?? null, kinds, organisations: kinds.length }
}

/** Whether the regulation allows the wanted term; null when it does, or when a day is still missing. (C-33) */
export function termObjection(
  regulation: Regulation,
  {
    wantedFrom,
    wantedTo,
    theme,
  }: { readonly wantedFrom: Day | null; readonly wantedTo: Day | null; readonly theme?: string | null },
  participants: readonly Participant[],
): RuleRefusal | null {
  if (wantedFrom === null || wantedTo === null) return null
  if (wantedTo < wantedFrom) return lacks('application.termReversed', 'theme')
  const verdict = checkTerm(ruledFor(regulation, caseFacts(theme, participants)), { from: wantedFrom, to: wantedTo })
  return verdict.ok ? null : lacks('application.termTooLong', 'theme', { reason: verdict.reason }, verdict.basis)
}

/** Somebody who may head the site, and chosen by the organisations together where the regulation says so. (C-41, R-41) */
function headLacks(unsent: Unsent): RuleRefusal[] {
  const { head, app, regulation, participants, votes } = unsent
  if (head === null) return [lacks('application.needsHead', 'head', {}, headRule(regulation).basis)]
  const { verdict, name } = head
  const fit = verdict.ok
    ? []
    : [lacks('application.headNotEligible', 'head', { name, missing: verdict.missing.join('; ') }, verdict.basis)]
  const together = headChosenTogether(regulation, taking(participants).length)
  if (!together.value) return fit
  const election = tally(votes, participants, app.headPersonId)
  return [
    ...fit,
    ...(election.carried
      ? []
      : [lacks('application.notElected', 'head', { for: election.for, total: election.total }, together.basis)]),
    ...(app.protocolNumber === null || app.protocolOn === null
      ? [lacks('application.needsProtocol', 'head', {}, together.basis)]
      : []),
    ...(app.protocolFileId === null ? [lacks('application.needsProtocolFile', 'head', {}, together.basis)] : []),
  ]
}

export type Tally = {
  readonly for: number
  readonly against: number
  readonly abstained: number
  readonly total: number
  readonly carried: boolean
}

/** How the organisations voted for the one who is named now: carried by more than half of all of them. */
export function tally(votes: readonly Vote[], participants: readonly Participant[], headPersonId: PersonId | null): Tally {
  const voters = new Set(taking(participants).map(({ id }) => id))
  const counted = votes.filter((vote) => vote.candidatePersonId === headPersonId && voters.has(vote.organisationId))
  const of = (choice: Vote['choice']) => counted.filter((vote) => vote.choice === choice).length
  const total = voters.size
  return { for: of('for'), against: of('against'), abstained: of('abstained'), total, carried: of('for') * 2 > total }
}

/** A name, or the word that there is nobody. (R-A1, R-A1s) */
const adviserLacks = ({ app, regulation }: Unsent): RuleRefusal[] =>
  app.adviserName === null && demanded(regulation).includes('scientificAdviser')
    ? [lacks('application.needsAdviser', 'adviser', {}, formBasis(regulation))]
    : []

/** The paper's own items. */
const ownLacks = ({ app, regulation }: Unsent): RuleRefusal[] =>
  ownMissing(ownItems(regulation), app.own).map((refusal) => ({ ...refusal, field: 'own' }))

/** Every base criterion and as many further ones as the regulation wants, each with evidence. (C-31, T-2) */
function eligibilityLacks(unsent: Unsent): RuleRefusal[] {
  const { regulation, view } = unsent
  const met = new Set(view.eligibility.filter(({ evidence }) => evidence.length > 0).map(({ code }) => code))
  const { value, basis } = missingEligibility(regulation, met)
  return [
    ...value.base.map((text) => lacks('application.baseNotProved', 'eligibility', { text }, basis)),
    ...(value.further > 0 ? [lacks('application.furtherNotProved', 'eligibility', { count: value.further }, basis)] : []),
    ...unmetConditions(regulation, knownCase(unsent, met)).map(({ text, basis: own, known }) =>
      lacks('application.conditionUnmet', 'eligibility', { text, known }, own),
    ),
  ]
}

/** What the conditions of the regulation are held to in an application. */
export const knownCase = (
  { app, view, participants, head, today }: Pick<Unsent, 'app' | 'view' | 'participants' | 'head' | 'today'>,
  proved: ReadonlySet<string>,
): KnownCase => ({
  ...{ proved, own: app.own, on: view.wantedFrom ?? today },
  kinds: taking(participants).map(({ kind }) => kind),
  head: head?.known ?? null,
})

/** A programme with everything its parts ask for. (R-A2) */
function programmeLacks({ programme, regulation }: Unsent): RuleRefusal[] {
  const basis = formBasis(regulation)
  if (programme === null)
    return demanded(regulation).includes('programme') ? [lacks('application.needsProgramme', 'programme', {}, basis)] : []
  return programme.flatMap(({ part, missing, basis: found }) => {
    const named = programmeParts(regulation).find(({ code }) => code === part)
    const where = part === 'own' ? found : (named?.basis ?? basis)
    return missing.map((what) =>
      lacks('application.programmeIncomplete', 'programme', { part: named?.text ?? 'Другие разделы', what }, where),
    )
  })
}

export type SectionState = {
  readonly code: ApplicationSection
  readonly state: 'notStarted' | 'missing' | 'filled'
  readonly missing: readonly RuleRefusal[]
}

/** How far each section is, for the list of tasks of an application. */
export function sectionStates(unsent: Unsent): SectionState[] {
  const lacking = missingForSubmission(unsent)
  return applicationSections(unsent.regulation).map(({ code }) => {
    const missing = lacking.filter(({ field }) => field === code)
    if (missing.length === 0) return { code, state: 'filled', missing }
    return { code, state: isBegun(code, unsent) ? 'missing' : 'notStarted', missing }
  })
}

function isBegun(code: ApplicationSection, { app, view, programme }: Unsent): boolean {
  switch (code) {
    case 'organisations':
      return true
    // Whatever is said of the adviser fills the section.
    case 'adviser':
      return false
    case 'own':
      return Object.keys(app.own).length > 0
    case 'theme':
      return view.theme !== '' || view.wantedFrom !== null || view.wantedTo !== null || app.direction !== null
    case 'head':
      return app.headPersonId !== null
    case 'eligibility':
      return view.eligibility.some(({ evidence }) => evidence.length > 0)
    case 'programme':
      return programme !== null
  }
}

/** Whether the choice of the head is a matter of votes now. */
export function mayVote(
  given: {
    readonly regulation: Regulation
    readonly participants: readonly Participant[]
    readonly app: Pick<Application, 'headPersonId' | 'state'>
  },
  organisationId: OrganisationId,
): Result<null> {
  const { regulation, participants, app } = given
  if (!headChosenTogether(regulation, taking(participants).length).value) return refuseRule('application.noElection')
  if (app.headPersonId === null) return refuseRule('application.nobodyNamed')
  const own = participants.find(({ id }) => id === organisationId)
  return own?.state === 'confirmed' ? ok(null) : refuseRule('application.confirmFirst')
}
