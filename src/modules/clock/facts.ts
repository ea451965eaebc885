import { type FactsOf, fact } from '../../history/facts.ts'
import { day, from, joined } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'

export const facts = {
  'clock.advanced': fact<{ from: Day | null; to: Day }>({
    title: 'День показа передвинут',
    more: ({ from: was, to }) => joined(from(was), to ? `на ${day(to)}` : null),
  }),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
