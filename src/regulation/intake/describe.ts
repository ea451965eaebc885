import { windowWords } from '../calendar/windows.ts'
import { type Describer, list } from '../line.ts'

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
      text: `При подписании о приёме узнают все, кто может подать заявку; в тексте сказано, кому сообщают: ${calls.announcedTo}`,
    },
  ]
}

const intakeDays: Describer = ({ intakeDays }) =>
  intakeDays === null
    ? []
    : [
        {
          clause: intakeDays.clause,
          icon: 'lock',
          text: `Заявку можно отправить только в эти дни: ${list(intakeDays.windows.map(({ days }) => windowWords(days)))}; в другие она остаётся черновиком`,
        },
      ]

/** What the product does by the rules of this topic. */
export const intakeDescribers: readonly Describer[] = [calls, intakeDays]
