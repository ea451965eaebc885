import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import type { ApplicationId, CallId, Instant } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'
import type { LifeStep, ShownSite, StatusPart } from '../sites/ports.ts'

/** The application a status came from, and the call it was sent to. */
export async function applicationOfSite(tx: Tx, ctx: Ctx, { site, subject }: ShownSite): Promise<StatusPart> {
  const { rows } = await sql<{
    applicationId: ApplicationId
    number: number | null
    submittedAt: Instant | null
    callId: CallId | null
    title: string | null
    opensAt: Instant | null
  }>`
    select a.id as application_id, a.number, a.submitted_at, c.id as call_id, c.title, c.opens_at
    from applications a left join calls c on c.territory_id = a.territory_id and c.id = a.call_id
    where a.territory_id = ${ctx.territory.id} and a.site_id = ${site.id}`.execute(tx)
  const territory = ctx.territory.code
  const day = (at: Instant) => localTime(at, ctx.territory.timeZone).day
  const sees = may(ctx, 'application.view', subject)
  const steps = rows.flatMap(({ applicationId, number, submittedAt, callId, title, opensAt }): LifeStep[] => {
    const toCall = callId && { href: paths.call({ territory, call: callId }), label: 'Открыть приём' }
    const toIt = sees ? { href: paths.application({ territory, application: applicationId }), label: 'Открыть заявку' } : null
    const name = number === null ? 'Подана заявка' : `Подана заявка № ${number}`
    return [
      ...(toCall && title && opensAt
        ? [{ what: 'call', on: day(opensAt), title: 'Объявлен приём заявок', more: title, link: toCall, act: true } as const]
        : []),
      ...(submittedAt
        ? [{ what: 'application', on: day(submittedAt), title: name, more: null, link: toIt, act: false } as const]
        : []),
    ]
  })
  return { steps }
}
