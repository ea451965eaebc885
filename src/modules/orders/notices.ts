import { longDate, shortDate } from '../../kernel/dates.ts'
import { capital } from '../../kernel/names.ts'
import type { Noun } from '../../kernel/noun.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note } from '../../notices/words.ts'
import { type ActKind, act } from '../../regulation/acts.ts'
import { paths } from '../../web/paths.ts'

type OfOrder = { number: string; signedOn: Day; title: string }
type OfAssignment = { orderId: string; title: string }
type DueAssignment = { order: string; point: string; text: string; dueOn: Day }
/** Of a duty that no order gives: what it comes from in words. */
type DueDuty = { ground: string; text: string; dueOn: Day }
type OfDuty = { ground: string; title: string }
/** To the controller, of a point: how many have not reported yet. */
type DueControl = DueAssignment & { orderId: string; open: number }

const orderNamed = ({ number, signedOn, title }: OfOrder) => `№ ${number} от ${shortDate(signedOn)} «${title}»`
const pointOf = ({ point, order }: DueAssignment, { genitive }: Noun) => `п. ${point} ${genitive} № ${order}`

const dueAssignment =
  (title: (params: DueAssignment, point: string) => string): Say<DueAssignment> =>
  (params, to, assignment, act) => ({
    title: title(params, pointOf(params, act)),
    more: params.text,
    href: paths.assignment({ ...to, assignment }),
  })

const control =
  (title: (params: DueControl, point: string) => string): Say<DueControl> =>
  (params, to, _, act) => ({
    title: title(params, pointOf(params, act)),
    more: `${counted(params.open, 'исполнитель ещё не отчитался', 'исполнителя ещё не отчитались', 'исполнителей ещё не отчитались')}. ${params.text}`,
    href: paths.orderControl({ ...to, order: params.orderId }),
  })

const ofAssignment =
  <Params>(title: (act: Noun) => string, more: (params: Params) => string): Say<Params> =>
  (params, to, assignment, act) => ({ title: title(act), more: more(params), href: paths.assignment({ ...to, assignment }) })

const duty =
  <Params extends DueDuty>(title: (params: Params) => string): Say<Params> =>
  (params, to, assignment) => ({
    title: title(params),
    more: `${params.text}. ${capital(params.ground)}`,
    href: paths.assignment({ ...to, assignment }),
  })

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
  'order.signed': notice<OfOrder & { act: ActKind; assignments: number; controls: boolean }>((params, to, order) => ({
    title: `${capital(act(params.act).agreed('подписан'))} ${act(params.act).nominative} ${orderNamed(params)}`,
    more: dutiesOf(params),
    href: paths.order({ ...to, order }),
  })),
  'order.notRead': notice<OfOrder>((params, to, order, { nominative }) => ({
    title: `Вы ещё не отметили, что прочли ${nominative} ${orderNamed(params)}`,
    more: `Откройте ${nominative} и подтвердите, что прочли`,
    href: paths.order({ ...to, order }),
  })),
  'assignment.done': notice<OfAssignment & { by: string }>(
    ofAssignment(
      ({ genitive }) => `Пункт ${genitive} исполнен: проверьте`,
      ({ title, by }) => `${by}. «${title}»`,
    ),
  ),
  'assignment.accepted': notice<OfAssignment>(
    ofAssignment(
      ({ genitive }) => `Исполнение пункта ${genitive} принято`,
      ({ title }) => `«${title}»`,
    ),
  ),
  'assignment.returned': notice<OfAssignment & { remark: string }>(
    ofAssignment(
      ({ genitive }) => `Исполнение пункта ${genitive} вернули`,
      ({ title, remark }) => `«${title}». ${note(remark)}`,
    ),
  ),
  'assignment.dueSoon': notice<DueAssignment>(
    dueAssignment((params, point) => `Исполните ${point} до ${longDate(params.dueOn)}`),
  ),
  'assignment.dueToday': notice<DueAssignment>(dueAssignment((_, point) => `Сегодня последний день: ${point}`)),
  'assignment.overdue': notice<DueAssignment>(
    dueAssignment((params, point) => `Срок прошёл ${longDate(params.dueOn)}, а ${point} не отмечен исполненным`),
  ),
  'duty.given': notice<DueDuty>(duty(({ dueOn }) => `Вам поручено до ${longDate(dueOn)}`)),
  'duty.dueSoon': notice<DueDuty>(duty(({ dueOn }) => `Исполните поручение до ${longDate(dueOn)}`)),
  'duty.dueToday': notice<DueDuty>(duty(() => 'Сегодня последний день поручения')),
  'duty.overdue': notice<DueDuty>(duty(({ dueOn }) => `Срок поручения прошёл ${longDate(dueOn)}, а оно не отмечено исполненным`)),
  'duty.late': notice<DueDuty & { person: string }>(
    duty(({ dueOn, person }) => `На контроле: ${person}, срок поручения прошёл ${longDate(dueOn)}`),
  ),
  'duty.done': notice<OfDuty & { by: string }>(
    ofAssignment(
      () => 'Поручение исполнено: проверьте',
      ({ ground, title, by }) => `${by}. «${title}», ${ground}`,
    ),
  ),
  'duty.accepted': notice<OfDuty>(
    ofAssignment(
      () => 'Исполнение поручения принято',
      ({ ground, title }) => `«${title}», ${ground}`,
    ),
  ),
  'duty.returned': notice<OfDuty & { remark: string }>(
    ofAssignment(
      () => 'Исполнение поручения вернули',
      ({ ground, title, remark }) => `«${title}», ${ground}. ${note(remark)}`,
    ),
  ),
  'control.dueSoon': notice<DueControl>(control((params, point) => `На контроле: ${point}, срок ${longDate(params.dueOn)}`)),
  'control.dueToday': notice<DueControl>(control((_, point) => `На контроле: ${point}, сегодня последний день`)),
  'control.overdue': notice<DueControl>(
    control((params, point) => `На контроле: ${point}, срок прошёл ${longDate(params.dueOn)}`),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
