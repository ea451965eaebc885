import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, quoted, text } from '../../history/words.ts'
import { paths as links } from '../../web/paths.ts'
import { paths } from './paths.ts'

type Of = { person: string; title: string }
const said = ({ person, title }: Partial<Of>) => joined(text(person), quoted(title))

export const facts = {
  ...about(
    {
      group: 'plans',
      href: (to: { territory: string }, { subjectId }: { subjectId: string }) => paths.tryout({ ...to, tryout: subjectId }),
      keptIn: 'tryouts',
      sees: 'traineeship.list',
    },
    {
      'tryout.takenUp': fact<Of>({ title: 'Стажёр взял пробу', more: said }),
      'tryout.handedIn': fact<Of & { round: number }>({
        title: 'Сдана стажёрская проба',
        more: ({ round, ...given }) => joined(said(given), round !== undefined && round > 1 ? `раз ${round}` : null),
      }),
      'tryout.rated': fact<Of>({ title: 'Стажёр оценил себя', more: said }),
      'tryout.returned': fact<Of>({ title: 'Проба возвращена с замечанием', more: said }),
      'tryout.assessed': fact<Of>({ title: 'Проба оценена', more: said }),
    },
  ),
  ...about(
    {
      group: 'plans',
      href: (to: { territory: string }, { subjectId }: { subjectId: string }) =>
        links.traineeship({ ...to, traineeship: subjectId }),
      keptIn: 'traineeships',
      sees: 'traineeship.list',
    },
    {
      'measurement.recorded': fact<Of & { when: string }>({
        title: 'Измерены результаты стажёра',
        more: ({ when, ...given }) => joined(said(given), text(when)),
      }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
