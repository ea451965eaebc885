import { keysOf } from './records.ts'
import { ok, type Result, refuse } from './result.ts'

/** A state machine as data: for every state, which action leads where. */
export type Machine<State extends string, Action extends string> = {
  readonly initial: State
  readonly moves: Readonly<Record<State, Readonly<Partial<Record<Action, State>>>>>
}

/** The only way to a new state. */
export function move<S extends string, A extends string>(machine: Machine<S, A>, from: S, action: A): Result<S> {
  const to = machine.moves[from][action]
  return to === undefined ? refuse({ code: 'illegalMove', from, action }) : ok(to)
}

/** What may be done from a state, for buttons and documents. */
export function actionsFrom<S extends string, A extends string>(machine: Machine<S, A>, from: S): readonly A[] {
  return keysOf<A>(machine.moves[from])
}

export function statesOf<S extends string, A extends string>(machine: Machine<S, A>): readonly S[] {
  return keysOf(machine.moves)
}
