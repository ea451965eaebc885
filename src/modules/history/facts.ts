import { type FactsOf, fact } from '../../history/facts.ts'
import { text } from '../../history/words.ts'

export const facts = {
  'territory.loaded': fact<{ name: string }>({ title: 'Территория заведена', more: ({ name }) => text(name) }),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
