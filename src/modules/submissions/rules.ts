import { addDays, daysBetween, longDate } from '../../kernel/dates.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import { type CaseFacts, ruledFor } from '../../regulation/exceptions/questions.ts'
import { headChosenTogether } from '../../regulation/hosts/questions.ts'
import { bodyWord, siteWord } from '../../regulation/parties/questions.ts'
import { reviewWord } from '../../regulation/review/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { checkTerm, grantingBasis, hasStep, lastDayOfStatus } from '../../regulation/status/questions.ts'
import type { Assessment, Candidate, Item, Verdict, Written } from './model.ts'

/** What an application is ranked by: the result that the paper counts, else the median; null while nobody has read it. */
export const resultOf = (assessment: Assessment | null): number | null =>
  assessment && (assessment.score ? assessment.score.value : assessment.median)

/** «72» of a result by the paper, «82,5 %» of a median, a dash of nothing. */
export function resultInWords(assessment: Assessment | null): string {
  const result = resultOf(assessment)
  return result === null ? '—' : `${percent(result)}${assessment?.score ? '' : ' %'}`
}

/** What the column of results is called. */
export const resultTitle = (rows: readonly { assessment: Assessment | null }[]): string =>
  rows.some(({ assessment }) => assessment?.score) ? 'Итог' : 'Медиана'

/** Best first: by the result, then by the mean, then by the number; what nobody has read stands last. */
export function ranked<Row extends { candidate: Pick<Candidate, 'number'>; assessment: Assessment | null }>(
  rows: readonly Row[],
): Row[] {
  const result = (row: Row) => resultOf(row.assessment) ?? -1
  const mean = (row: Row) => row.assessment?.mean ?? -1
  return [...rows].sort((a, b) => result(b) - result(a) || mean(b) - mean(a) || a.candidate.number - b.candidate.number)
}

/** «82», «82,5» */
export const percent = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',')

const rejected = ({ reject, sent }: Assessment) => reject * 2 > sent

/**
 * What the reviews propose and the reason to begin with. The applicant reads the reason of a refusal, so it never holds points, medians or what
 * an expert wrote: those stand beside it on the page of those who decide.
 */
export function proposalFor(
  assessment: Assessment | null,
  at: { place: number; places: number | null },
): { verdict: Verdict; reason: string } {
  if (assessment && rejected(assessment))
    return { verdict: 'exclude', reason: 'Большинство экспертов не рекомендует присваивать статус.' }
  if (assessment?.score?.passes === false) return { verdict: 'exclude', reason: 'По оценкам экспертов заявка не прошла отбор.' }
  if (at.places === null || at.place <= at.places) return { verdict: 'include', reason: '' }
  return { verdict: 'exclude', reason: 'Число статусов, объявленное приёмом, распределено между другими заявками.' }
}

/** The first list of a submission: ranked, so many included as the call has places, with reasons from the reviews. */
export function proposeAll(
  rows: readonly { candidate: Candidate; assessment: Assessment | null }[],
  places: number | null,
): Item[] {
  let place = 0
  return ranked(rows).map(({ candidate, assessment }) => {
    const fits = !(assessment && (rejected(assessment) || assessment.score?.passes === false))
    if (fits) place++
    const { verdict, reason } = proposalFor(assessment, { place, places })
    return {
      applicationId: candidate.id,
      proposal: verdict,
      proposalReason: reason,
      decision: null,
      decisionReason: '',
    }
  })
}

/** What is wrong with a list before it goes on: nothing in it, a choice not made, an exclusion without a reason. */
export function problemsOf(written: readonly Pick<Written, 'verdict' | 'reason'>[]): RuleRefusal[] {
  if (written.every(({ verdict }) => verdict === 'later')) return [no('submission.noItems')]
  return written.flatMap(({ verdict, reason }, index) => {
    if (verdict === null) return [no('submission.choiceMissing', { field: `items.${index}.verdict` })]
    const lacks = verdict === 'exclude' && reason.trim() === ''
    return lacks ? [no('submission.reasonMissing', { field: `items.${index}.reason` })] : []
  })
}

