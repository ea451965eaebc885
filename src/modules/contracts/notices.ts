import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice } from '../../notices/kinds.ts'
import { ofSite } from '../../notices/words.ts'
import { paths } from './paths.ts'

const of = ofSite((to, contract) => paths.contract({ ...to, contract }))
type OfContract = { site: string; number: string }

export const notices = {
  'contract.awaitsSignature': notice<{ site: string }>(of('Ждёт вашей подписи договор с площадкой')),
  'contract.inForce': notice<OfContract & { to: Day }>(
    of(({ number, to }) => `Договор № ${number} вступил в силу, по ${longDate(to)}`),
  ),
  'contract.ended': notice<OfContract & { on: Day; reason: string }>(
    of(
      ({ number, on }) => `Договор № ${number} расторгнут, последний день — ${longDate(on)}`,
      ({ reason }) => reason,
    ),
  ),
  'contract.endsSoon': notice<OfContract & { on: Day }>(of(({ number, on }) => `Договор № ${number} кончается ${longDate(on)}`)),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
