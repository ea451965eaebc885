import { longDate } from '../../../kernel/dates.ts'
import { point, quality, type Setting, type Template } from '../../../kit/order/template.ts'
import { terminationGrounds } from '../../../regulation/questions.ts'

const nameOf = ({ site }: Setting) => site?.name ?? ''

/** What the order rests on: the submission of the operator, where there is one, and the reason. */
const restsOn = ({ choices }: Setting, reason: string | null, otherwise: string): string =>
  [choices.onSubmission, reason].filter((part) => part !== null).join(' ') || otherwise

export const terminateStatus: Template = {
  code: 'terminateStatus',
  name: 'Прекратить статус площадки досрочно',
  hint: 'Статус кончится раньше срока на основании, которое называет Положение.',
  place: 11,
  asks: ['site', 'ground', 'on', 'aftermath'],
  fits: () => true,
  write(setting) {
    const { regulation, choices, today } = setting
    const { siteId, attachTo, plan, caseId } = choices
    const on = choices.on ?? today
    const ground = choices.ground ?? ''
    const words = terminationGrounds(regulation).value?.find((one) => one.code === ground)?.text ?? ground
    return {
      title: 'О прекращении статуса стажировочной площадки',
      preamble: restsOn(setting, choices.onSubmission === null ? `По основанию «${words}»` : `по основанию «${words}»`, ''),
      points: [
        point(
          `Прекратить статус площадки ${nameOf(setting)} после ${longDate(on)}.`,
          siteId === null ? [] : [{ kind: 'terminateStatus', siteId, ground, on, attachTo, plan, caseId }],
        ),
      ],
    }
  },
}

export const extendStatus: Template = {
  code: 'extendStatus',
  name: 'Продлить статус площадки',
  hint: 'Статус площадки будет действовать дольше, но не дольше, чем разрешает Положение.',
  place: 8,
  asks: ['site', 'to'],
  fits: ({ term }) => term?.kind !== 'fixed',
  write(setting) {
    const { siteId, caseId } = setting.choices
    const to = setting.choices.to ?? setting.today
    return {
      title: 'О продлении статуса стажировочной площадки',
      preamble: restsOn(setting, null, quality),
      points: [
        point(
          `Продлить статус площадки ${nameOf(setting)} по ${longDate(to)}.`,
          siteId === null ? [] : [{ kind: 'extendStatus', siteId, to, caseId }],
        ),
      ],
    }
  },
}

export const suspendStatus: Template = {
  code: 'suspendStatus',
  name: 'Приостановить деятельность площадки',
  hint: 'Площадка остановится на время: её страницы можно будет только читать, статус и его срок останутся.',
  place: 9,
  asks: ['site', 'firstDay', 'reason'],
  fits: () => true,
  write(setting) {
    const { siteId, caseId } = setting.choices
    const from = setting.choices.on ?? setting.today
    const reason = (setting.choices.reason ?? '').trim().replace(/\.$/, '')
    return {
      title: 'О приостановке деятельности стажировочной площадки',
      preamble: restsOn(
        setting,
        `${setting.choices.onSubmission === null ? 'В' : 'в'} связи с обстоятельствами («${reason}»)`,
        '',
      ),
      points: [
        point(
          `Приостановить деятельность площадки ${nameOf(setting)} с ${longDate(from)}.`,
          siteId === null ? [] : [{ kind: 'suspendStatus', siteId, from, reason, caseId }],
        ),
      ],
    }
  },
}

export const resumeStatus: Template = {
  code: 'resumeStatus',
  name: 'Возобновить деятельность площадки',
  hint: 'Площадка снова начнёт работать; её план, отчёты и назначения снова можно вести.',
  place: 10,
  asks: ['site', 'firstDay'],
  fits: () => true,
  write(setting) {
    const { siteId, caseId } = setting.choices
    const on = setting.choices.on ?? setting.today
    return {
      title: 'О возобновлении деятельности стажировочной площадки',
      preamble: 'После устранения причин приостановки',
      points: [
        point(
          `Возобновить деятельность площадки ${nameOf(setting)} с ${longDate(on)}.`,
          siteId === null ? [] : [{ kind: 'resumeStatus', siteId, on, caseId }],
        ),
      ],
    }
  },
}