/** Whether the authority chose otherwise than the operator proposed. */
export const differs = ({ proposal, decision }: Pick<Item, 'proposal' | 'decision'>): boolean =>
  decision !== null && decision !== proposal

/** Whether a choice goes against every expert who has written: a mark stands at it, so that nobody makes it unawares. */
export const againstAll = (verdict: Verdict | null, assessment: Pick<Assessment, 'sent' | 'reject'> | null): boolean =>
  assessment !== null &&
  assessment.sent > 0 &&
  ((verdict === 'include' && assessment.reject === assessment.sent) || (verdict === 'exclude' && assessment.reject === 0))

/** What exceptions to the term are judged by. */
const factsOf = ({ theme, organisations = [] }: Partial<Pick<Candidate, 'theme' | 'organisations'>>): CaseFacts => ({
  theme: theme ?? null,
  kinds: organisations.map(({ kind }) => kind),
  organisations: organisations.length,
})

/** The term a status gets: as the application wishes; a beginning that has passed moves to the day of the decision with the whole term. */
export function termFor(
  candidate: Pick<Candidate, 'wantedFrom' | 'wantedTo'> & Partial<Pick<Candidate, 'theme' | 'organisations'>>,
  regulation: Regulation,
  today: Day,
): { from: Day; to: Day } | null {
  const { wantedFrom, wantedTo } = candidate
  const from = wantedFrom !== null && wantedFrom > today ? wantedFrom : today
  const longest = lastDayOfStatus(ruledFor(regulation, factsOf(candidate)), from).value
  if (wantedTo === null) return longest === null ? null : { from, to: longest }
  if (wantedFrom === null || wantedTo >= today) return { from, to: wantedTo }
  return { from, to: addDays(from, daysBetween(wantedFrom, wantedTo)) }
}

/** What keeps the wish of an application from becoming a status, with the clause. (C-33) */
export function termProblem(candidate: Candidate, regulation: Regulation, today: Day, field: string): RuleRefusal[] {
  const label = applicationLabel(candidate)
  const term = termFor(candidate, regulation, today)
  if (term === null) return [no('submission.noTerm', { field, params: { label } })]
  const verdict = checkTerm(ruledFor(regulation, factsOf(candidate)), term)
  if (verdict.ok) return []
  const { basis } = verdict
  const clause = basis !== null && /^\d/.test(basis.clause) ? { clause: basis.clause } : {}
  return [no('submission.termTooLong', { field, params: { label, reason: verdict.reason }, ...clause })]
}

/** «заявка № 5» */
export const applicationLabel = ({ number }: { number: number }): string => `заявка № ${number}`

/** The ground on which an order names the head of a site of several organisations: their protocol. */
export function headGroundOf(
  { organisations, headPersonId, protocolNumber, protocolOn }: Candidate,
  regulation: Regulation,
): string | null {
  if (headPersonId === null || !headChosenTogether(regulation, organisations.length).value) return null
  if (protocolNumber === null || protocolOn === null) return null
  return `протокол от ${longDate(protocolOn)} № ${protocolNumber}`
}

/** The words an operator begins the letter with. */
export function coverText(regulation: Regulation): string {
  const reviewed = hasStep(regulation, 'expertReview')
    ? ` Список составлен по итогам ${reviewWord(regulation, 'genitive')} программ: организации стоят по убыванию медианы экспертных заключений.`
    : ''
  const { text } = grantingBasis(regulation)
  return `По ${text} представляем на решение заявки на присвоение статуса ${siteWord(regulation, 'genitive')}.${reviewed}`
}

/** What a decision rests on besides the regulation, after «В соответствии с Положением»: the operator's submission and the protocols. */
export function groundOf(
  regulation: Regulation,
  { number, sentOn }: { number: number; sentOn: Day | null },
  protocols: readonly { number: number; heldOn: Day }[],
): string {
  const operator = bodyWord(regulation, 'operator', 'genitive')
  const submission = `по представлению ${operator} от ${longDate(sentOn ?? '')} № ${number}`
  if (protocols.length === 0) return submission
  const named = protocols.map((protocol) => `от ${longDate(protocol.heldOn)} № ${protocol.number}`).join(', ')
  return `${submission} и по результатам ${reviewWord(regulation, 'genitive')} (протокол ${named})`
}
