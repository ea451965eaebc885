import { addDays } from '../../../../kernel/dates.ts'
import { oneChange } from '../../../../kit/order/template.ts'
import { usual } from '../open-call/template.ts'

export const extendCallTemplate = oneChange({
  code: 'extendCall',
  name: 'Продлить приём заявок',
  hint: 'Приём заявок кончится позже; оконченный приём откроется снова только так.',
  place: 13,
  asks: ['call', 'to'],
  fits: ({ calls }) => calls !== null,
  title: ({ regulation }) => `О продлении приёма заявок на присвоение статуса ${regulation.siteWords.genitive}`,
  preamble: () => 'В целях более полного участия организаций',
  change({ choices: { callId, to }, call, today }) {
    if (callId === null) return null
    const closesOn = to ?? call?.closesOn ?? today
    const due = call?.reviewDueOn
    const reviewDueOn = due != null && due < closesOn ? addDays(closesOn, usual.reviewDays) : null
    return { kind: 'extendCall', callId, closesOn, closesAt: call?.closesAt ?? usual.closesAt, reviewDueOn }
  },
})
