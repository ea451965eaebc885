import { dayAndMonth, longDate } from '../kernel/dates.ts'
import { counted, plural } from '../kernel/plural.ts'
import { act, actNamed } from './acts.ts'
import { type AppointmentKind, appointmentKinds, categoryName, organisationKindName, postKindName } from './kinds.ts'
import { terminationNeedsSubmission, termWords } from './questions.ts'
import type { Regulation } from './schema.ts'

export type EffectIcon =
  | 'lock'
  | 'cal'
  | 'bell'
  | 'doc'
  | 'person'
  | 'next'
  | 'menu'
  | 'task'
  | 'end'
  | 'book'
  | 'link'
  | 'eye'
  | 'school'
/** One thing the product does because of a clause. */
export type EffectLine = { readonly icon: EffectIcon; readonly text: string }

type Line = EffectLine & { readonly clause: readonly string[] }
type Describer = (regulation: Regulation) => readonly Line[]

/** What the product does because of each clause, by clause number. Only what it really does is said here. */
export function describeRegulation(regulation: Regulation): ReadonlyMap<string, readonly EffectLine[]> {
  const lines = new Map<string, EffectLine[]>()
  for (const { clause, icon, text } of describers.flatMap((one) => one(regulation))) {
    // A line stands beside the clause that is cited first; repeating it at every clause would read as several rules.
    const [number] = clause
    if (number === undefined) continue
    lines.set(number, [...(lines.get(number) ?? []), { icon, text }])
  }
  return lines
}

/** How many rules of how many clauses a regulation has, for the note beside the contents. */
export function countRules(regulation: Regulation): { rules: number; clauses: number } {
  const described = describeRegulation(regulation)
  return { rules: [...described.values()].flat().length, clauses: described.size }
}

/** The act by which a status is given here. */
const words = ({ status }: Regulation) => act(actNamed(status.act))
const list = (words: readonly string[]) => words.join(', ')
const short = (regulation: Regulation, body: 'authority' | 'operator') => regulation.bodies[body].short

const status: Describer = (regulation) => {
  const { status, bodies } = regulation
  const by = bodies[status.grantedBy].short.nominative
  return [
    {
      clause: status.clause,
      icon: 'doc',
      text: `Статус появляется только с подписанным ${words(regulation).instrumental}; подписывает ${by}`,
    },
  ]
}

const siteList: Describer = ({ siteList }) =>
  siteList === null
    ? []
    : [
        {
          clause: siteList.clause,
          icon: 'doc',
          text: `Реестр меняет только ${siteList.act} со списком: ${list(siteList.columns).toLowerCase()}`,
        },
      ]

const term: Describer = ({ term }) => {
  if (term === null) return []
  if (term.kind === 'longest')
    return [{ clause: term.clause, icon: 'cal', text: `Срок дольше ${termWords(term.months)} не сохранится` }]
  const text = `Срок вне периода с ${longDate(term.from)} по ${longDate(term.to)} не сохранится`
  return [{ clause: term.clause, icon: 'cal', text }]
}

const hosts: Describer = ({ hostKinds, joint, legalForm }) => {
  const lines: Line[] = [
    {
      clause: hostKinds.clause,
      icon: 'school',
      text: `Площадкой может стать: ${list(hostKinds.kinds.map((kind) => organisationKindName[kind]))}`,
    },
  ]
  if (joint !== null) {
    const protocol = joint.headChosenCollegially ? '; руководителя назначают по протоколу' : ''
    lines.push({ clause: joint.clause, icon: 'link', text: `Одна площадка может объединить несколько организаций${protocol}` })
  }
  if (legalForm !== null)
    lines.push({
      clause: legalForm.clause,
      icon: 'cal',
      text: 'Статус хранится как запись со сроком; сведения об организации он не меняет',
    })
  return lines
}

const head: Describer = ({ head }) => {
  if (head === null) return []
  if (head.posts === null)
    return [{ clause: head.clause, icon: 'lock', text: 'Руководителем можно назначить только работника организации площадки' }]
  const needs = [
    `должность (${list(head.posts.map((post) => postKindName[post]))})`,
    head.categories.length > 0 ? `категория (${head.categories.map((one) => categoryName[one]).join(' или ')})` : null,
    head.achievements ? 'достижения' : null,
  ].filter((need) => need !== null)
  const where = head.atHost ? ' в организации площадки' : ''
  const text = `Назначая руководителя, система проверит${where}: ${list(needs)} — и назовёт, чего не хватает`
  return [{ clause: head.clause, icon: 'lock', text }]
}

/** The head and the coordinator have lines of their own; experts belong to the expert review, which the product does not hold yet. */
const unshown: readonly AppointmentKind[] = ['head', 'coordinator', 'expert']

const roles: Describer = (regulation) =>
  appointmentKinds.flatMap((kind: AppointmentKind): Line[] => {
    const found = regulation.roles[kind]
    if (found === undefined || unshown.includes(kind)) return []
    return [{ clause: found.clause, icon: 'person', text: `Среди назначений есть роль «${found.words.nominative}»` }]
  })

const coordinator: Describer = (regulation) =>
  regulation.coordinator === null
    ? []
    : [
        {
          clause: regulation.coordinator.clause,
          icon: 'person',
          text: `Координатора площадки назначает ${words(regulation).nominative}; его имя — на странице площадки`,
        },
      ]

const captionOf = { discuss: 'обсуждение', agree: 'согласование', approve: 'утверждение' } as const

