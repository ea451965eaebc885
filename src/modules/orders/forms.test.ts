// Proves that a draft that is opened and saved again is the same draft.
import { expect, test } from 'vitest'
import { formOf } from '../../web/form-data.ts'
import { orderForm, storedValues } from './forms.ts'
import { contentFrom } from './written-content.ts'

const order = {
  ...{
    version: 3,
    title: 'Об утверждении перечня',
    preamble: 'В соответствии с Положением',
    signatoryId: null,
    controllerId: null,
  },
  ...{ acquaintance: 'assignees', publishOnSigning: false },
  appendices: [
    { title: 'Перечень', content: 'sites', columns: ['Учреждение', 'Тема', 'Сроки проведения'] },
    { title: 'Закреплённые школы', content: 'attachments' },
  ],
}
const nobody = { person: () => '', organisation: () => '' } as unknown as Parameters<typeof storedValues>[1]

test('captions of an appendix stay', () => {
  const shown = storedValues({ order, points: [] } as unknown as Parameters<typeof storedValues>[0], nobody)
  const sent = Object.entries({ ...shown, intent: 'save' }).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
  )
  const content = contentFrom(orderForm.parse(formOf(sent, []).nested), { people: [], organisations: [] })
  expect(content.ok && content.value.appendices).toEqual(order.appendices)
})
