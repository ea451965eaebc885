import type { Ctx } from '../../../authz/ctx.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { Pager, Timeline } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { pageSize, type Site, type SiteFact } from '../queries.ts'
import { SiteFrame } from './site-frame.tsx'
import { timelineItems } from './timeline-items.tsx'

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
