import { counted } from '../../kernel/plural.ts'
import { initiatorName, organisationKindName } from '../kinds.ts'
import { type Describer, type Line, list } from '../line.ts'

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

const initiators: Describer = ({ initiators }) =>
  initiators === null
    ? []
    : [
        {
          clause: initiators.clause,
          icon: 'person',
          text: `Заявку может начать: ${list(initiators.who.map((who) => initiatorName[who]))}`,
        },
      ]

const eligibility: Describer = ({ eligibility }) => {
  if (eligibility === null) return []
  const { all, atLeast, clause } = eligibility
  const asked = [
    all.length > 0 ? counted(all.length, 'показатель', 'показателя', 'показателей') : null,
    atLeast === null ? null : `${all.length > 0 ? 'и ещё ' : ''}${atLeast.count} из ${atLeast.of.length}`,
  ].filter((part) => part !== null)
  return [{ clause, icon: 'lock', text: `Без доказательств заявку не отправить: ${asked.join(' ')}` }]
}

/** What the product does by the rules of this topic. */
export const hostsDescribers: readonly Describer[] = [hosts, initiators, eligibility]
