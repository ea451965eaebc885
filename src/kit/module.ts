import type { Grants } from '../authz/policy.ts'
import type { Told } from '../history/facts.ts'
import type { Plug } from '../kernel/port.ts'
import type { Wording } from '../notices/kinds.ts'
import type { Path } from '../web/paths.ts'
import type { RuleTexts } from '../web/refusals.ts'
import type { Route } from '../web/route.ts'
import type { Invariant } from './invariants.ts'
import type { Navigation } from './navigation.ts'
import type { ClockDeed, ReminderSource } from './reminders.ts'
import type { Searched } from './searched.ts'
import type { TaskSource } from './tasks.ts'

/** All that a module is to the program, said in one place; `src/app/modules.ts` only lists modules, the lower first. */
export type Module = {
  readonly name: string
  /** Rows of the policy table. Their names are merged into `Permissions`, so that a route without one does not compile. */
  readonly permissions?: Grants
  /** What history tells of it, and in which words; what each kind says is merged into `Facts`. */
  readonly facts?: Readonly<Record<string, Told>>
  /** What people are told of it, and in which words; what each kind needs is merged into `Notices`. */
  readonly notices?: Readonly<Record<string, Wording>>
  /** Its addresses, for links everywhere; they are merged into `Paths`. */
  readonly paths?: Readonly<Record<string, Path>>
  /** Its rows in the navigations. */
  readonly navigation?: Navigation
  /** What stands at its addresses. The router, the test of the policy and the buttons go by them. */
  readonly routes?: readonly Route[]
  /** What the search finds of it. */
  readonly searched?: Searched
  /** What waits on people in it. */
  readonly tasks?: readonly TaskSource[]
  /** What the calendar reminds people of. */
  readonly reminders?: readonly ReminderSource[]
  /** What the clock does in it by itself. */
  readonly clockDeeds?: readonly ClockDeed[]
  /** What must be true of its data whatever happened. */
  readonly invariants?: readonly Invariant[]
  /** How its rules are said to a person. */
  readonly ruleTexts?: RuleTexts
  /** Its parts in what modules below it do: what it hears of, what it adds to their pages and deeds. */
  readonly plugs?: readonly Plug[]
}

export const module = (own: Module): Module => own
