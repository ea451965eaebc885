import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import { siteStanding } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import type { Programme } from './model.ts'
import { ownerApplication } from './ports.ts'

/**
 * Whether a programme may be written now: while its application is in the hands of its authors; once it belongs to a site, as long as
 * the site has its status and is not suspended.
 */
export async function mayBeWritten(
  tx: Tx,
  { territory, today }: Pick<Ctx, 'territory' | 'today'>,
  { siteId, applicationId }: Pick<Programme, 'siteId' | 'applicationId'>,
): Promise<Result<null>> {
  if (siteId !== null) {
    const standing = await siteStanding(tx, territory.id, siteId)
    return standing ? siteIsOpen(standing, today) : refuse({ code: 'notFound' })
  }
  return ownerApplication.only().mayBeWritten(tx, { territory }, applicationId!)
}
