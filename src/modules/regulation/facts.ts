import { about, type FactsOf, fact } from '../../history/facts.ts'
import { from, joined, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

export const facts = about(
  { group: 'regulation', href: (to) => paths.regulation(to) },
  {
    'regulation.drafted': fact<{ title: string; version: number }>({
      title: 'Внесён текст Положения',
      more: ({ title, version: edition }) => joined(text(title), edition ? `редакция ${edition}` : null),
    }),
    'regulation.enteredIntoForce': fact<{ orderId: string; point: string; from: Day }>({
      title: 'Положение вступило в силу',
      more: ({ from: first }) => from(first),
      act: 'always',
    }),
    'regulation.ceased': fact<{ orderId: string; from: Day }>({
      title: 'Положение утратило силу',
      more: ({ from: first }) => from(first),
      act: 'always',
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
