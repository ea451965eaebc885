import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice } from '../../notices/kinds.ts'
import { ofSite } from '../../notices/words.ts'
import { paths } from './paths.ts'

const of = ofSite((to, group) => paths.group({ ...to, group }))
type OfGroup = { site: string; theme: string }

export const notices = {
  'group.joined': notice<OfGroup & { leads: boolean }>(
    of(({ theme, leads }) => (leads ? `Вы руководите рабочей группой «${theme}»` : `Вас включили в рабочую группу «${theme}»`)),
  ),
  'group.shortened': notice<OfGroup & { to: Day; why: string }>(
    of(
      ({ theme, to }) => `Рабочая группа «${theme}» работает по ${longDate(to)}`,
      ({ why }) => why,
    ),
  ),
  'group.closed': notice<OfGroup & { result: string }>(
    of(
      ({ theme }) => `Рабочая группа «${theme}» закончила работу`,
      ({ result }) => result,
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
