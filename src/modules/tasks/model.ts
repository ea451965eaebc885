import type { Day } from '../../kernel/types.ts'

/** What a person has to do, derived from states and deadlines; never typed into a list (domain rule 5). */
export type Task = {
  /** Stable while the same thing waits, for tests and for telling two alike apart. */
  readonly key: string
  readonly what: string
  readonly why: string
  /** The clause that asks for it. */
  readonly clause: string | null
  /** Who waits, a whole phrase: «Ждёт Морозова И. А.». */
  readonly who: string | null
  readonly due: Day | null
  readonly href: string
  /** The button's verb. */
  readonly action: string
}
