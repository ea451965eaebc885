import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { counted } from '../../kernel/plural.ts'
import { workingGroups } from '../../regulation/people/questions.ts'
import { nb } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import { clauseLink } from '../regulation/clause-links.tsx'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import { paths } from './paths.ts'
import { groupsBy } from './queries.ts'

/** On the first page of a site: how many groups work there, for whoever may see them, where the paper forms groups. (L-31g) */
export async function groupsOnOverview(tx: Tx, ctx: Ctx, { site, regulation, subject }: ShownSite): Promise<OverviewPart> {
  const { value, basis } = workingGroups(regulation)
  if (value === null || !may(ctx, 'group.list', subject)) return {}
  const atWork = await groupsBy(tx, ctx, sql`g.site_id = ${site.id} and g.state = 'atWork'`).count()
  return {
    aside: (
      <Sheet title="Рабочие группы">
        <p class="govuk-body pl-small">
          {nb(
            atWork === 0 ? 'Сейчас групп нет. ' : `${counted(atWork, 'группа работает', 'группы работают', 'групп работают')}. `,
          )}
          {clauseLink(ctx, basis?.clause)}
        </p>
        <ButtonLink kind="secondary" small href={paths.siteGroups({ territory: ctx.territory.code, site: site.id })}>
          Открыть группы
        </ButtonLink>
      </Sheet>
    ),
  }
}
