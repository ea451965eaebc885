import { clause, column, document, gap, heading, p, section, signature, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate, longPeriod, shortDate, shortPeriod } from '../../kernel/dates.ts'
import { asSigned } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { act } from '../../regulation/acts.ts'
import { planSignature } from '../../regulation/work/questions.ts'
import { calendarOn } from '../calendar/queries.ts'
import { numberText } from '../programmes/hours-rules.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import type { OpenTraineeship } from './case-queries.ts'
import { planRows } from './plan-queries.ts'
import { onPaper, traineeshipRow, traineeshipsBy } from './queries.ts'
import { daysAwayFromLessons, oddDay } from './release-rules.ts'
import { stateTags } from './texts.ts'

/** More than a list on paper holds. */
const most = 500

/** The list of the trainees of a site. (C-12) */
export async function traineesDocument(site: StandingSite, { ctx, tx }: ThingRequest): Promise<Doc | null> {
  const rows = await traineeshipsBy(tx, ctx, {
    where: onPaper(site.id),
  }).page(most, 0)
  if (rows.length === 0) return null
  const title = 'Список стажёров'
  return document({ title: `${title}: ${site.name}`, date: ctx.today }, [
    section(
      [
        heading(1, title),
        p(`${site.fullNames.join(', ')}. Тема: ${site.theme}`, { align: 'center' }),
        gap(),
        table(
          [
            ...[column('№', 1), column('Фамилия, инициалы', 5), column('Организация, должность', 7), column('Программа', 6)],
            ...[column('Срок', 4), column('Ведёт', 4), column('Часы', 3), column('Состояние', 3)],
          ],
          rows.map((row, n) => [
            ...[String(n + 1), row.person, `${row.organisation}, ${row.post}`, row.title],
            shortPeriod({ from: row.startsOn, to: row.endedOn ?? row.endsOn }),
            ...[row.guide ?? '', `${numberText(row.given)} из ${numberText(row.planned)}`, stateTags[row.state].word],
          ]),
        ),
        gap(),
        signature(planSignature(site.regulation), '', { line: true }),
      ],
      { landscape: true },
    ),
  ])
}

/** The plan of one trainee: what, how long, when, and what has been held. (C-42i) */
export async function planDocument({ one, site }: OpenTraineeship, { ctx, tx }: ThingRequest): Promise<Doc | null> {
  const [row, rows] = await Promise.all([traineeshipRow(tx, ctx, one.id), planRows(tx, ctx, [one.id])])
  if (!row || rows.length === 0) return null
  const title = 'Индивидуальный план стажировки'
  const when = ({ heldOn, plannedOn }: (typeof rows)[number]) => {
    const day = heldOn ?? plannedOn
    return day ? shortDate(day) : ''
  }
  return document({ title: `${title}: ${row.person}`, date: ctx.today }, [
    section([
      heading(1, title),
      p(`${row.person}, ${row.post}, ${row.organisation}`, { align: 'center' }),
      p(`Программа «${row.title}», ${site.name}, ${longPeriod({ from: one.startsOn, to: one.endsOn })}`, { align: 'center' }),
      gap(),
      table(
        [column('№', 1), column('Занятие или проба', 8), column('Часы', 2), column('День', 3), column('Отметка', 3)],
        rows
          .filter(({ leftOut }) => !leftOut)
          .map((at, n) => [String(n + 1), at.title, numberText(at.hours), when(at), at.given ? 'проведено' : '']),
      ),
      p(`Всего часов: ${numberText(row.planned)}, дано: ${numberText(row.given)}`),
      gap(),
      signature(row.guide ? 'Ведёт стажёра' : planSignature(site.regulation), asSigned(row.guide ?? ''), { line: true }),
      signature('Стажёр', asSigned(row.person), { line: true }),
    ]),
  ])
}

/** By what a school lets its people go, whatever acts the territory has. */
const schools = act('order')

/** A cell that is filled in by hand is as high as a line. */
const toWriteIn = '\u00a0'

/** Rows for the lessons of one day. */
const lessonsOfDay = 4

/** For the school: a draft of its order that lets the trainee go, and the list of who stands in. It is the school's to change and to sign. */
export async function releaseDocument({ one, site }: OpenTraineeship, { ctx, tx }: ThingRequest): Promise<Doc | null> {
  const [row, rows] = await Promise.all([traineeshipRow(tx, ctx, one.id), planRows(tx, ctx, [one.id])])
  const calendar = await calendarOn(
    tx,
    ctx,
    rows.map(({ plannedOn }) => plannedOn),
  )
  const days = daysAwayFromLessons(calendar, rows, one, ctx.today)
  const odd = days.flatMap(({ day }) => {
    const why = oddDay(calendar, day)
    return why ? [`${shortDate(day)} — ${why}`] : []
  })
  if (!row || days.length === 0) return null
  const when = days.map(({ day }) => longDate(day)).join('; ')
  return document({ title: `Освобождение от уроков: ${row.person}`, date: ctx.today }, [
    section([
      heading(1, `Проект ${schools.genitive}`),
      p(row.organisation, { align: 'center' }),
      p('«____» ______________ 20___ г.    № ________', { align: 'center' }),
      heading(2, 'Об освобождении от уроков на время стажировки'),
      p(`В связи со стажировкой по программе «${row.title}» (${site.name}), приказываю:`),
      clause('1', `Освободить от уроков: ${row.person}, ${row.post}, ${when}.`),
      clause('2', 'Заместителю руководителя провести замены по прилагаемому списку.'),
      clause('3', 'Контроль исполнения оставляю за собой.'),
      gap(),
      signature('Руководитель', '', { line: true }),
      p(`С ${schools.instrumental} ознакомлен:`),
      signature('Педагог', asSigned(row.person), { line: true }),
    ]),
    section([
      heading(1, 'Список замен'),
      p(`${row.person}, ${row.organisation}`, { align: 'center' }),
      ...(odd.length > 0 ? [p(`Проверьте по календарю до подписи: ${odd.join('. ')}.`)] : []),
      gap(),
      table(
        [
          column('День', 3),
          column('Что за занятие', 5),
          column('Урок', 1),
          column('Класс', 2),
          column('Предмет', 3),
          column('Кто заменяет', 4),
        ],
        days.flatMap(({ day, titles }) =>
          Array.from({ length: lessonsOfDay }, (_, n) => [
            n === 0 ? shortDate(day) : '',
            n === 0 ? titles.join('; ') : '',
            ...Array.from({ length: 4 }, () => toWriteIn),
          ]),
        ),
      ),
    ]),
  ])
}
