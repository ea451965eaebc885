import {
  bullet,
  column,
  document,
  gap,
  heading,
  p,
  paragraphs,
  section,
  signature,
  table,
  typedCell,
} from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { longDate, longPeriod, shortDate, shortPeriod } from '../../kernel/dates.ts'
import { shortPeriodName } from '../../kernel/periods.ts'
import type { Day } from '../../kernel/types.ts'
import { siteWord } from '../../regulation/parties/questions.ts'
import type { OpenReport, Report } from './case.ts'
import { type Assembled, type AssembledLine, type AssembledPlan, type NamedNumbers, type Numbers, ofReport } from './model.ts'
import { papersSentences } from './papers-rules.ts'
import { dynamicsUnder } from './supporting-facts.ts'
import { dynamicsTitle, extraLabel, outcomeNames } from './texts.ts'
import { adaptationsWords, changesOf, daysOf, groupWords, pairsWords } from './wording.ts'

type Given = { opened: OpenReport; shown: Assembled; today: Day; decider: string | null }

/** The report on paper: what it was assembled from, the conclusions, the signature of the head. */
export function reportDocument({ opened: { one: report, site, kind, period }, shown, today, decider }: Given): Doc {
  const isCard = kind?.form === 'card'
  const title = `Отчёт о деятельности ${siteWord(site.regulation, 'genitive')} ${ofReport(report)}`
  const parts = isCard
    ? [siteBlocks(shown), figureBlocks(report, shown)]
    : [siteBlocks(shown), planBlocks(shown), peopleBlocks(shown), conclusionBlocks(report, shown)]
  return document(
    { title: `Отчёт ${ofReport(report, shortPeriodName)}, ${shown.site.shortName}`, date: report.submittedOn ?? today },
    [
      section([
        heading(1, title),
        p(shown.site.fullNames.join(', '), { align: 'center' }),
        ...(report.practice === null ? [] : [p(`Практика прошла ${longPeriod(period)}`, { align: 'center' })]),
        ...(report.state === 'draft' || report.state === 'returned' ? [p('Проект, ещё не сдан', { align: 'center' })] : []),
        gap(),
        ...parts.flat(),
        gap(),
        signature(shown.signature.post, shown.signature.name ?? '', { line: true }),
        ...courseBlocks(report, decider),
      ]),
    ],
  )
}

function siteBlocks({ site, addressee, asOf }: Assembled): Block[] {
  return [
    heading(2, 'О площадке', { number: '1' }),
    p(`Тема: ${site.theme}.`),
    ...(site.direction === null ? [] : [p(`Направление: ${site.direction}.`)]),
    p(`Статус дан ${longPeriod(site)}; основание — ${site.order.text}.`),
    ...(addressee === null ? [] : [p(`Кому: ${addressee}.`)]),
    p(`Сведения — на ${longDate(asOf)}`),
  ]
}

function planBlocks({ plan, papers }: Assembled): Block[] {
  const head = heading(2, 'План и его выполнение', { number: '2' })
  if (plan === null) return [head, p('Утверждённого плана на это время нет.')]
  return [
    head,
    p(summary(plan.numbers)),
    ...(papers ? papersSentences(papers).map((sentence) => p(sentence)) : []),
    p('По формам работы', { align: 'left', keepWithNext: true }),
    numbersTable('Форма работы', plan.byForm),
    gap(),
    ...(plan.byDirection.length > 0
      ? [p('По направлениям', { align: 'left', keepWithNext: true }), numbersTable('Направление', plan.byDirection), gap()]
      : []),
    p('Мероприятия', { align: 'left', keepWithNext: true }),
    linesTable(plan.lines),
    gap(),
    ...versionBlocks(plan),
  ]
}

function summary({ planned, held, cancelled, notHeld, ahead, attendances }: Numbers): string {
  const rest = ahead > 0 ? `, впереди — ${ahead}` : ''
  return `В плане мероприятий — ${planned}, проведено — ${held}, отменено — ${cancelled}, не проведено — ${notHeld}${rest}. Посещений — ${attendances}.`
}

function numbersTable(name: string, rows: readonly NamedNumbers[]) {
  return table(
    [
      column(name, 5.5),
      column('План', 2, 'center'),
      column('Проведено', 2.6, 'center'),
      column('Отменено', 2.6, 'center'),
      column('Не проведено', 2.6, 'center'),
      column('Посещений', 2.6, 'center'),
    ],
    rows.map((row) => [row.name, ...[row.planned, row.held, row.cancelled, row.notHeld, row.attendances].map(String)]),
  )
}

