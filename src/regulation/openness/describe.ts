import type { Describer, Line } from '../line.ts'

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

/** What the product does by the rules of this topic. */
export const opennessDescribers: readonly Describer[] = [publication]
