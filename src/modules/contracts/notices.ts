import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice } from '../../notices/kinds.ts'
import { siteNamed } from '../../notices/words.ts'
import { paths } from './paths.ts'

export const notices = {
  'contract.awaitsSignature': notice<{ site: string }>(({ site }, to, contract) => ({
    title: 'Ждёт вашей подписи договор с площадкой',
    more: siteNamed(site),
    href: paths.contract({ ...to, contract }),
  })),
  'contract.inForce': notice<{ site: string; number: string; to: Day }>((params, to, contract) => ({
    title: `Договор № ${params.number} вступил в силу, по ${longDate(params.to)}`,
    more: siteNamed(params.site),
    href: paths.contract({ ...to, contract }),
  })),
  'contract.ended': notice<{ site: string; number: string; on: Day; reason: string }>(
    ({ site, number, on, reason }, to, contract) => ({
      title: `Договор № ${number} расторгнут, последний день — ${longDate(on)}`,
      more: `${siteNamed(site)}. ${reason}`,
      href: paths.contract({ ...to, contract }),
    }),
  ),
  'contract.endsSoon': notice<{ site: string; number: string; on: Day }>(({ site, number, on }, to, contract) => ({
    title: `Договор № ${number} кончается ${longDate(on)}`,
    more: siteNamed(site),
    href: paths.contract({ ...to, contract }),
  })),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