function linesTable(lines: readonly AssembledLine[]) {
  return table(
    [column('№', 1, 'center'), column('Мероприятие', 6.5), column('Дата', 3), column('Ответственный', 4.2), column('Итог', 4)],
    lines.map((line, index) => [
      `${index + 1}.`,
      typedCell([line.activity, line.form].filter((part) => part).join('\n')),
      daysOf(line),
      typedCell(line.responsible.join('\n') || '—'),
      typedCell(outcomeText(line)),
    ]),
  )
}

function outcomeText(line: AssembledLine): string {
  const people = line.outcome === 'held' && line.people !== null ? `, людей — ${line.people}` : ''
  return [`${outcomeNames[line.outcome]}${people}`, line.note].filter((part) => part).join('\n')
}

function versionBlocks({ versions }: AssembledPlan): Block[] {
  if (versions.length < 2) return []
  return [
    p('Изменения плана', { align: 'left', keepWithNext: true }),
    ...versions
      .slice(1)
      .map((version) =>
        bullet(
          `редакция ${version.number}${version.approvedOn === null ? '' : ` от ${shortDate(version.approvedOn)}`}: ${changesOf(version)}. ${version.reason ?? ''}`,
        ),
      ),
    gap(),
  ]
}

function peopleBlocks({ people, schools, groups = [], pairs, adaptations }: Assembled): Block[] {
  return [
    heading(2, 'Люди и школы', { number: '3' }),
    table(
      [column('Фамилия, инициалы', 5), column('Кто на площадке', 6), column('Срок', 5)],
      people.map((person) => [person.name, person.role, shortPeriod(person)]),
    ),
    gap(),
    ...groups.map((group) => p(`Рабочая группа «${group.theme}», ${groupWords(group)}`)),
    ...(groups.length > 0 ? [gap()] : []),
    ...(adaptations
      ? [
          p(`Внедрение в школах стажёров: ${adaptationsWords(adaptations)}.`),
          ...adaptations.reasons.map((reason) => bullet(`не подошло: ${reason}`)),
          gap(),
        ]
      : []),
    ...(pairs
      ? [p(`Наставнические пары: ${pairsWords(pairs)}.`), ...pairs.outcomes.map((outcome) => bullet(outcome)), gap()]
      : []),
    ...(schools.length > 0 ? [p(`Закреплённые школы: ${schools.map((school) => school.name).join(', ')}.`), gap()] : []),
  ]
}

const dynamicsBlocks = (rows: ReturnType<typeof dynamicsUnder>): Block[] =>
  rows.length === 0
    ? []
    : [
        p(dynamicsTitle, { align: 'left', keepWithNext: true }),
        table(
          [column('Направление', 9), column('Что изменилось', 9)],
          rows.map(({ direction, words }) => [direction, words]),
        ),
        gap(),
      ]

function conclusionBlocks({ conclusions, extra }: Report, shown: Assembled): Block[] {
  const { criteria } = shown
  const texts = criteria.flatMap(({ code, title, basis }) => [
    p(`${title} (${basis})`, { align: 'left', keepWithNext: true }),
    ...dynamicsBlocks(dynamicsUnder(code, shown)),
    ...paragraphs(conclusions[code] || 'Вывода ещё нет.'),
  ])
  const more = extra
    ? [...(criteria.length > 0 ? [p(extraLabel(criteria), { align: 'left', keepWithNext: true })] : []), ...paragraphs(extra)]
    : []
  return texts.length + more.length === 0 ? [] : [heading(2, 'Выводы', { number: '4' }), ...texts, ...more]
}

/** A card of figures: each under its name, and what is said besides. */
function figureBlocks({ conclusions, extra }: Report, { criteria }: Assembled): Block[] {
  return [
    heading(2, 'Показатели', { number: '2' }),
    table(
      [column('Показатель', 11), column('Значение', 5)],
      criteria.map(({ code, title }) => [title, typedCell(conclusions[code] || '—')]),
    ),
    ...(extra ? [gap(), ...paragraphs(extra)] : []),
  ]
}

/** When it was handed in and what was decided. */
function courseBlocks({ state, submittedOn, decidedOn, remark }: Report, decider: string | null): Block[] {
  if (submittedOn === null || state === 'draft') return []
  const accepted = state === 'accepted' && decidedOn !== null
  return [
    gap(),
    p(`Сдан ${longDate(submittedOn)}`, { align: 'left' }),
    ...(accepted ? [p(`Принят ${longDate(decidedOn)}${decider ? `, ${decider}` : ''}`, { align: 'left' })] : []),
    ...(accepted && remark ? paragraphs(`Замечание: ${remark}`, { align: 'left' }) : []),
  ]
}
