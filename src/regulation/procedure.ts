import { z } from 'zod'
import { clauses, party, text } from './rule.ts'

/** One step of a procedure: who does what. `meeting` is a decision of a body by its quorum, written down with its protocol. */
export const stepOf = <Act extends z.ZodType>(act: Act) =>
  z.strictObject({
    act,
    by: party,
    how: z.enum(['one', 'meeting']).default('one'),
    caption: text,
    clause: clauses,
  })
export type Step = Omit<z.infer<ReturnType<typeof stepOf<z.ZodString>>>, 'act'>

/** How a body decides at a meeting: how many of its members must be there, and how many of whom must agree. */
export type Vote = { readonly members: number; readonly quorum: number; readonly majority: 'present' | 'members' | 'twoThirds' }

/** What a meeting of a body has come to: nothing without its quorum. */
export function outcomeOfMeeting(
  { members, quorum, majority }: Vote,
  { present, inFavour }: { readonly present: number; readonly inFavour: number },
): 'nothing' | 'passed' | 'returned' {
  if (present < quorum) return 'nothing'
  const enough = { present: inFavour * 2 > present, members: inFavour * 2 > members, twoThirds: inFavour * 3 >= present * 2 }
  return enough[majority] ? 'passed' : 'returned'
}

/** What a procedure has to know of a party to tell whether it can act. */
export type Acting = { readonly name: string; readonly vote: Vote | null }

/** Why a procedure cannot be walked to its end, step by step. Who is not there at all is told for every rule alike. */
export function deadEnds(steps: readonly Step[], partyOf: (code: string) => Acting | null): string[] {
  return steps.flatMap(({ by, how, caption }, index) => {
    const who = partyOf(by)
    if (who === null) return []
    const at = `шаг ${index + 1} «${caption}»`
    if (how === 'meeting' && who.vote === null)
      return [`${at}: ${who.name} решает на заседании, а сколько членов и какой нужен кворум, не сказано`]
    return how === 'one' && who.vote !== null ? [`${at}: ${who.name} решает только на заседании`] : []
  })
}

/** Whether a body can gather at all, and decide. */
export function voteProblems({ members, quorum }: Vote): string[] {
  return quorum > members ? [`кворум ${quorum} больше числа членов ${members}`] : []
}
