import type { Ctx } from '../../../authz/ctx.ts'
import { type FactKind, factText } from '../../../history/facts.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { withInitials } from '../../../kernel/names.ts'
import { act as words } from '../../../regulation/acts.ts'
import { label } from '../../../regulation/people/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { nb, Pager, TextLink, Timeline, type TimelineItem } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { pageSize, type Site, type SiteFact } from '../queries.ts'
import { SiteFrame } from './site-frame.tsx'

/** Facts of a site as items of a timeline; a legal act leads to its order. */
export function timelineItems(ctx: Ctx, regulation: Regulation | null, facts: readonly SiteFact[]): TimelineItem[] {
  const word = (kind: string) => regulation && label(regulation, kind)
  return facts.map((fact) => {
    const { title, more, act } = factText(ctx, fact.kind as FactKind, fact.facts, word)
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
          {orderId && (
            <TextLink href={paths.order({ territory: ctx.territory.code, order: orderId })}>
              {`Открыть ${words(ctx).nominative}`}
            </TextLink>
          )}
        </>
      ),
    }
  })
}

type HistoryPageProps = {
  ctx: Ctx
  site: Site
  regulation: Regulation | null
  facts: readonly SiteFact[]
  total: number
  page: number
}

/** Everything that happened to a site, newest first. */
export function HistoryPage({ ctx, site, regulation, facts, total, page }: HistoryPageProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <SiteFrame ctx={ctx} site={site} part="history">
      <Sheet title="Что было">
        {facts.length === 0 ? (
          <p class="govuk-body">Пока ничего не записано.</p>
        ) : (
          <Timeline items={timelineItems(ctx, regulation, facts)} />
        )}
      </Sheet>
      <Pager
        label="Страницы истории"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(next) => paths.siteHistory(at, { page: next })}
      />
    </SiteFrame>
  )
}
