import { longDate } from '../../kernel/dates.ts'
import { counted, plural } from '../../kernel/plural.ts'
import { type Describer, list, words } from '../line.ts'
import { terminationNeedsSubmission, termWords } from '../status/questions.ts'

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

/** What the product does by the rules of this topic. */
export const statusDescribers: readonly Describer[] = [status, siteList, term, attachments, termination, contract]
