import { point, quality, type Template, task } from '../../../kit/order/template.ts'

export const revokeOrder: Template = {
  code: 'revokeOrder',
  name: 'Отменить приказ',
  hint: 'Всё, что сделал другой приказ, прекратится; исполненное останется в истории.',
  place: 14,
  asks: ['order'],
  fits: () => true,
  write: ({ choices, orderTitle }) => ({
    title: 'Об отмене ранее изданного документа',
    preamble: 'В связи с изменением обстоятельств',
    points: [point(`Отменить ${orderTitle}.`, choices.orderId === null ? [] : [{ kind: 'revoke', orderId: choices.orderId }])],
  }),
}

export const plain: Template = {
  code: 'plain',
  name: 'Приказ с поручениями',
  hint: 'Только поручения с исполнителями и сроками, реестры не меняются.',
  place: 15,
  asks: [],
  fits: () => true,
  write: () => ({ title: '', preamble: quality, points: [task('', [])] }),
}
