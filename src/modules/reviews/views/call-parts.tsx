import { type Ctx, may } from '../../../authz/ctx.ts'
import { SubNavigation } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Call } from '../../calls/model.ts'
import type { JudgedCall } from '../case.ts'

type Part = 'reviews' | 'summary' | 'protocols'

/** The three pages of the review of a call. */
export function CallParts({ ctx, call, part }: { ctx: Ctx; call: Pick<JudgedCall, 'id' | 'judge'>; part: Part }) {
  const at = { territory: ctx.territory.code, call: call.id }
  if (!may(ctx, 'review.summary', { territoryId: ctx.territory.id, ...call.judge })) return null
  return (
    <SubNavigation
      label="Экспертиза приёма"
      links={[
        { href: paths.callReviews(at), label: 'Эксперты', current: part === 'reviews' },
        { href: paths.callSummary(at), label: 'Сводка', current: part === 'summary' },
        { href: paths.callProtocols(at), label: 'Протоколы', current: part === 'protocols' },
      ]}
    />
  )
}

/** The way to a page of the review of a call. */
export const wayToCall = ({ territory: { code: territory } }: Pick<Ctx, 'territory'>, call: Pick<Call, 'id' | 'title'>) => [
  { href: paths.calls({ territory }), label: 'Приём заявок' },
  { href: paths.call({ territory, call: call.id }), label: call.title },
]
