import { oneChange, quality } from '../../../../kit/order/template.ts'
import { titleAs } from '../../../../regulation/paper/questions.ts'

export const approveRegulationTemplate = oneChange({
  code: 'approveRegulation',
  name: 'Утвердить Положение',
  hint: 'Новая редакция Положения вступит в силу, и по её пунктам начнёт работать система.',
  place: 7,
  asks: [],
  fits: (_, hasDraftRegulation) => hasDraftRegulation,
  title: (setting) => `Об утверждении ${titleAs(setting.regulation, 'genitive')}`,
  preamble: () => quality,
  change: ({ draftRegulationId }) =>
    draftRegulationId === null ? null : { kind: 'approveRegulation', regulationId: draftRegulationId },
  appendices: ({ regulation }) => [{ title: regulation.title, content: 'regulation' }],
})
