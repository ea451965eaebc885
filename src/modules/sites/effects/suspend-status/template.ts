import { oneChange } from '../../../../kit/order/template.ts'

export const suspendStatusTemplate = oneChange({
  code: 'suspendStatus',
  name: 'Приостановить деятельность площадки',
  hint: 'Площадка остановится на время: её страницы можно будет только читать, статус и его срок останутся.',
  place: 9,
  asks: ['site', 'firstDay', 'reason'],
  fits: () => true,
  title: () => 'О приостановке деятельности стажировочной площадки',
  preamble: ({ choices }) => choices.onSubmission ?? 'В связи с обстоятельствами, которые мешают работе площадки',
  change: ({ choices: { siteId, on, reason, caseId }, today }) =>
    siteId === null
      ? null
      : { kind: 'suspendStatus', siteId, from: on ?? today, reason: (reason ?? '').trim().replace(/\.$/, ''), caseId },
})
