import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, named, quoted, text } from '../../history/words.ts'
import { paths } from './paths.ts'
import type { Closing, Source } from './rules.ts'
import { closingWords, sourceWords } from './texts.ts'

/** Whose it is and where it comes from; what it is stands on its page alone, for those who may see it. */
type Of = { person: string; source: Source }
const said = ({ person, source }: Partial<Of>) => joined(text(person), named(sourceWords, source))

const ofDeficit = {
  group: 'people',
  href: (to: { territory: string }, { subjectId }: { subjectId: string }) => paths.deficit({ ...to, deficit: subjectId }),
  keptIn: 'deficits',
  sees: 'deficit.list',
} as const

export const facts = {
  ...about(ofDeficit, {
    'deficit.named': fact<Of>({ title: 'Педагог назвал профессиональный дефицит', more: said }),
    'deficit.noted': fact<Of>({ title: 'Отмечен профессиональный дефицит', more: said }),
    'deficit.closed': fact<Of & { by: Closing; title: string }>({
      title: 'Профессиональный дефицит закрыт',
      more: ({ by, title, ...of }) => joined(said(of), named(closingWords, by), quoted(title)),
    }),
    'deficit.takenBack': fact<Of>({ title: 'Профессиональный дефицит отозван', more: said }),
    'deficit.documentAdded': fact<Of>({ title: 'К дефициту приложен документ диагностики', more: said }),
  }),
  'deficit.linkGiven': fact<{ person: string }>({
    ...{ group: 'people', sees: 'deficit.list', keptIn: 'people' },
    title: 'Выдана личная ссылка, чтобы назвать дефициты',
    more: ({ person }) => text(person),
  }),
  'competences.taught': fact<{ title: string; names: readonly string[] }>({
    ...{ group: 'sites', sees: 'event.view', keptIn: 'offer_competences' },
    title: 'Отмечено, чему учат',
    more: ({ title, names }) => joined(quoted(title), names?.length ? text(names.join('; ')) : 'ничего не отмечено'),
  }),
  'competences.changed': fact<{ added: number; closed: number }>({
    ...{ group: 'regulation', href: (to: { territory: string }) => paths.competences(to) },
    title: 'Изменён перечень компетенций',
    more: ({ added, closed }) =>
      joined(added ? `своих строк: ${added}` : null, closed ? `не предлагается строк: ${closed}` : null),
  }),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
