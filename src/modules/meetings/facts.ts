import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, last, quoted, remark, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
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
    'meeting.chairNamed': fact<Titled & { person: string }>({
      title: 'Назван, кто ведёт совещание',
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
    'meeting.decided': fact<Titled & { text: string; person: string; dueOn: Day }>({
      title: 'На совещании решили',
      more: ({ title, text: what, person, dueOn }) => joined(text(what), text(person), last(dueOn), quoted(title)),
    }),
    'meeting.decisionDropped': fact<Titled & { text: string; person: string; dueOn: Day }>({
      title: 'Из протокола совещания убрано решение',
      more: ({ title, text: what, person, dueOn }) => joined(text(what), text(person), last(dueOn), quoted(title)),
    }),
    'meeting.heard': fact<Titled & { text: string }>({
      title: 'Записано, что слушали на совещании',
      more: ({ title, text: what }) => joined(text(what), quoted(title)),
    }),
    'meeting.questioned': fact<Titled & { text: string }>({
      title: 'В повестку совещания добавлен вопрос',
      more: ({ title, text: what }) => joined(text(what), quoted(title)),
    }),
    'meeting.minutesSigned': fact<Titled & { number: number; decisions: number }>({
      title: 'Подписан протокол совещания',
      more: ({ title, number, decisions }) =>
        joined(
          typeof number === 'number' ? `№ ${number}` : null,
          quoted(title),
          typeof decisions === 'number' ? `поручений: ${decisions}` : null,
        ),
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
