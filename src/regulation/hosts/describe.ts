import { kindName } from '../dictionary.ts'
import { type Describer, type Line, list } from '../line.ts'
import { conditionsInWords } from './conditions.ts'

const hosts: Describer = (regulation) => {
  const { hostKinds, joint } = regulation
  const lines: Line[] = [
    {
      clause: hostKinds.clause,
      icon: 'school',
      text: `Площадкой может стать: ${list(hostKinds.kinds.map((kind) => kindName(regulation, 'organisation', kind)))}`,
    },
  ]
  if (joint !== null) {
    const protocol = joint.headChosenCollegially ? '; руководителя назначают по протоколу' : ''
    lines.push({ clause: joint.clause, icon: 'link', text: `Одна площадка может объединить несколько организаций${protocol}` })
  }
  for (const { text, basis } of conditionsInWords(regulation))
    lines.push({ clause: [basis.clause], icon: 'lock', text: `Заявку можно отправить, когда выполнено: ${text}` })
  return lines
}

/** What the product does by the rules of this topic. */
export const hostsDescribers: readonly Describer[] = [hosts]
