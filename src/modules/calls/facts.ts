import { about, type FactsOf, fact } from '../../history/facts.ts'
import { from, joined, ofTitle, period, quoted, text, until } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

type OfCall = { title: string; orderId: string }

export const facts = about(
  { group: 'applications', href: (to, { subjectId }) => paths.call({ ...to, call: subjectId }) },
  {
    'call.opened': fact<OfCall & { pointNumber: string | null; from: Day; to: Day; until: string }>({
      title: 'Объявлен приём заявок',
      more: ({ title, from: first, to, until: hour }) =>
        joined(quoted(title), period(first, to), text(hour) && `до ${text(hour)}`),
      act: 'always',
    }),
    'call.extended': fact<OfCall & { pointNumber: string | null; to: Day; until: string }>({
      title: 'Приём заявок продлён',
      more: ({ title, to, until: hour }) => joined(quoted(title), until(to), text(hour) && `до ${text(hour)}`),
      act: 'always',
    }),
    'call.extensionTakenBack': fact<OfCall & { pointNumber: string | null; revokedOrderId: string }>({
      title: 'Продление приёма заявок отменено',
      more: ofTitle,
      act: 'always',
    }),
    'call.revoked': fact<OfCall & { pointNumber: string | null; revokedOrderId: string; on: Day }>({
      title: 'Приём заявок отменён',
      more: ({ title, on }) => joined(quoted(title), from(on)),
      act: 'always',
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
