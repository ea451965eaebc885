import { entriesIn, type Values } from './values.ts'

/** Rules that nothing acted on: what they said stands in the text of the paper. */
const gone = ['legalForm']

/** Without the rules there are no more, and what was noted beside them. */
export function hostsRaised(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document
  const without = (value: unknown) => Object.fromEntries(Object.entries(entriesIn(value)).filter(([key]) => !gone.includes(key)))
  const { provisions, exceptions, examples, ...rules } = without(document)
  return {
    ...rules,
    ...(Array.isArray(entriesIn(rules.eligibility).all) && { eligibility: withClauses(entriesIn(rules.eligibility)) }),
    ...(Array.isArray(examples) && { examples: examples.map(withoutNone) }),
    ...(provisions !== undefined && { provisions: without(provisions) }),
    ...(exceptions !== undefined && { exceptions: without(exceptions) }),
  }
}

/** «No category» was a category of its own. */
const withoutNone = (example: unknown): unknown =>
  entriesIn(example).category === 'none' ? { ...entriesIn(example), category: null } : example

/** Each criterion names a clause of its own: that of the rule, where it named none. */
const withClauses = ({ all, ...rule }: Values): Values => ({
  ...rule,
  all: (Array.isArray(all) ? all : []).map((one) => ({ ...entriesIn(one), clause: entriesIn(one).clause ?? rule.clause })),
})
