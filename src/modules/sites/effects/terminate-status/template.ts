import { ofRegulation, oneChange } from '../../../../kit/order/template.ts'

export const terminateStatusTemplate = oneChange({
  code: 'terminateStatus',
  name: 'Прекратить статус площадки досрочно',
  hint: 'Статус кончится раньше срока на основании, которое называет Положение.',
  place: 11,
  asks: ['site', 'ground', 'on', 'aftermath'],
  fits: () => true,
  title: () => 'О прекращении статуса стажировочной площадки',
  preamble: (setting) => setting.choices.onSubmission ?? ofRegulation(setting),
  change: ({ choices: { siteId, ground, on, attachTo, plan, caseId }, today }) =>
    siteId === null ? null : { kind: 'terminateStatus', siteId, ground: ground ?? '', on: on ?? today, attachTo, plan, caseId },
})
