import { type About, about, type FactsOf, fact } from '../../history/facts.ts'
import { day, from, joined, ofTitle, quoted, remark, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

const ofOrder: About = {
  group: 'orders',
  href: (to, { subjectId }) => paths.order({ ...to, order: subjectId }),
  keptIn: 'orders',
}
type Titled = { title: string }
type OfAssignment = { orderId: string; title: string }

export const facts = {
  ...about(
    { ...ofOrder, sees: 'order.viewDraft' },
    {
      'order.drafted': fact<Titled & { template: string | null }>({ title: 'Начат проект приказа', more: ofTitle }),
      'order.changed': fact<Titled & { points: number }>({ title: 'Проект приказа изменён', more: ofTitle }),
      'order.submitted': fact<Titled>({ title: 'Проект приказа отправлен на подпись', more: ofTitle }),
      'order.withdrawn': fact<Titled>({ title: 'Проект приказа отозван с подписи', more: ofTitle }),
      'order.sentBack': fact<Titled & { remark: string }>({
        title: 'Проект приказа возвращён',
        more: ({ title, remark: why }) => joined(quoted(title), remark(why)),
      }),
      'order.draftDeleted': fact<Titled>({ title: 'Проект приказа удалён', more: ofTitle }),
    },
  ),
  ...about(ofOrder, {
    'order.signed': fact<Titled & { number: string; on: Day; givenBy: string }>({
      title: 'Подписан приказ',
      more: ({ number, on, title }) =>
        joined(text(number) && `№ ${text(number)}${day(on) ? ` от ${day(on)}` : ''}`, quoted(title)),
      act: 'always',
    }),
    'order.revoked': fact<{ byOrderId: string; on: Day }>({ title: 'Приказ отменён', more: ({ on }) => from(on), act: 'always' }),
    'order.published': fact({ title: 'Приказ опубликован' }),
    'order.acknowledged': fact({ title: 'Человек ознакомился с приказом' }),
    'order.reminded': fact<{ people: number }>({
      title: 'Исполнителям напомнили о просроченных поручениях',
      more: ({ people }) => (typeof people === 'number' ? `исполнителей: ${people}` : null),
    }),
  }),
  ...about(
    { group: 'orders', href: (to, { subjectId }) => paths.assignment({ ...to, assignment: subjectId }) },
    {
      'assignment.done': fact<OfAssignment & { note: string; files: readonly string[] }>({
        title: 'Сообщили, что пункт приказа исполнен',
        more: ({ title, note }) => joined(quoted(title), text(note)),
      }),
      'assignment.accepted': fact<OfAssignment>({ title: 'Исполнение пункта приказа принято', more: ofTitle }),
      'assignment.returned': fact<OfAssignment & { remark: string }>({
        title: 'Исполнение пункта приказа возвращено',
        more: ({ title, remark: why }) => joined(quoted(title), remark(why)),
      }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
