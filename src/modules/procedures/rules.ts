import { no, type RuleRefusal } from '../../kernel/result.ts'
import { type Decision, outcomeOfMeeting, type Vote } from '../../regulation/procedure.ts'

/** A return says what to mend. */
export const returning = (remark: string | null, what: string): RuleRefusal[] =>
  remark?.trim() ? [] : [no('procedure.returnNeedsRemark', { field: 'remark', params: { what } })]

type Met = { readonly present: number | null; readonly inFavour: number | null; readonly protocol: string | null }

/** What keeps a decision of a meeting from being written down: figures that are not there, no quorum, a vote that came out otherwise. */
export function wrongMeeting(
  { name, vote }: { readonly name: string; readonly vote: Vote },
  { present, inFavour, protocol }: Met,
  wanted: Decision,
  clause?: string,
): RuleRefusal[] {
  if (present === null || inFavour === null || protocol === null) {
    const field = protocol === null ? 'protocol' : present === null ? 'present' : 'inFavour'
    return [no('procedure.meetingNeedsProtocol', { field })]
  }
  if (present > vote.members) return [no('procedure.tooManyPresent', { field: 'present', params: { members: vote.members } })]
  if (inFavour > present) return [no('procedure.tooManyInFavour', { field: 'inFavour', params: { present } })]
  const outcome = outcomeOfMeeting(vote, { present, inFavour })
  if (outcome === null) return [no('procedure.noQuorum', { field: 'present', clause, params: { name, quorum: vote.quorum } })]
  if (outcome === wanted) return []
  const otherwise = wanted === 'passed' ? 'procedure.meetingWasAgainst' : 'procedure.meetingWasInFavour'
  return [no(otherwise, { field: 'inFavour', clause, params: { name } })]
}
