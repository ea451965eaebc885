import { clause, column, gap, heading, p, section, signature, table } from '../../documents/build.ts'
import type { Section } from '../../documents/model.ts'
import { shortDate } from '../../kernel/dates.ts'
import { asSigned } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { act } from '../../regulation/acts.ts'

/** Somebody who is let go from lessons: when, in words, and what stands in the list of who teaches instead. */
export type Released = {
  readonly name: string
  readonly post: string
  readonly when: string
  readonly days: readonly { readonly day: Day; readonly titles: readonly string[] }[]
}

type Release = {
  readonly organisation: string
  /** «на время стажировки» */
  readonly occasion: string
  /** «В связи со стажировкой по программе …» */
  readonly ground: string
  readonly people: readonly Released[]
  /** What the calendar says against these days. */
  readonly odd: readonly string[]
}

/** By what a school lets its people go, whatever acts the territory has. */
const schools = act('order')

/** A cell that is filled in by hand is as high as a line. */
const toWriteIn = '\u00a0'

/** Rows for the lessons of one day. */
const lessonsOfDay = 4

/** For the school: a draft of its order that lets people go, and the list of who stands in. It is the school's to change and to sign. */
export const releasePages = ({ organisation, occasion, ground, people, odd }: Release): Section[] => [
  section([
    heading(1, `Проект ${schools.genitive}`),
    p(organisation, { align: 'center' }),
    p('«____» ______________ 20___ г.    № ________', { align: 'center' }),
    heading(2, `Об освобождении от уроков ${occasion}`),
    p(`${ground}, приказываю:`),
    ...people.map(({ name, post, when }, n) =>
      clause(
        people.length === 1 ? '1' : `1.${n + 1}`,
        `Освободить от уроков: ${[name, post, when].filter((said) => said !== '').join(', ')}.`,
      ),
    ),
    clause('2', 'Заместителю руководителя провести замены по прилагаемому списку.'),
    clause('3', 'Контроль исполнения оставляю за собой.'),
    gap(),
    signature('Руководитель', '', { line: true }),
    p(`Ознакомление с ${schools.instrumental}:`),
    ...people.map(({ name }) => signature('Педагог', asSigned(name), { line: true })),
  ]),
  section([
    heading(1, 'Список замен'),
    p([...people.map(({ name }) => name), organisation].join(', '), { align: 'center' }),
    ...(odd.length > 0 ? [p(`Проверьте по календарю до подписи: ${odd.join('. ')}.`)] : []),
    gap(),
    table(
      [
        ...(people.length > 1 ? [column('Кого заменяют', 3)] : []),
        ...[column('День', 3), column('Что за занятие', 5), column('Урок', 1), column('Класс', 2), column('Предмет', 3)],
        column('Кто заменяет', 4),
      ],
      people.flatMap(({ name, days }) =>
        days.flatMap(({ day, titles }) =>
          Array.from({ length: lessonsOfDay }, (_, n) => [
            ...(people.length > 1 ? [n === 0 ? name : ''] : []),
            ...(n === 0 ? [shortDate(day), titles.join('; ')] : ['', '']),
            ...Array.from({ length: 4 }, () => toWriteIn),
          ]),
        ),
      ),
    ),
  ]),
]
