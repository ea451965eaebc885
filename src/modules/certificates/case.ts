import type { Tx } from '../../db/pool.ts'
import type { CertificateRunId, SiteId } from '../../kernel/types.ts'
import { caseOf } from '../../kit/case.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { aboutSite, theSite } from '../sites/site-queries.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { siteIsNotSuspended } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'

/** A site that gives papers: also after its status is over, about what was held before. */
export const issuers = thing({
  param: 'site',
  sees: 'certificate.list',
  open: (tx, ctx, id: SiteId) => standingSite(tx, ctx, id),
  lock: (tx, ctx, id: SiteId) => theSite.lock(tx, ctx, id),
  concerns: (site, asked) => theSite.concerns(site, asked),
  standing: ({ standing }, today) => siteIsNotSuspended(standing, today),
})

/** A paper that was issued. Whoever holds it sees it, and the head of the school where they worked. */
export const certificates = caseOf({
  table: 'certificates',
  machine,
  param: 'certificate',
  sees: 'certificate.view',
  home: paths.certificate,
  around: aboutSite.around,
  concerns: ({ one: { siteId, personId, organisationId } }) => ({
    siteId,
    personIds: [personId],
    organisationIds: organisationId === null ? [] : [organisationId],
  }),
  standing: ({ site }, today) => siteIsNotSuspended(site.standing, today),
})
export type OpenCertificate = NonNullable<Awaited<ReturnType<typeof certificates.open>>>

/** A press that issues papers, with its site. */
async function openRun(tx: Tx, ctx: Where, id: CertificateRunId) {
  const run = await tx
    .selectFrom('certificateRuns')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .executeTakeFirst()
  const around = run && (await aboutSite.around(tx, ctx, run))
  return run && around ? { ...around, run } : null
}
export const runs = thing({
  param: 'run',
  sees: 'certificate.list',
  open: openRun,
  lock: openRun,
  concerns: ({ site }, asked) => theSite.concerns(site, asked),
})
export type OpenRun = NonNullable<Awaited<ReturnType<typeof openRun>>>
