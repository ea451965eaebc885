import { oneChange } from '../../../../kit/order/template.ts'

export const resumeStatusTemplate = oneChange({
  code: 'resumeStatus',
  name: 'Возобновить деятельность площадки',
  hint: 'Площадка снова начнёт работать; её план, отчёты и назначения снова можно вести.',
  place: 10,
  asks: ['site', 'firstDay'],
  fits: () => true,
  title: () => 'О возобновлении деятельности стажировочной площадки',
  preamble: () => 'После устранения причин приостановки',
  change: ({ choices: { siteId, on, caseId }, today }) =>
    siteId === null ? null : { kind: 'resumeStatus', siteId, on: on ?? today, caseId },
})
