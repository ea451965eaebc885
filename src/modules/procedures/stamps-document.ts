import { approvalMarks } from '../../documents/build.ts'
import type { Block } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { capital, postWords } from '../../kernel/names.ts'
import { partyOf } from '../../regulation/parties/questions.ts'
import { type Step, type StepAct, silenceWords } from '../../regulation/procedure.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Procedure } from './model.ts'
import type { SaidVoice } from './procedure-queries.ts'

const words: Readonly<Record<StepAct, string>> = {
  ...{ discuss: 'ОБСУЖДЕНО', agree: 'СОГЛАСОВАНО', approve: 'УТВЕРЖДАЮ' },
  ...{ consider: 'РАССМОТРЕНО', defend: 'ЗАЩИЩЕНО', accept: 'ПРИНЯТО' },
}
const signatureOf = (step: Step, { signature, meeting }: SaidVoice) =>
  meeting ?? (signature === null ? silenceWords(step) : `____________ ${signature}`)

/** Whose word it is: the post held in the body, or at the head of the organisation, and where; the party where no post is known. */
function partyLines(regulation: Regulation, step: Step, { posts, meeting }: SaidVoice): string[] {
  const party = partyOf(regulation, step.by)?.name ?? ''
  const heads = step.by === 'organisation' ? posts.find(({ kind }) => kind === 'head') : undefined
  const post = meeting === null ? (posts.find(({ body }) => body === step.by) ?? heads) : undefined
  return post ? [capital(postWords(post)), heads ? post.organisation : party] : [capital(party)]
}

/** Who has agreed a thing, on the left, and who has approved it, on the right, each with the day; whoever heads the site signs below. (L-321) */
export function stampBlocks(
  { regulation, steps }: Pick<Procedure, 'regulation' | 'steps'>,
  voices: readonly SaidVoice[],
): Block[] {
  const stamps = steps.flatMap((step, place) => {
    const said = voices.filter((one) => one.step === place && one.outcome === 'passed')
    const last = said.at(-1)
    if (last === undefined || step.by === 'head') return []
    const signed = said.filter(({ round }) => round === last.round)
    const parties = signed.map((one) => partyLines(regulation, step, one))
    const isSame = (at: number) => parties[at]?.join() === parties[at - 1]?.join()
    const signatures = signed.flatMap((one, at) => [...(isSame(at) ? [] : (parties[at] ?? [])), signatureOf(step, one)])
    return [{ isApproval: step.act === 'approve', lines: [words[step.act], ...signatures, longDate(last.on)] }]
  })
  const linesOf = (approving: boolean) =>
    stamps.filter(({ isApproval }) => isApproval === approving).flatMap(({ lines }) => lines)
  const [left, right] = [linesOf(false), linesOf(true)]
  if (left.length + right.length === 0) return []
  return [approvalMarks({ ...(left.length > 0 && { left }), ...(right.length > 0 && { right }) })]
}
