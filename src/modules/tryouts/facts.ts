import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, quoted, text } from '../../history/words.ts'
import { paths } from '../../web/paths.ts'

type Of = { person: string; title: string }
const said = ({ person, title }: Partial<Of>) => joined(text(person), quoted(title))

/** Who sees a traineeship in history need not see what its trainee has handed in: all of it leads to the traineeship. */
const ofTraineeship = {
  group: 'plans',
  href: (to: { territory: string }, { subjectId }: { subjectId: string }) => paths.traineeship({ ...to, traineeship: subjectId }),
  keptIn: 'traineeships',
  onceOf: { table: 'tryouts', column: 'traineeship_id' },
  sees: 'traineeship.list',
} as const

export const facts = about(ofTraineeship, {
  'tryout.takenUp': fact<Of>({ title: 'Стажёр взял пробу', more: said }),
  'tryout.handedIn': fact<Of & { round: number }>({
    title: 'Сдана стажёрская проба',
    more: ({ round, ...given }) => joined(said(given), round !== undefined && round > 1 ? `раз ${round}` : null),
  }),
  'tryout.rated': fact<Of>({ title: 'Стажёр оценил себя', more: said }),
  'tryout.returned': fact<Of>({ title: 'Проба возвращена с замечанием', more: said }),
  'tryout.assessed': fact<Of>({ title: 'Проба оценена', more: said }),
  'measurement.recorded': fact<Of & { when: string }>({
    title: 'Измерены результаты стажёра',
    more: ({ when, ...given }) => joined(said(given), text(when)),
  }),
})

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
