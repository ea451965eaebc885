import { longDate } from '../../kernel/dates.ts'
import { ofPoint } from '../../kit/order/objections.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { EnactingOrder } from './sheet-queries.ts'

export const ruleTexts: RuleTexts = {
  'order.unknownRegulation': ofPoint(() => 'такого Положения нет. Выберите редакцию из списка'),
  'order.regulationAlreadyApproved': ofPoint(({ version }) => `редакция ${version} уже утверждена другим приказом`),
  'order.regulationApprovedTwice': ofPoint(() => 'приказ утверждает Положение дважды. Оставьте одно'),
  'order.regulationTooEarly': ofPoint(
    ({ since }) => `действующее Положение вступило в силу ${since}; новое начинается позже него`,
  ),
  'regulation.alreadyInForce': 'Сначала прекратите действие прежней редакции: в эти дни уже действует другая',
}

/** «Приказ № 37-о, п. 3» */
export function orderName({ kind, number, point }: EnactingOrder): string {
  const name = `${kind === 'order' ? 'Приказ' : 'Распоряжение'} № ${number}`
  return point === null ? name : `${name}, п. ${point}`
}

/** «Федеральный закон от 29 декабря 2012 г. № 273-ФЗ «Об образовании в Российской Федерации»» */
export function actName({ type, number, date, title }: Regulation['legalBasis']['acts'][number]): string {
  const from = date === null ? '' : ` от ${longDate(date)}`
  const as = number === null ? '' : ` № ${number}`
  return `${type}${from}${as} ${/^[«"]/.test(title) ? title : `«${title}»`}`
}