const plan: Describer = (regulation) => {
  const { plan, planVersions, roles } = regulation
  const captions = plan.columns.filter((column) => column.code !== 'number').map((column) => column.caption.toLowerCase())
  const who = (by: 'operator' | 'authority' | 'head' | 'coordinator') =>
    by === 'operator' || by === 'authority' ? short(regulation, by).nominative : (roles[by]?.words.nominative ?? '')
  const steps = plan.chain.map((step) => `${captionOf[step.act]} — ${who(step.by)}`)
  const lines: Line[] = [
    { clause: plan.clause, icon: 'task', text: `Столбцы плана: ${list(captions)}` },
    { clause: plan.chain[0]!.clause, icon: 'next', text: `Путь плана: ${steps.join(', затем ')}` },
  ]
  if (planVersions?.reasonRequired)
    lines.push({ clause: planVersions.clause, icon: 'book', text: 'Правка утверждённого плана — новая редакция с причиной' })
  return lines
}

const report: Describer = (regulation) => {
  const { report, localTime, roles } = regulation
  if (report === null) return []
  const to =
    report.to === 'coordinator' ? (roles.coordinator?.words.dative ?? 'координатору') : short(regulation, report.to).dative
  const lines: Line[] = [{ clause: report.clause, icon: 'doc', text: `Отчёт собирается из плана и сделанного, сдаётся: ${to}` }]
  if (report.due !== null) {
    lines.push({
      clause: report.clause,
      icon: 'cal',
      text: `Срок отчёта — ${dayAndMonth(`2023-${report.due}`)}, 23:59 ${localTime}`,
    })
    lines.push({
      clause: report.clause,
      icon: 'bell',
      text: `Напоминания: ${reminderWords(report.reminders)}; опоздавшие — в отдельном списке`,
    })
  }
  if (report.criteria.length > 0) {
    const count = counted(report.criteria.length, 'критерию', 'критериям', 'критериям')
    lines.push({
      clause: report.criteria[0]!.clause,
      icon: 'task',
      text: `Выводы пишутся по ${count}: ${list(report.criteria.map((one) => one.title.toLowerCase()))}`,
    })
  }
  return lines
}

/** «за 30 дней, за 7 дней, в день срока» */
function reminderWords(days: readonly number[]): string {
  return list(
    [...days].sort((a, b) => b - a).map((day) => (day === 0 ? 'в день срока' : `за ${counted(day, 'день', 'дня', 'дней')}`)),
  )
}

const forms: Describer = ({ forms }) => {
  const count = forms.catalogue.length
  const text = `${counted(count, 'форма', 'формы', 'форм')} в выборе «Форма работы» у строки плана`
  return [{ clause: forms.clause, icon: 'menu', text }]
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

const attachments: Describer = (regulation) =>
  regulation.attachments === null
    ? []
    : [
        {
          clause: regulation.attachments.clause,
          icon: 'link',
          text: `Школы закрепляет за площадкой ${words(regulation).nominative}; открыто они названы так: ${regulation.attachments.publicWords.many}`,
        },
      ]

const calls: Describer = (regulation) => {
  const { calls, localTime } = regulation
  if (calls === null) return []
  return [
    {
      clause: calls.clause,
      icon: 'lock',
      text: `Приём заявок открывает и продлевает только ${calls.act}; сроки идут ${localTime}, секундой позже заявка не принимается`,
    },
    {
      clause: calls.clause,
      icon: 'bell',
      text: `При подписании о приёме узнают: ${calls.announcedTo} и все, кто может подать заявку`,
    },
  ]
}

const termination: Describer = (regulation) => {
  const { termination, bodies } = regulation
  if (termination === null) return []
  const count = termination.grounds.length
  const text = `В ${words(regulation).prepositional} о прекращении — ${counted(count, 'основание', 'основания', 'оснований')} на выбор, ${plural(count, 'другого', 'других', 'других')} нет`
  const submission = `${words(regulation).title} о прекращении не подписать без представления: ${bodies.operator.name}`
  return [
    { clause: termination.clause, icon: 'end', text },
    ...(terminationNeedsSubmission(regulation).value
      ? [{ clause: termination.clause, icon: 'end' as const, text: submission }]
      : []),
  ]
}

const contract: Describer = (regulation) =>
  regulation.contract === null
    ? []
    : [
        {
          clause: regulation.contract.clause,
          icon: 'task',
          text: `После ${words(regulation).genitive} о статусе оператор получит дело заключить договор; срок договора не выйдет за срок статуса`,
        },
      ]

const publishedText = {
  register: 'Реестр площадок открыт всем, без учётной записи',
  orders: 'Подписанный документ с приложениями можно открыть всем',
  activity: 'Страница площадки открыта всем',
  monitoring: null,
  materials: null,
} as const

const publication: Describer = ({ publication, acquaintance }) => {
  const lines: Line[] = (publication?.things ?? []).flatMap(({ what, clause }) => {
    const text = publishedText[what]
    return text === null ? [] : [{ clause, icon: 'eye' as const, text }]
  })
  if (acquaintance?.who === 'headsOfOrganisations')
    lines.push({
      clause: acquaintance.clause,
      icon: 'eye',
      text: 'Документ получат все руководители организаций; видно, кто ещё не ознакомился',
    })
  return lines
}

const describers: readonly Describer[] = [
  hosts,
  status,
  siteList,
  term,
  head,
  roles,
  coordinator,
  attachments,
  forms,
  directions,
  plan,
  report,
  termination,
  contract,
  calls,
  publication,
]
