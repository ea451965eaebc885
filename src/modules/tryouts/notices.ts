import { type NoticesOf, notice, urgent } from '../../notices/kinds.ts'
import { paths } from './paths.ts'

export const notices = {
  'tryout.handedIn': notice<{ title: string; person: string }>(({ title, person }, to, tryout) => ({
    ...{ title: `Сдана проба «${title}»: ${person}`, more: null },
    href: paths.tryout({ ...to, tryout }),
  })),
  'tryout.returned': urgent<{ title: string; remark: string }>(({ title, remark }, to, tryout) => ({
    ...{ title: `Вернули пробу «${title}»`, more: remark },
    href: paths.tryout({ ...to, tryout }),
  })),
  'tryout.assessed': notice<{ title: string }>(({ title }, to, tryout) => ({
    ...{ title: `Оценена проба «${title}»`, more: null },
    href: paths.tryout({ ...to, tryout }),
  })),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
