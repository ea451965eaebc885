import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { paths } from './paths.ts'

type Titled = { title: string }
type OfEvent = Titled & { when: string; where: string }

const of =
  <Params extends Titled>(title: (params: Params) => string, more: (params: Params) => string | null): Say<Params> =>
  (params, to, event) => ({ title: title(params), more: more(params), href: paths.event({ ...to, event }) })

/** With the time and the place under it. */
const timed = <Params extends OfEvent>(title: (params: Params) => string): Say<Params> =>
  of(title, ({ when, where }) => `${when}, ${where}`)
const nothingMore = () => null

export const notices = {
  'event.offered': notice<OfEvent & { by: string }>(
    timed(({ title }) => `Вас направляют на «${title}»: согласитесь или откажитесь`),
  ),
  'event.asksRelease': urgent<OfEvent & { person: string }>(
    timed(({ title, person }) => `Отпустить с уроков на «${title}»: ${person}`),
  ),
  'event.asksReleaseAnew': urgent<OfEvent>(
    timed(({ title }) => `Ответьте заново, отпускаете ли с уроков на «${title}»: время другое`),
  ),
  'event.movedUp': urgent<OfEvent>(timed(({ title }) => `Место освободилось и стало вашим: «${title}»`)),
  'event.moved': urgent<OfEvent>(timed(({ title }) => `Изменилось время или место: «${title}»`)),
  'event.cancelled': urgent<Titled & { when: string; reason: string }>(
    of(
      ({ title, when }) => `Не состоится «${title}», ${when}`,
      ({ reason }) => reason,
    ),
  ),
  'event.released': notice<OfEvent & { by: string }>(timed(({ title }) => `Вас отпустили с уроков на «${title}»`)),
  'event.notReleased': urgent<OfEvent & { by: string }>(
    of(
      ({ title, by }) => `Вас не отпускают с уроков на «${title}»: ${by}`,
      () => 'Место пока за вами: договоритесь или откажитесь от него',
    ),
  ),
  'event.declined': notice<OfEvent & { person: string }>(
    of(({ title, person }) => `Отказ от места на «${title}»: ${person}`, nothingMore),
  ),
  'event.written': urgent<Titled & { text: string; by: string }>(
    of(
      ({ title, by }) => `Пишут участникам «${title}»: ${by}`,
      ({ text }) => text,
    ),
  ),
  'event.comesSoon': notice<OfEvent>(timed(({ title }) => `Скоро «${title}»`)),
  'event.asksAnswers': notice<Titled>(of(({ title }) => `Как прошло «${title}»? Три вопроса, одна минута`, nothingMore)),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
