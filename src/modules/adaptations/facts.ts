import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, quoted, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from './paths.ts'
import { type Outcome, outcomes } from './rules.ts'
import { outcomeWords } from './texts.ts'

type Of = { person: string; takes: string }
type Answered = Of & { outcome: Outcome; why: string | null }
const of = ({ person, takes }: Partial<Of>) => [text(person), quoted(takes)]
const said = ({ outcome }: Partial<Answered>) => {
  const known = outcomes.find((one) => one === outcome)
  return known ? outcomeWords[known].toLowerCase() : null
}
const answered = (title: string) => fact<Answered>({ title, more: (facts) => joined(...of(facts), said(facts), text(facts.why)) })

export const facts = about(
  {
    group: 'plans',
    href: (to, { subjectId }) => paths.adaptation({ ...to, adaptation: subjectId }),
    keptIn: 'adaptations',
    sees: 'adaptation.list',
  },
  {
    'adaptation.described': fact<Of>({ title: 'Описано, что внедряется у себя', more: (facts) => joined(...of(facts)) }),
    'adaptation.changed': fact<Of>({ title: 'Исправлено описание внедрения', more: (facts) => joined(...of(facts)) }),
    'adaptation.takenBack': fact<Of>({ title: 'Отозвано описание внедрения', more: (facts) => joined(...of(facts)) }),
    'adaptation.introduced': fact<Of & { on: Day }>({
      title: 'Внедрено у себя',
      more: (facts) => joined(...of(facts), day(facts.on)),
    }),
    'adaptation.answeredFirst': answered('Первый ответ о внедрении'),
    'adaptation.answeredSecond': answered('Второй ответ о внедрении'),
    'adaptation.helped': fact<Of & { words: string }>({
      title: 'Записана помощь во внедрении',
      more: (facts) => joined(...of(facts), text(facts.words)),
    }),
    'adaptation.added': fact<Of & { words: string }>({
      title: 'Руководитель школы дополнил внедрение',
      more: (facts) => joined(...of(facts), text(facts.words)),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
