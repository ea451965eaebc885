import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, quoted, remark, text } from '../../history/words.ts'
import { paths } from './paths.ts'

type Titled = { title: string }
const timed = ({ title, when }: Partial<Titled & { when: string }>) => joined(quoted(title), text(when))

export const facts = about(
  {
    group: 'plans',
    href: (to, { subjectId }) => paths.meeting({ ...to, meeting: subjectId }),
    keptIn: 'meetings',
    sees: 'meeting.call',
  },
  {
    'meeting.called': fact<Titled & { when: string }>({ title: 'Созвано совещание', more: timed }),
    'meeting.changed': fact<Titled & { when: string }>({ title: 'Изменены условия совещания', more: timed }),
    'meeting.invited': fact<Titled & { person: string }>({
      title: 'На совещание приглашён ещё один человек',
      more: ({ title, person }) => joined(text(person), quoted(title)),
    }),
    'meeting.answered': fact<Titled & { person: string; answer: string }>({
      title: 'На приглашение ответили',
      more: ({ title, person, answer }) => joined(text(person), text(answer), quoted(title)),
    }),
    'meeting.cancelled': fact<Titled & { reason: string }>({
      title: 'Совещание отменено',
      more: ({ title, reason }) => joined(quoted(title), remark(reason)),
    }),
    'meeting.held': fact<Titled & { present: number; others: number }>({
      title: 'Записано, кто был на совещании',
      more: ({ title, present, others }) =>
        joined(
          quoted(title),
          typeof present === 'number' ? `приглашённых: ${present}` : null,
          typeof others === 'number' && others > 0 ? `ещё: ${others}` : null,
        ),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
