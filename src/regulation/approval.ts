import { problemsOf } from './check.ts'
import { exampleProblems } from './examples/run.ts'
import type { Regulation } from './schema.ts'
import { officeProblems } from './status/check.ts'

/** What keeps an edition from being approved: what is wrong with it, and every example that it answers otherwise than its paper. */
export const approvalProblems = (regulation: Regulation): string[] => [...problemsOf(regulation), ...exampleProblems(regulation)]

/** The same where it is known which of its bodies have an office. */
export const problemsHere = (regulation: Regulation, offices: ReadonlySet<string>): string[] => [
  ...approvalProblems(regulation),
  ...officeProblems(regulation, offices),
]
