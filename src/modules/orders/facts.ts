import { type About, about, type FactsOf, fact } from '../../history/facts.ts'
import { day, from, joined, ofTitle, quoted, remark, text } from '../../history/words.ts'
import { capital } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

const ofOrder: About = {
  group: 'orders',
  href: (to, { subjectId }) => paths.order({ ...to, order: subjectId }),
  keptIn: 'orders',
}
type Titled = { title: string }
type OfOffice = { name: string; organisation?: string }
const ofOffice: About = { group: 'orders', href: (to) => paths.offices(to), sees: 'office.keep' }

type OfAssignment = { orderId: string; title: string }
type OfDuty = { ground: string; title: string }

export const facts = {
  ...about(ofOffice, {
    'office.saved': fact<OfOffice>({ title: 'Канцелярия органа изменена', more: ({ name }) => text(name) }),
    'office.organisationNamed': fact<OfOffice>({
      title: 'Назвали организацию, которая в Положении — орган',
      more: ({ name, organisation }) => joined(text(name), text(organisation)),
    }),
  }),
  ...about(
    { ...ofOrder, sees: 'order.viewDraft' },
    {
      'order.drafted': fact<Titled & { template: string | null }>({
        title: (act) => `Начат проект ${act.genitive}`,
        more: ofTitle,
      }),
      'order.changed': fact<Titled & { points: number }>({ title: (act) => `Проект ${act.genitive} изменён`, more: ofTitle }),
      'order.submitted': fact<Titled>({ title: (act) => `Проект ${act.genitive} отправлен на подпись`, more: ofTitle }),
      'order.withdrawn': fact<Titled>({ title: (act) => `Проект ${act.genitive} отозван с подписи`, more: ofTitle }),
      'order.sentBack': fact<Titled & { remark: string }>({
        title: (act) => `Проект ${act.genitive} возвращён`,
        more: ({ title, remark: why }) => joined(quoted(title), remark(why)),
      }),
      'order.signedByOne': fact<Titled & { post: string }>({
        title: (act) => `Проект ${act.genitive} подписан одним из органов, ждут остальных`,
        more: ({ title, post }) => joined(quoted(title), text(post)),
      }),
      'order.draftDeleted': fact<Titled>({ title: (act) => `Проект ${act.genitive} удалён`, more: ofTitle }),
    },
  ),
  ...about(ofOrder, {
    'order.signed': fact<Titled & { number: string; on: Day; givenBy: string }>({
      title: (act) => `${capital(act.agreed('подписан'))} ${act.nominative}`,
      more: ({ number, on, title }) =>
        joined(text(number) && `№ ${text(number)}${day(on) ? ` от ${day(on)}` : ''}`, quoted(title)),
      act: 'always',
    }),
    'order.revoked': fact<{ byOrderId: string; on: Day }>({
      title: (act) => `${capital(act.nominative)} ${act.agreed('отменён')}`,
      more: ({ on }) => from(on),
      act: 'always',
    }),
    'order.published': fact({ title: (act) => `${capital(act.nominative)} ${act.agreed('опубликован')}` }),
    'order.acknowledged': fact({ title: (act) => `Человек ознакомился с ${act.instrumental}` }),
    'order.reminded': fact<{ people: number }>({
      title: 'Исполнителям напомнили о просроченных поручениях',
      more: ({ people }) => (typeof people === 'number' ? `исполнителей: ${people}` : null),
    }),
  }),
  ...about(
    { group: 'orders', href: (to, { subjectId }) => paths.assignment({ ...to, assignment: subjectId }) },
    {
      'assignment.done': fact<OfAssignment & { note: string; files: readonly string[] }>({
        title: (act) => `Сообщили, что пункт ${act.genitive} исполнен`,
        more: ({ title, note }) => joined(quoted(title), text(note)),
      }),
      'assignment.accepted': fact<OfAssignment>({ title: (act) => `Исполнение пункта ${act.genitive} принято`, more: ofTitle }),
      'assignment.returned': fact<OfAssignment & { remark: string }>({
        title: (act) => `Исполнение пункта ${act.genitive} возвращено`,
        more: ({ title, remark: why }) => joined(quoted(title), remark(why)),
      }),
    },
  ),
  ...about(
    { group: 'orders', href: (to, { subjectId }) => paths.assignment({ ...to, assignment: subjectId }), sees: 'order.control' },
    {
      'duty.done': fact<OfDuty & { note: string; files: readonly string[] }>({
        title: 'Сообщили, что поручение исполнено',
        more: ({ ground, title, note }) => joined(text(ground), quoted(title), text(note)),
      }),
      'duty.accepted': fact<OfDuty>({
        title: 'Исполнение поручения принято',
        more: ({ ground, title }) => joined(text(ground), quoted(title)),
      }),
      'duty.returned': fact<OfDuty & { remark: string }>({
        title: 'Исполнение поручения возвращено',
        more: ({ ground, title, remark: why }) => joined(text(ground), quoted(title), remark(why)),
      }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
