import { z } from 'zod'
import type { Day } from '../kernel/types.ts'
import { addSpan, spanUnit, spanWords } from './calendar/spans.ts'
import { clauses, party, text } from './rule.ts'

/** What is done at a step. */
export const stepActs = ['discuss', 'agree', 'approve', 'consider', 'defend', 'accept'] as const
export type StepAct = (typeof stepActs)[number]
/** How those whom a step names decide: any one of them, each, more than half, or a meeting by the quorum of the body, with its protocol. */
const waysToDecide = ['one', 'all', 'majority', 'meeting'] as const

/** One step of a procedure: who does what, in which time, what silence means, where a refusal leads (the number of an earlier step; null: back to whoever prepares). */
export const stepOf = <Act extends StepAct>(acts: readonly [Act, ...Act[]]) =>
  z.strictObject({
    act: z.enum(acts),
    by: party,
    how: z.enum(waysToDecide).default('one'),
    caption: text,
    due: z
      .strictObject({ count: z.int().min(1).max(366), unit: spanUnit })
      .nullable()
      .default(null),
    silence: z.enum(['nothing', 'consent', 'refusal']).default('nothing'),
    onRefusal: z.int().min(1).nullable().default(null),
    clause: clauses,
  })
export type Step = z.infer<ReturnType<typeof stepOf<StepAct>>>

/** How a body decides at a meeting: how many of its members must be there, and how many of whom must agree. */
export type Vote = { readonly members: number; readonly quorum: number; readonly majority: 'present' | 'members' | 'twoThirds' }
export type Decision = 'passed' | 'returned'

/** What the voices of people have come to; nothing yet, where more of them are awaited. */
export function outcomeOf(
  how: Step['how'],
  { asked, yes, no }: { readonly asked: number; readonly yes: number; readonly no: number },
): Decision | null {
  if (how === 'majority') return yes * 2 > asked ? 'passed' : no > 0 && no * 2 >= asked ? 'returned' : null
  if (no > 0) return 'returned'
  return yes > 0 && (how !== 'all' || yes >= asked) ? 'passed' : null
}

/** What a meeting of a body has come to: nothing without its quorum. */
export function outcomeOfMeeting(
  { members, quorum, majority }: Vote,
  { present, inFavour }: { readonly present: number; readonly inFavour: number },
): Decision | null {
  if (present < quorum) return null
  const enough = { present: inFavour * 2 > present, members: inFavour * 2 > members, twoThirds: inFavour * 3 >= present * 2 }
  return enough[majority] ? 'passed' : 'returned'
}

/** Where a decision leads: to a step by its place, to the end, back to whoever prepares. */
export function placeAfter(steps: readonly Pick<Step, 'onRefusal'>[], at: number, decision: Decision): number | 'end' | 'back' {
  if (decision === 'passed') return at + 1 < steps.length ? at + 1 : 'end'
  const back = steps[at]?.onRefusal ?? null
  return back === null ? 'back' : back - 1
}

/** The last day for a step that something came to on a day. */
export const dueOn = ({ due }: Pick<Step, 'due'>, arrivedOn: Day): Day | null => due && addSpan(arrivedOn, due)

/** What silence means once the last day has passed; null: somebody still has to say. */
export const ofSilence = ({ silence }: Pick<Step, 'silence'>): Decision | null =>
  silence === 'consent' ? 'passed' : silence === 'refusal' ? 'returned' : null

/** «10 рабочих дней, молчание — согласие»; nothing where the paper sets no time. */
export function timeWords({ due, silence }: Pick<Step, 'due' | 'silence'>): string {
  if (due === null) return ''
  const long = `срок — ${spanWords(due)}`
  return silence === 'nothing' ? long : `${long}, молчание — ${silence === 'consent' ? 'согласие' : 'отказ'}`
}

/** «Согласует ИМЦ»; where nobody answered in time, with what that means and its clause. */
export const spokenStep = ({ caption, silence, clause }: Step, isSilence: boolean): string =>
  isSilence ? `${caption}: в срок не ответили, это ${silence === 'consent' ? 'согласие' : 'отказ'}${inClause(clause)}` : caption

/** «молчанием, п. 4.2»: in place of a signature. */
export const silenceWords = ({ clause }: Pick<Step, 'clause'>): string => `молчанием${inClause(clause)}`
const inClause = ([clause]: readonly string[]) => (clause === undefined ? '' : `, п. ${clause}`)

/** What a procedure has to know of a party to tell whether it can act. */
export type Acting = { readonly name: string; readonly people: boolean; readonly vote: Vote | null }

/** Why a procedure cannot be walked to its end, step by step. Who is not there at all is told for every rule alike. */
export function deadEnds(steps: readonly Step[], partyOf: (code: string) => Acting | null): string[] {
  return steps.flatMap(({ by, how, caption, due, silence, onRefusal }, index) => {
    const who = partyOf(by)
    const [votes, asksMany] = [how === 'meeting', how === 'all' || how === 'majority']
    const problems = [
      who && votes && who.vote === null && `${who.name} решает на заседании, а сколько членов и какой нужен кворум, не сказано`,
      who && !votes && who.vote !== null && `${who.name} решает только на заседании`,
      who &&
        asksMany &&
        who.vote === null &&
        !who.people &&
        by !== 'organisation' &&
        `${who.name} — одна сторона: спросить «каждого» или «большинство» некого`,
      onRefusal !== null &&
        onRefusal > index &&
        `при отказе возвращают на шаг ${onRefusal}, а вернуть можно только на более ранний`,
      silence !== 'nothing' && due === null && 'сказано, что значит молчание, а срока, после которого оно наступает, нет',
    ]
    return problems.filter((one) => typeof one === 'string').map((problem) => `шаг ${index + 1} «${caption}»: ${problem}`)
  })
}

/** Whether a body can gather at all, and decide. */
export function voteProblems({ members, quorum }: Vote): string[] {
  return quorum > members ? [`кворум ${quorum} больше числа членов ${members}`] : []
}
