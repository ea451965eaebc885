import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { instantOf, localTime } from '../../kernel/clock.ts'
import { addDays } from '../../kernel/dates.ts'
import { signatureName } from '../../kernel/names.ts'
import type { CertificateRunId, Period, PersonId, SiteId, TerritoryId } from '../../kernel/types.ts'
import { down } from '../../kit/list/keys.ts'
import { siteWord } from '../../regulation/parties/questions.ts'
import { attendedBy, peopleAtSites, wasPresent } from '../events/queries.ts'
import { academicHours } from '../events/rules.ts'
import { organisationChoices, staffOn } from '../organisations/queries.ts'
import { type RowOf, rowsOfSites } from '../sites/site-queries.ts'
import { type StandingSite, tellsActivity } from '../sites/standing-queries.ts'
import { hoursGivenIn } from '../traineeships/queries.ts'
import type { Extent, Ready, Shared, Sort } from './model.ts'
import { readyFrom } from './rules.ts'

type Where = Pick<Ctx, 'territory'>
type Of = { readonly territory: { readonly id: TerritoryId } }

/** Papers of the territory by a condition on `c` (the paper) and `e` (its site in the register). */
export const certificatesBy = rowsOfSites('certificates', [
  ...(['id', 'siteId', 'runId', 'personId', 'organisationId', 'number', 'year', 'sort', 'kind', 'hours', 'startsOn'] as const),
  ...(['endsOn', 'issuedOn', 'state', 'revokedOn', 'printed', 'code'] as const),
])
export type CertificateRow = RowOf<typeof certificatesBy>

/** Attendance that stands on no paper that holds, of `p` (the place) at `e` (the event). */
const uncertified = sql`not exists (select from certified_events done where done.territory_id = p.territory_id
  and done.event_id = p.event_id and done.person_id = p.person_id)`

/** Who is ready for a paper: all, or those of `people`. */
export async function readyOf(tx: Tx, { territory }: Where, of: Extent, people?: readonly PersonId[]): Promise<Ready[]> {
  const start = (day: string) => instantOf(day, '00:00:00', territory.timeZone)
  const when =
    of.eventId === null
      ? sql`e.starts_at >= ${start(of.startsOn)} and e.starts_at < ${start(addDays(of.endsOn, 1))}`
      : sql`e.id = ${of.eventId}`
  const who = people ? sql`p.person_id = any(${[...people]}::uuid[])` : sql`true`
  const found = await attendedBy(tx, { territory }, sql`e.site_id = ${of.siteId} and ${when} and ${who} and ${uncertified}`)
  return readyFrom(
    found.map((one) => ({ ...one, day: localTime(one.startsAt, territory.timeZone).day, hours: academicHours(one) })),
  )
}

/** Papers are spoken of for so many days after the event. */
const spokenOf = 365

/** How many people of each of these sites are ready for a paper. */
export const readyAtSites = (tx: Tx, ctx: Pick<Ctx, 'territory' | 'now' | 'today'>, sites: readonly SiteId[]) =>
  peopleAtSites(
    tx,
    ctx,
    sql`e.site_id = any(${[...sites]}::uuid[]) and e.starts_at > ${new Date(ctx.now.getTime() - spokenOf * 86_400_000)} and ${uncertified}`,
  )

/** What the papers of a press share; null where the organisation has no head to sign them. */
export async function sharedOf(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, site: StandingSite): Promise<Shared | null> {
  const [issuer] = site.hosts
  if (!issuer) return null
  const [head] = await staffOn(tx, ctx, issuer.id, { on: ctx.today, most: 1 })
  if (head?.kind !== 'head') return null
  const counted = await tellsActivity(tx, ctx, site.id)
  return {
    issuerId: issuer.id,
    issuer: issuer.fullName,
    signatory: { post: head.title, name: signatureName(head) },
    siteWord: siteWord(site.regulation),
    theme: site.theme,
    counted,
  }
}

/** How many papers of a site hold, and how many were revoked. */
export const countsOf = (tx: Tx, { territory }: Of, siteId: SiteId) =>
  oneRow(
    tx,
    sql<{ issued: number; revoked: number }>`select (count(*) filter (where state = 'issued'))::int as issued,
      (count(*) filter (where state = 'revoked'))::int as revoked from certificates where territory_id = ${territory.id} and site_id = ${siteId}`,
  )

/** The papers of a press, by their numbers. */
export const certificatesOfRun = (tx: Tx, ctx: Where, runId: CertificateRunId) =>
  certificatesBy(tx, ctx, { where: sql`c.run_id = ${runId}`, order: byNumber })

export const byNumber = [sql`c.year`, sql`c.number`, sql`c.id`]
export const newestFirst = [down(sql`c.year`), down(sql`c.number`), sql`c.id`]

/** Papers of these sites that hold although their holder has since been taken off the list of an event they count: those about a programme by their hours too. */
export const papersOfAbsent = (tx: Tx, { territory }: Where, sites: readonly SiteId[]) =>
  certificatesBy(
    tx,
    { territory },
    {
      where: sql`c.state = 'issued' and c.site_id = any(${[...sites]}::uuid[]) and (exists (select from certified_events done
        where done.territory_id = c.territory_id and done.certificate_id = c.id
          and not ${wasPresent({ territory }, sql`done.event_id`, sql`done.person_id`)})
        or c.sort = 'completion' and ${hoursGivenIn({ territory }, sql`c.traineeship_id`)} < c.hours)`,
      order: byNumber,
    },
  )

/** Organisations whose people have papers of a site, by name. */
export const schoolsOfPapers = (tx: Tx, ctx: Where, siteId: SiteId) =>
  once(tx, `schools of papers of ${siteId}`, async () => {
    const found = await tx
      .selectFrom('certificates')
      .select('organisationId')
      .distinct()
      .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
      .where('organisationId', 'is not', null)
      .execute()
    return organisationChoices(
      tx,
      ctx,
      found.flatMap(({ organisationId }) => organisationId ?? []),
    )
  })

type Issued = { readonly count: number; readonly hours: number }

/** How many papers of a site were issued in these days and hold, and the hours on them: together, and of each sort by itself. */
export async function issuedWithin(tx: Tx, { territory }: Of, siteId: SiteId, { from, to }: Period) {
  const { rows } = await sql<
    Issued & { sort: Sort }
  >`select sort, count(*)::int as count, coalesce(sum(hours), 0)::real as hours from certificates
      where territory_id = ${territory.id} and site_id = ${siteId} and state = 'issued' and issued_on >= ${from} and issued_on <= coalesce(${to}::date, issued_on)
      group by sort`.execute(tx)
  const of = (sort: Sort): Issued => {
    const found = rows.find((row) => row.sort === sort)
    return { count: found?.count ?? 0, hours: found?.hours ?? 0 }
  }
  const [participation, completion] = [of('participation'), of('completion')]
  return {
    count: participation.count + completion.count,
    hours: participation.hours + completion.hours,
    participation,
    completion,
  }
}

/** How many papers that hold the public page of a site counts. */
export async function publicPapers(tx: Tx, siteId: SiteId): Promise<number> {
  const { issued } = await oneRow(
    tx,
    sql<{
      issued: number
    }>`select count(*)::int as issued from published_certificates where site_id = ${siteId} and revoked_on is null`,
  )
  return issued
}
