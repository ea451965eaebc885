import { oneChange } from '../../../../kit/order/template.ts'

export const revokeOrder = oneChange({
  code: 'revokeOrder',
  name: 'Отменить приказ',
  hint: 'Всё, что сделал другой приказ, прекратится; исполненное останется в истории.',
  place: 14,
  asks: ['order'],
  fits: () => true,
  title: () => 'Об отмене ранее изданного документа',
  preamble: () => 'В связи с изменением обстоятельств',
  change: ({ choices: { orderId } }) => (orderId === null ? null : { kind: 'revoke', orderId }),
})
