import { type Machine, move } from '../kernel/machine.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'

/** How far a thing has come along a chain of steps that a regulation names: a number beside its state, because chains differ between territories. */
export type Place<State extends string> = { readonly state: State; readonly step: number }

/** Which actions of a machine walk a chain. */
type Walk<Action extends string, Pass, Finish> = {
  /** A "yes" at a step before the last, and at the last. */
  readonly pass: Pass
  readonly finish: Finish
  /** What comes after the chain and leaves the place where it is. */
  readonly after?: readonly Action[]
}

/** A chain of steps over a machine. Whatever is neither a "yes" nor comes after the chain begins it anew. */
export function chainOf<State extends string, Action extends string, const Pass extends Action, const Finish extends Action>(
  machine: Machine<State, Action>,
  { pass, finish, after = [] }: Walk<NoInfer<Action>, Pass, Finish>,
) {
  /** What a "yes" means at a step: the last step finishes. */
  const actionOfYes = (step: number, length: number): Pass | Finish => (step + 1 >= length ? finish : pass)

  /** Where an action leads along a chain of so many steps. */
  function advance({ state, step }: Place<State>, action: Action, length: number): Result<Place<State>> {
    const isYes = action === pass || action === finish
    if (isYes && action !== actionOfYes(step, length)) return refuse({ code: 'illegalMove', from: state, action })
    const next = move(machine, state, action)
    if (!next.ok) return next
    return ok({ state: next.value, step: isYes ? step + 1 : after.includes(action) ? step : 0 })
  }
  return { actionOfYes, advance }
}
