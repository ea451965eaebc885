import { longDate, shortDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'

type OfOrder = { number: string; signedOn: Day; title: string }
type OfAssignment = { orderId: string; title: string }
type DueAssignment = { order: string; point: string; text: string; dueOn: Day }
/** To the controller, of a point: how many have not reported yet. */
type DueControl = DueAssignment & { orderId: string; open: number }

const acts = { order: 'приказ', directive: 'распоряжение' } as const
const orderNamed = ({ number, signedOn, title }: OfOrder) => `№ ${number} от ${shortDate(signedOn)} «${title}»`
const pointOf = ({ point, order }: DueAssignment) => `п. ${point} приказа № ${order}`

const dueAssignment =
  (title: (params: DueAssignment) => string): Say<DueAssignment> =>
  (params, to, assignment) => ({ title: title(params), more: params.text, href: paths.assignment({ ...to, assignment }) })

const control =
  (title: (params: DueControl) => string): Say<DueControl> =>
  (params, to) => ({
    title: title(params),
    more: `${counted(params.open, 'исполнитель ещё не отчитался', 'исполнителя ещё не отчитались', 'исполнителей ещё не отчитались')}. ${params.text}`,
    href: paths.orderControl({ ...to, order: params.orderId }),
  })

const ofAssignment =
  <Params>(title: string, more: (params: Params) => string): Say<Params> =>
  (params, to, assignment) => ({ title, more: more(params), href: paths.assignment({ ...to, assignment }) })

function dutiesOf({ assignments, controls }: { assignments: number; controls: boolean }): string {
  const own = assignments > 0 ? `Вам поручено: ${counted(assignments, 'пункт', 'пункта', 'пунктов')}. ` : ''
  return `${own}${controls ? 'Контроль за исполнением — за вами. ' : ''}Прочтите и отметьте ознакомление`
}

export const notices = {
  'order.awaitingSignature': urgent<{ title: string }>(({ title }, to, order) => ({
    title: `Ждёт вашей подписи: «${title}»`,
    more: 'До подписи ничего не изменится',
    href: paths.order({ ...to, order }),
  })),
  'order.sentBack': notice<{ title: string; remark: string }>(({ title, remark }, to, order) => ({
    title: `Проект «${title}» вернули`,
    more: note(remark),
    href: paths.order({ ...to, order }),
  })),
  'order.signed': notice<OfOrder & { act: 'order' | 'directive'; assignments: number; controls: boolean }>(
    (params, to, order) => ({
      title: `Подписан ${acts[params.act]} ${orderNamed(params)}`,
      more: dutiesOf(params),
      href: paths.order({ ...to, order }),
    }),
  ),
  'order.notRead': notice<OfOrder>((params, to, order) => ({
    title: `Вы ещё не отметили, что прочли приказ ${orderNamed(params)}`,
    more: 'Откройте приказ и подтвердите, что прочли',
    href: paths.order({ ...to, order }),
  })),
  'assignment.done': notice<OfAssignment & { by: string }>(
    ofAssignment('Пункт приказа исполнен: проверьте', ({ title, by }) => `${by}. «${title}»`),
  ),
  'assignment.accepted': notice<OfAssignment>(ofAssignment('Исполнение пункта приказа принято', ({ title }) => `«${title}»`)),
  'assignment.returned': notice<OfAssignment & { remark: string }>(
    ofAssignment('Исполнение пункта приказа вернули', ({ title, remark }) => `«${title}». ${note(remark)}`),
  ),
  'assignment.dueSoon': notice<DueAssignment>(
    dueAssignment((params) => `Исполните ${pointOf(params)} до ${longDate(params.dueOn)}`),
  ),
  'assignment.dueToday': notice<DueAssignment>(dueAssignment((params) => `Сегодня последний день: ${pointOf(params)}`)),
  'assignment.overdue': notice<DueAssignment>(
    dueAssignment((params) => `Срок прошёл ${longDate(params.dueOn)}, а ${pointOf(params)} не отмечен исполненным`),
  ),
  'control.dueSoon': notice<DueControl>(control((params) => `На контроле: ${pointOf(params)}, срок ${longDate(params.dueOn)}`)),
  'control.dueToday': notice<DueControl>(control((params) => `На контроле: ${pointOf(params)}, сегодня последний день`)),
  'control.overdue': notice<DueControl>(
    control((params) => `На контроле: ${pointOf(params)}, срок прошёл ${longDate(params.dueOn)}`),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
