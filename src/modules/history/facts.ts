import { type FactsOf, fact } from '../../history/facts.ts'
import { numbered, text } from '../../history/words.ts'

export const facts = {
  'territory.loaded': fact<{ name: string }>({ title: 'Территория заведена', more: ({ name }) => text(name) }),
  'history.closed': fact<{ key: number }>({ title: 'История закрыта ключом', more: ({ key }) => numbered(key) }),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
