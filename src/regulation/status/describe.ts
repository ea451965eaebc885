import { dayAndMonth, longDate } from '../../kernel/dates.ts'
import { counted, plural } from '../../kernel/plural.ts'
import { type Describer, list, words } from '../line.ts'
import { bodyWord } from '../parties/questions.ts'
import type { Regulation } from '../schema.ts'
import { terminationNeedsSubmission } from '../status/questions.ts'
import { consequenceWords } from './consequences.ts'
import { conditionWords } from './extension-conditions.ts'
import { type LimitKind, limitWords } from './limits.ts'
import { termSpan, termWords } from './terms.ts'

const status: Describer = (regulation) => {
  const { status } = regulation
  const by = bodyWord(regulation, status.grantedBy)
  return [
    {
      clause: status.clause,
      icon: 'doc',
      text: `Статус появляется только с подписанным ${words(regulation).instrumental}; подписывает ${by}`,
    },
    ...status.together.map((one) => ({
      clause: one.clause,
      icon: 'doc' as const,
      text: `Документ о статусе в силе, когда его подписал и ${bodyWord(regulation, one.by)}`,
    })),
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
  return [{ clause: term.clause, icon: 'cal', text: termText(term) }]
}

function termText(term: NonNullable<Regulation['term']>): string {
  switch (term.kind) {
    case 'longest':
      return `Срок дольше ${termWords(term.months)} не сохранится`
    case 'exact':
      return `Сохранится только срок в ${termSpan(term.length)}`
    case 'between':
      return `Срок короче ${termWords(term.least)} и дольше ${termWords(term.months)} не сохранится`
    case 'fixed':
      return `Срок вне периода с ${longDate(term.from)} по ${longDate(term.to)} не сохранится`
    case 'until':
      return `Каждый статус действует по ${longDate(term.to)}, другой последний день не сохранится`
    case 'yearly':
      return `Статус действует по ${dayAndMonth(`2023-${term.day}`)} и подтверждается каждый год; неподтверждённый кончится сам`
  }
}

const extension: Describer = ({ extension }) => {
  if (extension === null) return []
  const { times, months, daysBefore, conditions, clause } = extension
  const limits = [
    times === null ? null : `не больше ${counted(times, 'раза', 'раз', 'раз')}`,
    months === null ? null : `не дольше чем на ${termSpan(months)}`,
    daysBefore === null ? null : `если попросили за ${counted(daysBefore, 'день', 'дня', 'дней')} до конца`,
  ].filter((part) => part !== null)
  return [
    { clause, icon: 'next', text: `Статус можно продлить${limits.length === 0 ? '' : `: ${list(limits)}`}` },
    ...conditions.map((one) => ({
      clause: one.clause,
      icon: 'lock' as const,
      text: `Продлить можно, если ${conditionWords(one)}: проверяется, ${one.checked.kind === 'document' ? 'прежде чем готовят документ о продлении' : 'когда открывают дело и при подписании'}`,
    })),
  ]
}

const suspension: Describer = ({ suspension }) => {
  if (suspension === null) return []
  const { months, stopsTerm, clause } = suspension
  const longest = months === null ? '' : ` не дольше чем на ${termSpan(months)}`
  const moved = stopsTerm ? '; последний день статуса отодвинется на столько же' : ''
  return [
    {
      clause,
      icon: 'lock',
      text: `Деятельность площадки можно приостановить${longest}: тогда её страницы только читают${moved}`,
    },
  ]
}

const whenChecked = (what: LimitKind): string =>
  what === 'attachedSchools' ? 'при подписании' : what === 'trainees' ? 'когда принимают стажёра' : 'в заявке и при подписании'

/** One line a limit: each has its own clause. */
const limits: Describer = ({ limits }) =>
  (limits?.list ?? []).map(({ clause, ...limit }) => ({
    clause,
    icon: 'lock',
    text: `Проверяется ${whenChecked(limit.what)}: ${limitWords(limit)}`,
  }))

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

const consequences: Describer = ({ consequences }) =>
  (consequences?.list ?? []).map((one) => ({ clause: one.clause, icon: 'task', text: consequenceWords(one) }))

/** What the product does by the rules of this topic. */
export const statusDescribers: readonly Describer[] = [
  status,
  siteList,
  term,
  extension,
  suspension,
  limits,
  attachments,
  termination,
  consequences,
  contract,
]
