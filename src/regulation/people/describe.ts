import { type AppointmentKind, appointmentKinds, categoryName, postKindName } from '../kinds.ts'
import { type Describer, type Line, list, words } from '../line.ts'

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

/** What the product does by the rules of this topic. */
export const peopleDescribers: readonly Describer[] = [head, roles, coordinator]
