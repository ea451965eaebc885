import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, last, period, quoted, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from './paths.ts'

type Of = { theme: string; leader: string; from: Day; to: Day }
type OfMember = { theme: string; person: string; on: Day }
const more = ({ theme, leader, from, to }: Partial<Of>) =>
  joined(quoted(theme), leader ? `руководит ${leader}` : null, period(from, to))

export const facts = about(
  {
    group: 'sites',
    href: (to, { subjectId }) => paths.group({ ...to, group: subjectId }),
    keptIn: 'working_groups',
    sees: 'group.list',
  },
  {
    'group.formed': fact<Of>({ title: 'Создана рабочая группа', more }),
    'group.changed': fact<Of>({ title: 'Изменены условия рабочей группы', more }),
    'group.admitted': fact<OfMember>({
      title: 'В рабочую группу вошёл участник',
      more: ({ theme, person, on }) => joined(text(person), quoted(theme), day(on)),
    }),
    'group.released': fact<OfMember>({
      title: 'Из рабочей группы вышел участник',
      more: ({ theme, person, on }) => joined(text(person), quoted(theme), last(on)),
    }),
    'group.closed': fact<{ theme: string; on: Day; result: string }>({
      title: 'Рабочая группа закончила работу',
      more: ({ theme, on, result }) => joined(quoted(theme), last(on), text(result)),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
