import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { SiteId } from '../../kernel/types.ts'
import { stepsOf } from '../../regulation/work/steps.ts'
import { nb, RowList, TextLink } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { paths } from '../../web/paths.ts'
import { clauseLink } from '../regulation/clause-links.tsx'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import { sitesAtWork } from '../sites/term-queries.ts'
import { fixedProgrammes, programmeAgreed, workingProgrammes } from './queries.ts'
import { wayWord } from './wording.ts'

const missing = 'До стажёров нужна согласованная программа'

/** Whether the programme of a site is agreed, on its first page; nothing where the regulation lets nobody agree it. */
export async function programmeOnOverview(tx: Tx, ctx: Ctx, { site, regulation, subject }: ShownSite): Promise<OverviewPart> {
  const { value: isAgreed, basis } = await programmeAgreed(tx, ctx, site.id, regulation)
  if (basis === null || !may(ctx, 'programme.view', subject)) return {}
  const programmes = await fixedProgrammes(tx, ctx, [site.id])
  const at = { territory: ctx.territory.code, site: site.id }
  const all = (
    <a class="govuk-link pl-small" href={paths.siteProgrammes(at)}>
      Все программы
    </a>
  )
  return {
    aside: (
      <Sheet title="Программа" aside={all}>
        {!isAgreed && (
          <p class="govuk-body pl-small">
            {nb(`${missing}. `)}
            {clauseLink(ctx, basis.clause)}
          </p>
        )}
        <RowList
          small
          rows={programmes.map(({ id, title, way }) => (
            <p>
              <TextLink href={paths.programme({ ...at, programme: id })}>{title}</TextLink>
              {`: ${wayWord(way).toLowerCase()}`}
            </p>
          ))}
        />
      </Sheet>
    ),
  }
}

/** Sites whose regulation lets somebody agree their programme and that have none agreed, for the register of sites. */
export async function notAgreed(tx: Tx, ctx: Ctx): Promise<ReadonlyMap<SiteId, string>> {
  const asked = (await sitesAtWork(tx, ctx, null)).filter(({ regulation }) => stepsOf(regulation, 'programme').length > 0)
  if (asked.length === 0) return new Map()
  const ids = asked.map(({ id }) => id)
  const agreed = new Set(
    (await workingProgrammes(tx, ctx, ids)).filter(({ way }) => way === 'passed').map(({ siteId }) => siteId),
  )
  return new Map(ids.filter((id) => !agreed.has(id)).map((id) => [id, 'программа не согласована']))
}
