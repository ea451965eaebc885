import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { ApplicationId, Day, PersonId } from '../../kernel/types.ts'
import type { ApplicationState } from '../applications/machine.ts'
import type { Figures, ProtocolDecision, ProtocolRow, SummaryRow } from './model.ts'

/** What a person writes in a protocol. */
export type ProtocolInput = {
  readonly heldOn: Day
  readonly place: string | null
  readonly chairId: PersonId
  readonly secretaryId: PersonId
  readonly members: readonly PersonId[]
  readonly decisions: readonly ProtocolDecision[]
  readonly note: string
}

/** Applications whose reviews are over: a meeting may decide about them. */
const decidable: ReadonlySet<ApplicationState> = new Set(['reviewed', 'proposed', 'granted', 'declined'])
export const isDecidable = ({ state }: Pick<SummaryRow, 'state'>): boolean => decidable.has(state)

/** What the figures speak for; the person edits it as the meeting decided. */
export function suggestedWords({ recommendations }: Figures, { genitive }: { genitive: string }): string {
  const [yes, remarks, against] = [recommendations.support, recommendations.supportWithRemarks, recommendations.reject]
  const grant = `присвоить статус ${genitive}`
  if (yes + remarks === against) return 'Мнения экспертов разделились. Решили: '
  if (yes + remarks < against) return `Не рекомендовать ${grant}`
  return remarks > yes ? `Рекомендовать ${grant} с учётом замечаний экспертов` : `Рекомендовать ${grant}`
}

/** What a draft may not even be saved with: applications of another call. */
export function brokenProtocol({ decisions }: Pick<ProtocolInput, 'decisions'>, rows: readonly SummaryRow[]): RuleRefusal[] {
  const known = new Set<ApplicationId>(rows.map(({ applicationId }) => applicationId))
  return decisions.every(({ applicationId }) => known.has(applicationId)) ? [] : [no('protocol.unknownApplication')]
}

/** What a protocol still lacks before it is signed. */
export function missingForSigning(input: ProtocolInput, rows: readonly SummaryRow[], today: Day): RuleRefusal[] {
  const { heldOn, chairId, secretaryId, members, decisions } = input
  const refusals = [...brokenProtocol(input, rows)]
  if (heldOn > today) refusals.push(no('protocol.heldInFuture', { field: 'heldOn' }))
  if (chairId === secretaryId) refusals.push(no('protocol.sameChairAndSecretary', { field: 'secretaryId' }))
  if (members.length === 0) refusals.push(no('protocol.needsMembers', { field: 'members' }))
  if (decisions.length === 0) refusals.push(no('protocol.needsDecision'))
  for (const { applicationId } of decisions) {
    const row = rows.find((one) => one.applicationId === applicationId)
    if (row && !isDecidable(row))
      refusals.push(no('protocol.unfinishedReview', { field: `decisions.${applicationId}`, params: { number: row.number } }))
  }
  return refusals
}

/** The rows of a protocol with the figures they have now, in the order of their numbers. */
export function protocolRows(decisions: readonly ProtocolDecision[], rows: readonly SummaryRow[]): ProtocolRow[] {
  const words = new Map(decisions.map((decision) => [decision.applicationId, decision.words]))
  return rows
    .filter(({ applicationId }) => words.has(applicationId))
    .map(({ applicationId, number, organisations, theme, reviews, figures }) => ({
      applicationId,
      number,
      organisations,
      theme,
      totals: reviews.flatMap(({ total }) => (total === null ? [] : [total])),
      figures,
      words: words.get(applicationId)!,
    }))
}
