import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { paths } from './paths.ts'

type Titled = { title: string; site: string }
type OfPerson = Titled & { person: string }

const of =
  <Params extends Titled>(
    title: (params: Params) => string,
    more: (params: Params) => string | null = ({ site }) => site,
  ): Say<Params> =>
  (params, to, traineeship) => ({ title: title(params), more: more(params), href: paths.traineeship({ ...to, traineeship }) })

export const notices = {
  'traineeship.offered': urgent<Titled & { by: string }>(
    of(
      ({ title }) => `Вам предлагают стажировку «${title}»: согласитесь или откажитесь`,
      ({ site, by }) => `${site}; предлагает ${by}`,
    ),
  ),
  'traineeship.asked': urgent<OfPerson>(of(({ title, person }) => `Просится на стажировку «${title}»: ${person}`)),
  'traineeship.accepted': notice<OfPerson>(of(({ title, person }) => `Согласие на стажировку «${title}»: ${person}`)),
  'traineeship.admitted': urgent<Titled & { when: string }>(
    of(
      ({ title }) => `Вас приняли на стажировку «${title}»`,
      ({ site, when }) => `${site}, ${when}`,
    ),
  ),
  'traineeship.declined': urgent<OfPerson & { reason: string }>(
    of(
      ({ title, person }) => `Стажировка «${title}» не состоялась: ${person}`,
      ({ reason }) => reason,
    ),
  ),
  'traineeship.written': urgent<Titled & { text: string; by: string }>(
    of(
      ({ title, by }) => `Пишут о стажировке «${title}»: ${by}`,
      ({ text }) => text,
    ),
  ),
  'traineeship.led': notice<OfPerson & { when: string }>(
    of(
      ({ title, person }) => `Вы ведёте стажёра: ${person}, «${title}»`,
      ({ site, when }) => `${site}, ${when}`,
    ),
  ),
  'traineeship.changed': notice<Titled & { when: string }>(
    of(
      ({ title }) => `Изменились условия стажировки «${title}»`,
      ({ site, when }) => `${site}, ${when}`,
    ),
  ),
  'traineeship.planned': notice<Titled>(of(({ title }) => `Назначены дни занятий стажировки «${title}»`)),
  'traineeship.ended': urgent<OfPerson & { reason: string }>(
    of(
      ({ title, person }) => `Стажировка «${title}» закончилась: ${person}`,
      ({ reason }) => reason,
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
