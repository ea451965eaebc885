import type { ComponentChildren } from 'preact'
import { longDate, shortDate } from '../../kernel/dates.ts'
import { DeedSheet, variant } from '../../kit/deed-sheets.tsx'
import type { Movable, Offer } from '../../kit/deed-types.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { type Step, spokenStep, timeWords } from '../../regulation/procedure.ts'
import { Chain, type ChainStep, Timeline } from '../../ui/content.ts'
import { clauseLink, type OfTerritory } from '../regulation/clause-links.tsx'
import { type Decided, type Procedure, stepNow } from './model.ts'
import type { SaidVoice } from './procedure-queries.ts'
import { noButton, returnedWord, saidWord, yesButton } from './texts.ts'

type CourseProps = {
  readonly at: OfTerritory
  readonly procedure: Pick<Procedure, 'steps' | 'stands'>
  /** What was said of the version shown. */
  readonly voices: readonly SaidVoice[]
  /** Which of its places it stands at: 0 is with whoever prepares, after the last step it is done. */
  readonly now: number
  readonly first: Omit<ChainStep, 'state'>
  readonly last: Omit<ChainStep, 'state'>
}

/** The course of a thing: who prepares it, each step of the regulation with its clause, its time and who has said yes, and what comes of it. */
export function Course({ at, procedure: { steps, stands }, voices, now, first, last }: CourseProps) {
  const stateOf = (place: number): ChainStep['state'] => (place < now ? 'done' : place === now ? 'now' : 'next')
  const isDone = now > steps.length
  const all: ChainStep[] = [
    { ...first, state: stateOf(0) },
    ...steps.map((step, index) => {
      const said = now > index + 1 ? voices.filter((one) => one.step === index && one.outcome === 'passed') : []
      const due = now === index + 1 ? (stands?.dueOn ?? null) : null
      return { title: step.caption, more: <StepMore {...{ at, step, due }} said={lastRound(said)} />, state: stateOf(index + 1) }
    }),
    { ...last, state: isDone ? 'done' : 'next' },
  ]
  return <Chain label="Ход согласования" steps={all} />
}

const lastRound = (voices: readonly SaidVoice[]) => voices.filter(({ round }) => round === voices.at(-1)?.round)

type StepMoreProps = { at: OfTerritory; step: Step; said: readonly SaidVoice[]; due: SaidVoice['on'] | null }
function StepMore({ at, step, said, due }: StepMoreProps): ComponentChildren {
  const time = said.length > 0 ? '' : due === null ? timeWords(step) : `до ${shortDate(due)}${ofSilenceToCome(step)}`
  return (
    <>
      {said.map(({ person, on }) => `${person ?? 'в срок не ответили'}, ${shortDate(on)} `)}
      {time && `${time} `}
      {clauseLink(at, step.clause[0])}
    </>
  )
}
const ofSilenceToCome = ({ silence }: Step) =>
  silence === 'nothing' ? '' : `, молчание — ${silence === 'consent' ? 'согласие' : 'отказ'}`

type VoicesProps = {
  readonly procedure: Pick<Procedure, 'kind' | 'steps'>
  readonly voices: readonly SaidVoice[]
  /** Of which version a voice was: «редакция 2». */
  readonly of?: (voice: SaidVoice) => string
}

/** Everything that was said, the newest first. */
export function Voices({ procedure: { kind, steps }, voices, of }: VoicesProps) {
  const items = voices.toReversed().map((voice) => {
    const step = steps[voice.step]
    const who = voice.person ?? (step ? spokenStep(step, true) : 'в срок не ответили')
    return {
      title: voice.outcome === 'returned' ? returnedWord(kind) : saidWord(kind, step?.act ?? 'approve'),
      when: [longDate(voice.on), who, of?.(voice)].filter(Boolean).join(', '),
      more: [voice.meeting, voice.remark].filter(Boolean).join('. ') || null,
    }
  })
  return <Timeline items={items} />
}

type SheetProps<Open> = { readonly opened: Open; readonly request: ThingRequest; readonly deed: Offer<Open> }

/** What this person may say at the step a thing has come to; nothing where it is not their turn. */
export function DecisionSheet<Open extends Movable & Decided>({ deed: pass, opened, request }: SheetProps<Open>) {
  const { procedure } = opened
  const step = stepNow(procedure)
  if (!procedure || !step || !pass.offered(request.ctx, opened)) return null
  const { kind, steps, stands } = procedure
  const button = yesButton(kind, step, stands?.step === steps.length - 1)
  const others = [{ intent: 'return', button: noButton(step) }]
  return <DeedSheet opened={opened} request={request} deed={variant(pass, { title: step.caption, button, others })} />
}
