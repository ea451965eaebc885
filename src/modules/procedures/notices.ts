import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { siteNamed } from '../../notices/words.ts'
import type { ProcedureKind } from '../../regulation/work/steps.ts'
import { hrefOf } from './links.ts'

type Due = { kind: ProcedureKind; name: string; site: string; caption: string; dueOn: Day; silence: string }

const due =
  (title: (params: Due) => string): Say<Due> =>
  (params, to, caseId) => ({
    title: `${title(params)}: ${params.name}`,
    more: `${siteNamed(params.site)}. ${params.caption}${params.silence ? `. Не ответить в срок — ${params.silence}` : ''}`,
    href: hrefOf(params.kind, to, caseId),
  })

export const notices = {
  'procedure.dueSoon': notice<Due>(due(({ dueOn }) => `Решите до ${longDate(dueOn)}`)),
  'procedure.dueToday': urgent<Due>(due(() => 'Сегодня последний день решить')),
  'procedure.overdue': notice<Due>(due(({ dueOn }) => `Срок решения прошёл ${longDate(dueOn)}`)),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
