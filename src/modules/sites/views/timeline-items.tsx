import type { Ctx } from '../../../authz/ctx.ts'
import { type FactKind, factText } from '../../../history/facts.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { withInitials } from '../../../kernel/names.ts'
import type { AppointmentKind } from '../../../regulation/kinds.ts'
import { label } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { nb, TextLink, type TimelineItem } from '../../../ui/content.ts'
import { paths } from '../../../web/paths.ts'
import type { SiteFact } from '../queries.ts'

/** Facts of a site as items of a timeline; a legal act leads to its order. */
export function timelineItems(ctx: Ctx, regulation: Regulation | null, facts: readonly SiteFact[]): TimelineItem[] {
  const word = (kind: string) => regulation && label(regulation, kind as AppointmentKind)
  return facts.map((fact) => {
    const { title, more, act } = factText(fact.kind as FactKind, fact.facts, word)
    const orderId = typeof fact.facts.orderId === 'string' ? fact.facts.orderId : null
    const day = longDate(localTime(fact.at, ctx.territory.timeZone).day)
    return {
      title,
      act,
      when: fact.actor ? `${day}, ${withInitials(fact.actor)}` : day,
      more: (
        <>
          {more && nb(more)}
          {more && orderId && <br />}
          {orderId && <TextLink href={paths.order({ territory: ctx.territory.code, order: orderId })}>Открыть приказ</TextLink>}
        </>
      ),
    }
  })
}
