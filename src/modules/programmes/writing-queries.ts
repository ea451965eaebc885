import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { siteStanding } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import type { Programme } from './model.ts'

/** States in which an application, and with it its programme, is written. */
const writable = ['draft', 'returned']

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
  const application = await tx
    .selectFrom('applications')
    .select('state')
    .where('territoryId', '=', territory.id)
    .where('id', '=', applicationId)
    .executeTakeFirst()
  if (!application) return refuse({ code: 'notFound' })
  return writable.includes(application.state)
    ? ok(null)
    : refuse({ code: 'illegalMove', from: application.state, action: 'change' })
}
