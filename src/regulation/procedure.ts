import { z } from 'zod'
import { clauses, party, text } from './rule.ts'

/** How those whom a step names decide: any one of them, each of them, more than half of them, or a meeting by the quorum of the body. */
export const waysToDecide = ['one', 'all', 'majority', 'meeting'] as const

/** One step of a procedure. `onRefusal` is the number of an earlier step; null leads back to whoever prepares. */
export const stepOf = <Act extends z.ZodType>(act: Act) =>
  z.strictObject({
    act,
    by: party,
    how: z.enum(waysToDecide).default('one'),
    caption: text,
    due: z
      .strictObject({ days: z.int().min(1).max(365), of: z.enum(['day', 'workingDay']).default('day') })
      .nullable()
      .default(null),
    silence: z.enum(['nothing', 'consent', 'refusal']).default('nothing'),
    onRefusal: z.int().min(1).nullable().default(null),
    clause: clauses,
  })
export type Step = Omit<z.infer<ReturnType<typeof stepOf<z.ZodString>>>, 'act'>

/** How a body decides at a meeting: how many of its members must be there, and how many of whom must agree. */
export type Vote = { readonly members: number; readonly quorum: number; readonly majority: 'present' | 'members' | 'twoThirds' }

/** What a procedure has to know of a party to tell whether it can act. */
export type Acting = { readonly name: string; readonly people: boolean; readonly vote: Vote | null }

/** Why a procedure cannot be walked to its end, step by step: nobody to act, a way back that is none, silence without a day. */
export function deadEnds(steps: readonly Step[], partyOf: (code: string) => Acting | null): string[] {
  return steps.flatMap((step, index) => {
    const at = `шаг ${index + 1} «${step.caption}»`
    const who = partyOf(step.by)
    const problems: string[] = []
    // Who is not there at all is told for every rule alike.
    if (who === null) return []
    if (step.how === 'meeting' && who.vote === null)
      problems.push(`${at}: ${who.name} решает на заседании, а сколько членов и какой нужен кворум, не сказано`)
    else if ((step.how === 'all' || step.how === 'majority') && !who.people)
      problems.push(`${at}: ${who.name} — один орган, спросить «каждого» или «большинство» некого`)
    if (step.onRefusal !== null && step.onRefusal > index)
      problems.push(`${at}: при отказе возвращают на шаг ${step.onRefusal}, а вернуть можно только на более ранний`)
    if (step.silence !== 'nothing' && step.due === null)
      problems.push(`${at}: сказано, что значит молчание, а срока, после которого оно наступает, нет`)
    return problems
  })
}

/** Whether a body can gather at all, and decide. */
export function voteProblems({ members, quorum }: Vote): string[] {
  return quorum > members ? [`кворум ${quorum} больше числа членов ${members}`] : []
}
