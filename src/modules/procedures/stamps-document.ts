import { approvalMarks } from '../../documents/build.ts'
import type { Block } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { partyOf } from '../../regulation/parties/questions.ts'
import { type Step, type StepAct, silenceWords } from '../../regulation/procedure.ts'
import type { Procedure } from './model.ts'
import type { SaidVoice } from './procedure-queries.ts'

const words: Readonly<Record<StepAct, string>> = {
  ...{ discuss: 'ОБСУЖДЕНО', agree: 'СОГЛАСОВАНО', approve: 'УТВЕРЖДАЮ' },
  ...{ consider: 'РАССМОТРЕНО', defend: 'ЗАЩИЩЕНО', accept: 'ПРИНЯТО' },
}
const signatureOf = (step: Step, { person, meeting }: SaidVoice) =>
  meeting ?? (person === null ? silenceWords(step) : `____________ ${person}`)

/** Who has agreed a thing, on the left, and who has approved it, on the right, each with the day; whoever heads the site signs below. (L-321) */
export function stampBlocks(
  { regulation, steps }: Pick<Procedure, 'regulation' | 'steps'>,
  voices: readonly SaidVoice[],
): Block[] {
  const stamps = steps.flatMap((step, place) => {
    const said = voices.filter((one) => one.step === place && one.outcome === 'passed')
    const last = said.at(-1)
    if (last === undefined || step.by === 'head') return []
    const signed = said.filter(({ round }) => round === last.round).map((voice) => signatureOf(step, voice))
    const lines = [words[step.act], partyOf(regulation, step.by)?.name ?? '', ...signed, longDate(last.on)]
    return [{ isApproval: step.act === 'approve', lines }]
  })
  const linesOf = (approving: boolean) =>
    stamps.filter(({ isApproval }) => isApproval === approving).flatMap(({ lines }) => lines)
  const [left, right] = [linesOf(false), linesOf(true)]
  if (left.length + right.length === 0) return []
  return [approvalMarks({ ...(left.length > 0 && { left }), ...(right.length > 0 && { right }) })]
}
