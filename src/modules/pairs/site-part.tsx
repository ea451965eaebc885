import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { counted } from '../../kernel/plural.ts'
import { nb } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import { clauseLink } from '../regulation/clause-links.tsx'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { paths } from './paths.ts'
import { pairsBy } from './queries.ts'
import { pairsAt } from './whether.ts'

/** On the first page of a site: how many pairs work there, or the way to ask for a mentor; only where pairs are. (L-O42, R-43) */
export async function pairsOnOverview(tx: Tx, ctx: Ctx, { site, regulation, subject }: ShownSite): Promise<OverviewPart> {
  const here = await pairsAt(tx, ctx, regulation)
  if (!here.on) return {}
  const sees = may(ctx, 'pair.list', subject)
  const [atWork, standing] = await Promise.all([
    sees ? pairsBy(tx, ctx, sql`g.site_id = ${site.id} and g.state = 'running'`).count() : 0,
    standingSite(tx, ctx, site.id),
  ])
  const isOpen = standing !== null && siteIsOpen(standing.standing, ctx.today).ok
  const asks = !sees && isOpen && may(ctx, 'pair.ask')
  if (!sees && !asks) return {}
  const at = { territory: ctx.territory.code, site: site.id }
  return {
    aside: (
      <Sheet title="Наставничество">
        <p class="govuk-body pl-small">
          {nb(sees ? workWords(atWork) : 'Здесь можно попросить наставника для своей цели. ')}
          {clauseLink(ctx, here.basis?.clause)}
        </p>
        {sees ? (
          <ButtonLink kind="secondary" small href={paths.sitePairs(at)}>
            Открыть пары
          </ButtonLink>
        ) : (
          <ButtonLink kind="secondary" small href={paths.newPair(at, { as: 'ask' })}>
            Попросить наставника
          </ButtonLink>
        )}
      </Sheet>
    ),
  }
}

const workWords = (count: number): string =>
  count === 0 ? 'Сейчас пар нет. ' : `${counted(count, 'пара работает', 'пары работают', 'пар работают')}. `
