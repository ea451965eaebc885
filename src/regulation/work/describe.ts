import { dayAndMonth } from '../../kernel/dates.ts'
import { counted, plural } from '../../kernel/plural.ts'
import { dayWords } from '../calendar/days.ts'
import { type Describer, type Line, list } from '../line.ts'
import { bodyWord, partyOf } from '../parties/questions.ts'
import type { Regulation } from '../schema.ts'
import { planColumns, type ReportKind, reportKinds } from './questions.ts'
import type { PlanStep } from './schema.ts'

const captionOf = { discuss: 'обсуждение', agree: 'согласование', approve: 'утверждение' } as const

/** «ИМЦ», «совет на заседании: кворум 6 из 9» */
function stepInWords(regulation: Regulation, { by, how }: PlanStep): string {
  const vote = how === 'meeting' ? partyOf(regulation, by)?.vote : null
  const quorum = vote ? ` на заседании: кворум ${vote.quorum} из ${vote.members}, с протоколом` : ''
  return `${bodyWord(regulation, by)}${quorum}`
}

const plan: Describer = (regulation) => {
  const { plan, planVersions } = regulation
  const { value: columns, basis } = planColumns(regulation)
  const captions = columns.filter(({ kind }) => kind !== 'ordinal').map(({ caption }) => caption.toLowerCase())
  const steps = plan.chain.map((step) => `${captionOf[step.act]} — ${stepInWords(regulation, step)}`)
  const lines: Line[] = [
    ...(basis === null ? [] : [{ clause: [basis.clause], icon: 'task' as const, text: `Столбцы плана: ${list(captions)}` }]),
    { clause: plan.chain[0]!.clause, icon: 'next', text: `Путь плана: ${steps.join(', затем ')}` },
  ]
  if (planVersions?.reasonRequired)
    lines.push({ clause: planVersions.clause, icon: 'book', text: 'Правка утверждённого плана — новая редакция с причиной' })
  return lines
}

function report(regulation: Regulation): Line[] {
  return reportKinds(regulation).flatMap((kind) => reportLines(regulation, kind))
}

function reportLines(regulation: Regulation, { clause, title, unit, due, to, form, criteria }: ReportKind): Line[] {
  const name = title === null ? 'Отчёт' : `Отчёт «${title}»`
  const of = unit === 'practice' ? 'по каждой завершённой практике' : `за ${periodWords[unit]}`
  const how =
    form === 'card'
      ? `${name} ${of} — карта показателей`
      : `${name} ${of} собирается из плана и сделанного ${unit === 'practice' ? 'в её дни' : 'за это время'}`
  const texts = criteria.map(({ caption, required }) => `${caption.toLowerCase()}${required ? '' : ' (по желанию)'}`)
  const parts = form === 'card' ? 'Показатели' : plural(texts.length, 'Раздел', 'Разделы', 'Разделы')
  return [
    { clause, icon: 'doc', text: `${how}, сдаётся: ${bodyWord(regulation, to, 'dative')}` },
    ...(due === null
      ? []
      : [{ clause, icon: 'cal' as const, text: `Срок отчёта — ${dayWords(due)}, 23:59 ${regulation.localTime}` }]),
    ...criteria.slice(0, 1).map((first) => ({
      ...{ clause: first.clause, icon: 'task' as const },
      text: `${parts} отчёта, которые пишет площадка: ${list(texts)}`,
    })),
  ]
}

/** «учебный год» */
const periodWords = {
  academicYear: 'учебный год',
  calendarYear: 'календарный год',
  half: 'полугодие',
  quarter: 'квартал',
  term: 'весь срок статуса',
} as const

const academicYear: Describer = ({ academicYear }) =>
  academicYear === null
    ? []
    : [
        {
          clause: academicYear.clause,
          icon: 'cal',
          text: `Учебный год в планах и отчётах начинается ${dayAndMonth(`2024-${academicYear.begins}`)}`,
        },
      ]

const forms: Describer = ({ forms }) => {
  const count = forms.catalogue.length
  const text = `${counted(count, 'форма', 'формы', 'форм')} в выборе «Форма работы» у строки плана`
  return [{ clause: forms.clause, icon: 'menu', text }]
}

const remote: Describer = ({ remoteWork }) =>
  remoteWork?.only
    ? [
        {
          clause: remoteWork.clause,
          icon: 'lock',
          text: 'В плане и в программе можно назвать только формы работы, которые проводят на расстоянии',
        },
      ]
    : []

const directions: Describer = ({ directions }) => {
  if (directions === null) return []
  const count = directions.list.length
  return [
    {
      clause: directions.clause,
      icon: 'menu',
      text: `${counted(count, 'направление', 'направления', 'направлений')} в выборе у строки плана`,
    },
  ]
}

/** What the product does by the rules of this topic. */
export const workDescribers: readonly Describer[] = [academicYear, plan, report, forms, remote, directions]
