import { kindName } from '../dictionary.ts'
import { type Describer, type Line, list, words } from '../line.ts'
import { bodyName } from '../parties/questions.ts'

const head: Describer = (regulation) => {
  const { head } = regulation
  if (head === null) return []
  const needs = [
    head.posts === null ? 'должность' : `должность (${list(head.posts.map((post) => kindName(regulation, 'post', post)))})`,
    head.categories.length > 0
      ? `категория (${head.categories.map((one) => kindName(regulation, 'category', one)).join(' или ')})`
      : null,
    head.achievements ? 'достижения' : null,
  ].filter((need) => need !== null)
  const where = head.atHost ? ' в организации площадки' : ''
  const text = `Назначая руководителя, система проверит${where}: ${list(needs)} — и назовёт, чего не хватает`
  return [{ clause: head.clause, icon: 'lock', text }]
}

/** The head and the coordinator have lines of their own; experts stand in the pool of those who review. */
const unshown: readonly string[] = ['head', 'coordinator', 'expert']

const roles: Describer = (regulation) =>
  regulation.roles.flatMap(({ code, clause, words, agreedBy, chosen, most }): Line[] => {
    const line = (text: string): Line => ({ clause, icon: 'person', text })
    const word = words.nominative
    return [
      ...(unshown.includes(code) ? [] : [line(`Среди назначений есть роль «${word}»`)]),
      ...(chosen === 'appointed' ? [] : [line(`Роль «${word}» дают только с протоколом в основании`)]),
      ...(agreedBy.length === 0
        ? []
        : [
            line(
              `Роль «${word}» дают, когда в основании назван документ о согласии: ${list(agreedBy.map((by) => bodyName(regulation, by)))}`,
            ),
          ]),
      ...(most === null ? [] : [line(`На площадке таких назначений одновременно не больше ${most}: ${word}`)]),
    ]
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

const proposals: Describer = ({ memberDuties }) =>
  memberDuties?.proposes
    ? [
        {
          clause: memberDuties.clause,
          icon: 'person',
          text: 'Участники предлагают мероприятия в план; руководитель берёт их или отклоняет с причиной',
        },
      ]
    : []

const groups: Describer = ({ workingGroups, directions }) =>
  workingGroups === null
    ? []
    : [
        {
          clause: workingGroups.clause,
          icon: 'person',
          text: 'Площадка создаёт временные рабочие группы: тема, участники, срок; когда срок вышел, спрашивают о результате',
        },
        ...(workingGroups.byDirections && directions !== null
          ? [{ clause: workingGroups.clause, icon: 'menu' as const, text: 'Рабочая группа относится к направлению площадки' }]
          : []),
      ]

const mentoring: Describer = ({ mentoring }) =>
  mentoring === null
    ? []
    : [
        {
          clause: mentoring.clause,
          icon: 'person',
          text: 'На площадке работают наставнические пары: цель, срок, согласие обоих; когда роль наставника кончилась, руководитель узнаёт в тот же день',
        },
      ]

/** What the product does by the rules of this topic. */
export const peopleDescribers: readonly Describer[] = [head, roles, proposals, groups, mentoring, coordinator]
