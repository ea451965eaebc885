import { column, document, gap, heading, p, section, signature, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate, longPeriod, shortDate, shortPeriod } from '../../kernel/dates.ts'
import { asSigned } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { planSignature } from '../../regulation/work/questions.ts'
import { calendarOn } from '../calendar/queries.ts'
import { releasePages } from '../events/release-document.ts'
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
  return document(
    { title: `Освобождение от уроков: ${row.person}`, date: ctx.today },
    releasePages({
      organisation: row.organisation,
      occasion: 'на время стажировки',
      ground: `В связи со стажировкой по программе «${row.title}» (${site.name})`,
      people: [{ name: row.person, post: row.post, when: days.map(({ day }) => longDate(day)).join('; '), days }],
      odd,
    }),
  )
}
