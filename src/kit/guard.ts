import { type Machine, move } from '../kernel/machine.ts'
import { type Refusal, type Result, type RuleRefusal, refuse } from '../kernel/result.ts'

/** Something that goes through states: every deed moves it by its machine and raises its version. */
export type Moving<State extends string = string> = {
  readonly id: string
  readonly state: State
  readonly editVersion: number
}

/** What is asked of a thing before anything is done to it. */
export type Asked<Thing> = {
  readonly permission: string
  readonly permitted: (thing: Thing) => boolean
  /** Whether what the thing belongs to may be written about at all; left out where that does not matter. */
  readonly standing?: (thing: Thing) => Result<null>
}

/** The first guards of every deed, always in this order: found, permitted, standing. */
export function whyClosed<Thing>(thing: Thing | null, asked: Asked<Thing>): Refusal | null {
  if (thing === null) return { code: 'notFound' }
  if (!asked.permitted(thing)) return { code: 'forbidden', permission: asked.permission }
  const stands = asked.standing?.(thing)
  return stands && !stands.ok ? stands.refusal : null
}

/** What a move asks besides. */
export type AskedMove<State extends string, Action extends string> = {
  readonly machine: Machine<State, Action>
  readonly action: Action
  /** The version the person saw; `any` where a deed may follow another unseen. */
  readonly version: number | 'any'
  /** Said when the machine knows no such move from this state; without it the refusal is an illegal move. */
  readonly elsewhere?: Omit<RuleRefusal, 'code'>
}

/** The last guards, after `whyClosed`: version, state. Gives the state the move leads to. */
export function guardMove<State extends string, Action extends string>(
  one: Moving<State>,
  { machine, action, version, elsewhere }: AskedMove<State, Action>,
): Result<State> {
  if (version !== 'any' && one.editVersion !== version) return refuse({ code: 'changedMeanwhile' })
  const next = move(machine, one.state, action)
  return next.ok || !elsewhere ? next : refuse({ code: 'rule', ...elsewhere })
}
