import { oneChange, quality } from '../../../../kit/order/template.ts'

export const extendStatusTemplate = oneChange({
  code: 'extendStatus',
  name: 'Продлить статус площадки',
  hint: 'Статус площадки будет действовать дольше, но не дольше, чем разрешает Положение.',
  place: 8,
  asks: ['site', 'to'],
  fits: ({ term }) => term?.kind !== 'fixed',
  title: () => 'О продлении статуса стажировочной площадки',
  preamble: ({ choices }) => choices.onSubmission ?? quality,
  change: ({ choices: { siteId, to, caseId }, today }) =>
    siteId === null ? null : { kind: 'extendStatus', siteId, to: to ?? today, caseId },
})
