import { dayAndMonth } from '../../kernel/dates.ts'
import { counted, plural } from '../../kernel/plural.ts'
import { dayWords } from '../calendar/days.ts'
import { type Describer, type Line, list } from '../line.ts'
import { bodyWord, partyOf } from '../parties/questions.ts'
import { roleWord } from '../people/questions.ts'
import { type Step, type StepAct, timeWords } from '../procedure.ts'
import type { Regulation } from '../schema.ts'
import {
  asksDeficits,
  contingentOf,
  type InvitedHeads,
  meetingKinds,
  planColumns,
  type ReportKind,
  reportKinds,
  type TraineePart,
  traineeBasis,
  traineeGuides,
  trainingFormats,
} from './questions.ts'
import { stepsOf } from './steps.ts'

const actWords: Readonly<Record<StepAct, string>> = {
  ...{ discuss: 'обсуждение', agree: 'согласование', approve: 'утверждение' },
  ...{ consider: 'рассмотрение', defend: 'публичная защита', accept: 'принятие' },
}
const howWords = { one: '', all: ' (каждый)', majority: ' (больше половины)', meeting: '' } as const

/** «согласование — ИМЦ, срок — 10 дней, молчание — согласие», «утверждение — совет на заседании: кворум 6 из 9» */
function stepInWords(regulation: Regulation, step: Step): string {
  const vote = step.how === 'meeting' ? partyOf(regulation, step.by)?.vote : null
  const quorum = vote ? ` на заседании: кворум ${vote.quorum} из ${vote.members}, с протоколом` : ''
  const back = step.onRefusal === null ? '' : `при отказе — снова шаг ${step.onRefusal}`
  const who = `${actWords[step.act]} — ${bodyWord(regulation, step.by)}${howWords[step.how]}${quorum}`
  return [who, timeWords(step), back].filter(Boolean).join(', ')
}
const wayInWords = (regulation: Regulation, steps: readonly Step[]) =>
  steps.map((step) => stepInWords(regulation, step)).join(', затем ')

const plan: Describer = (regulation) => {
  const { plan, planVersions } = regulation
  const { value: columns, basis } = planColumns(regulation)
  const captions = columns.filter(({ kind }) => kind !== 'ordinal').map(({ caption }) => caption.toLowerCase())
  const lines: Line[] = [
    ...(basis === null ? [] : [{ clause: [basis.clause], icon: 'task' as const, text: `Столбцы плана: ${list(captions)}` }]),
    { clause: plan.chain[0]!.clause, icon: 'next', text: `Путь плана: ${wayInWords(regulation, plan.chain)}` },
  ]
  if (planVersions?.reasonRequired)
    lines.push({ clause: planVersions.clause, icon: 'book', text: 'Правка утверждённого плана — новая редакция с причиной' })
  return lines
}

const programme: Describer = (regulation) => {
  const [first, ...more] = stepsOf(regulation, 'programme')
  if (!first) return []
  const text = `Программу площадки до стажёров отправляют на согласование: ${wayInWords(regulation, [first, ...more])}. Новую редакцию согласуют снова`
  return [{ clause: first.clause, icon: 'next', text }]
}

function report(regulation: Regulation): Line[] {
  return reportKinds(regulation).flatMap((kind) => reportLines(regulation, kind))
}

function reportLines(regulation: Regulation, { clause, title, unit, due, to, form, criteria, chain }: ReportKind): Line[] {
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
    { clause: chain[0]?.clause ?? clause, icon: 'next', text: `${name} принимают так: ${wayInWords(regulation, chain)}` },
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
  remoteWork === null
    ? []
    : [
        {
          clause: remoteWork.clause,
          icon: 'person',
          text: 'Площадка пишет участникам мероприятия и стажёру прямо из системы',
        },
        ...(remoteWork.only
          ? [
              {
                clause: remoteWork.clause,
                icon: 'lock' as const,
                text: 'В плане и в программе можно назвать только формы работы, которые проводят на расстоянии',
              },
            ]
          : []),
      ]

const deficits: Describer = (regulation) => {
  const { basis } = asksDeficits(regulation)
  return basis === null
    ? []
    : [
        {
          clause: [basis.clause],
          icon: 'person',
          text: 'Педагог называет, чему хочет научиться; наставник и методист отмечают дефициты по наблюдению и диагностике',
        },
      ]
}

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

const trainees: Describer = (regulation) => {
  const { trainees: rule } = regulation
  if (rule === null) return []
  const guides = traineeGuides(regulation)
  const lines: Line[] = []
  if (guides.basis !== null)
    lines.push({
      clause: [guides.basis.clause],
      icon: 'person',
      text: `Стажёра ведёт ${guides.value.map((code) => roleWord(regulation, code)).join(' или ')}`,
    })
  const says = (part: TraineePart, icon: Line['icon'], text: string) => {
    const basis = traineeBasis(regulation, part)
    if (basis !== null) lines.push({ clause: [basis.clause], icon, text })
  }
  if (rule.contingent.every(({ posts }) => posts.length > 0))
    says('contingent', 'lock', `Когда принимают стажёра, проверяется должность: ${contingentOf(regulation).join(', ')}`)
  const formats = trainingFormats(regulation)
  if (formats.length > 1)
    says('formats', 'menu', `Вид стажировки выбирают из названных: ${formats.map(({ text }) => text).join(', ')}`)
  if (formats.some(({ licensed }) => licensed))
    says(
      'formats',
      'lock',
      'Стажировка по дополнительной профессиональной программе не начнётся, пока не названо, у кого лицензия',
    )
  if (rule.individualPlan)
    says('individualPlan', 'cal', 'У каждого стажёра свои даты в индивидуальном плане, общие — только у совместных занятий')
  if (rule.tryOuts) says('tryOuts', 'doc', 'Стажёр сдаёт пробы, названные в программе; принятая проба засчитывает свои часы')
  if (rule.selfAssessment) says('selfAssessment', 'person', 'Внешнюю оценку пробы стажёр видит после того, как оценил себя сам')
  if (rule.measurements)
    says('measurements', 'eye', 'Результаты измеряют на входе, в середине и на выходе, динамика по направлениям попадает в отчёт')
  if (rule.adaptation)
    says(
      'adaptation',
      'person',
      'Стажёр может описать здесь, что из изученного применяет у себя, а тот, кто его ведёт, — чем помог',
    )
  return lines
}

/** How the guests of a meeting are named. */
export const invitedWords: Readonly<Record<InvitedHeads, string>> = {
  siteHeads: 'руководители площадок',
  attachedHeads: 'руководители закреплённых организаций',
  organisationHeads: 'руководители всех организаций территории',
}

const meetings: Describer = (regulation) =>
  meetingKinds(regulation).map(({ title, invited, basis }) => ({
    clause: [basis.clause],
    icon: 'person' as const,
    text: `${title}: приглашённых система находит по реестру на его день — ${invited.map((one) => invitedWords[one]).join(' и ')}; решения протокола становятся поручениями`,
  }))

/** What the product does by the rules of this topic. */
export const workDescribers: readonly Describer[] = [
  academicYear,
  plan,
  programme,
  report,
  forms,
  remote,
  directions,
  trainees,
  deficits,
  meetings,
]
