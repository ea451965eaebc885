import { type NoticesOf, notice } from '../../notices/kinds.ts'
import { paths } from './paths.ts'

/** Letters go by way of a mail box, so the steps are read on their page alone. */
const of = (title: string) =>
  notice<{ by: string }>(({ by }, to, route) => ({ title, more: by, href: paths.route({ ...to, route }) }))

export const notices = {
  'route.toAgree': of('Индивидуальный маршрут ждёт вашего согласия'),
  'route.changed': of('Шаги маршрута изменили: согласуйте снова'),
  'route.active': of('Индивидуальный маршрут согласован обеими сторонами'),
  'route.reopened': of('Индивидуальный маршрут составляют заново'),
  'route.stopped': of('Индивидуальный маршрут остановлен'),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
