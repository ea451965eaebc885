import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, last, named, period, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from './paths.ts'
import { type Answer, answerWords, minutesWords } from './texts.ts'

type Of = { mentor: string; mentee: string }
const two = ({ mentor, mentee }: Partial<Of>) => joined(text(mentor), text(mentee))
const ofTerm = ({ from, to, ...of }: Partial<Of & { from: Day; to: Day }>) => joined(two(of), period(from, to))

export const facts = about(
  {
    group: 'sites',
    href: (to, { subjectId }) => paths.pair({ ...to, pair: subjectId }),
    keptIn: 'pairs',
    sees: 'pair.list',
  },
  {
    'pair.proposed': fact<Of & { from: Day; to: Day }>({ title: 'Предложена наставническая пара', more: ofTerm }),
    'pair.asked': fact<Of & { from: Day; to: Day }>({ title: 'Просьба педагога о наставнике', more: ofTerm }),
    'pair.mentorAgreed': fact<Of>({ title: 'Согласие наставника вести пару', more: two }),
    'pair.menteeAgreed': fact<Of>({ title: 'Согласие педагога на пару', more: two }),
    'pair.declined': fact<Of & { why: string }>({
      title: 'Наставническая пара не состоялась',
      more: ({ why, ...of }) => joined(two(of), text(why)),
    }),
    'pair.ended': fact<Of & { on: Day; outcome: string }>({
      title: 'Наставническая пара закончила работу',
      more: ({ on, outcome, ...of }) => joined(two(of), last(on), text(outcome)),
    }),
    'pair.shortened': fact<Of & { to: Day; why: string }>({
      title: 'Срок наставнической пары стал короче',
      more: ({ to, why, ...of }) => joined(two(of), last(to), text(why)),
    }),
    'pair.withdrawn': fact<Of & { to: Day }>({
      title: 'Отказ наставника вести пару дальше',
      more: ({ to, ...of }) => joined(two(of), last(to)),
    }),
    'pair.passed': fact<Of & { heir: string }>({
      title: 'Пару предложено вести другому человеку',
      more: ({ heir, ...of }) => joined(two(of), text(heir) && `дальше — ${heir}`),
    }),
    'pair.met': fact<Of & { on: Day; minutes: number }>({
      title: 'Записана встреча наставнической пары',
      more: ({ on, minutes, ...of }) => joined(two(of), day(on), typeof minutes === 'number' ? minutesWords(minutes) : null),
    }),
    'pair.doubted': fact<Of & { on: Day }>({
      title: 'С записью о встрече пары не согласились',
      more: ({ on, ...of }) => joined(two(of), day(on)),
    }),
    'pair.answered': fact<Of & { answer: Answer }>({
      title: 'Ответ на вопрос, как идёт работа в паре',
      more: ({ answer, ...of }) => joined(two(of), named(answerWords, answer)),
    }),
    'pair.evidence': fact<{ mentor: string; pairs: number }>({
      title: 'Бумага наставника о своих парах',
      more: ({ mentor, pairs }) => joined(text(mentor), typeof pairs === 'number' ? `пар — ${pairs}` : null),
    }),
    'pair.limited': fact<{ mentor: string; most: number }>({
      title: 'Решение наставника, сколько пар вести',
      more: ({ mentor, most }) => joined(text(mentor), typeof most === 'number' ? `не больше ${most}` : null),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
