import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import { inBatches } from '../../../db/in-batches.ts'
import type { Tx } from '../../../db/pool.ts'
import { guessableWords } from '../../../db/words.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { type NameParts, withInitials } from '../../../kernel/names.ts'
import { type FormerName, nameOn, namesDuring } from '../../../kernel/names-in-time.ts'
import type { Day, OrderId, OrganisationId, PersonId, RegulationLineId, SiteId } from '../../../kernel/types.ts'
import { type ActKind, numberedAct } from '../../../regulation/acts.ts'
import { formerNamesOfOrganisation } from '../../organisations/name-queries.ts'
import { formerNamesOfPerson } from '../../people/name-queries.ts'
import { inNumbersOf, joined, type PartnerStep, partnerSteps } from '../rules.ts'

type HostNames = { fullName: string; shortName: string }

type Source = {
  siteId: SiteId
  lineId: RegulationLineId
  theme: string
  direction: string | null
  startsOn: Day
  endsOn: Day | null
  orderId: OrderId
  orderKind: ActKind
  orderNumber: string
  orderSignedOn: Day
  orderPoint: string
  orderPublished: boolean
  endOrderKind: ActKind | null
  endOrderNumber: string | null
  endOrderSignedOn: Day | null
  endPoint: string | null
  organisations: (HostNames & { settlement: string | null; kind: string; former: FormerName<HostNames>[] })[]
  heads: { from: Day; to: Day | null; name: NameParts; former: FormerName<NameParts>[] }[]
  attachments: { organisationId: OrganisationId; from: Day; to: Day | null }[]
  suspensions: {
    from: Day
    to: Day | null
    kind: ActKind
    number: string
    signedOn: Day
    point: string
  }[]
}

/** Writes what the public register says of these sites anew, in the transaction that changed them. Call it when the order has its number. */
export async function refreshRegisterEntries(tx: Tx, ctx: Ctx, siteIds: readonly SiteId[]): Promise<void> {
  const ids = [...new Set(siteIds)]
  if (ids.length === 0) return
  const entries = (await sourcesOf(tx, ctx, ids)).map((source) => entryOf(ctx, source))
  await inBatches(entries, (rows) =>
    tx
      .insertInto('registerEntries')
      .values(rows)
      .onConflict((on) => on.columns(['territoryId', 'siteId']).doUpdateSet(writtenAnew(rows[0]!)))
      .execute(),
  )
  await learnWords(tx, entries)
}

/** Adds the words that the search compares typing errors with; in one order, so that two signings never wait for each other in a ring. */
async function learnWords(tx: Tx, entries: readonly ReturnType<typeof entryOf>[]): Promise<void> {
  const words = entries.flatMap((entry) =>
    guessableWords(
      [
        entry.organisationName,
        entry.shortName,
        entry.theme,
        entry.direction,
        entry.settlements,
        entry.territoryName,
        entry.formerWords,
      ].join(' '),
    ),
  )
  await sql`insert into register_words (word)
    select new.word from unnest(${[...new Set(words)].sort()}::text[]) as new (word)
      where not exists (select 1 from register_words known where known.word = new.word)
    on conflict do nothing`.execute(tx)
}

/** The same for every site an order gave or ended; for when the order is published. */
export async function refreshRegisterOfOrder(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<void> {
  const sites = await tx
    .selectFrom('sites')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where((or) => or.or([or('orderId', '=', orderId), or('endedByOrderId', '=', orderId)]))
    .execute()
  await refreshRegisterEntries(
    tx,
    ctx,
    sites.map((site) => site.id),
  )
}

/** The same for the sites whose line may name this person as the head. */
export async function refreshRegisterOfPerson(tx: Tx, ctx: Ctx, personId: PersonId): Promise<void> {
  const rows = await tx
    .selectFrom('appointments')
    .select('siteId')
    .where((is) => is.and({ territoryId: ctx.territory.id, personId, kind: 'head' }))
    .where('siteId', 'is not', null)
    .execute()
  await refreshRegisterEntries(
    tx,
    ctx,
    rows.flatMap((row) => row.siteId ?? []),
  )
}

/** The same for the sites of this organisation. */
export async function refreshRegisterOfOrganisation(tx: Tx, ctx: Ctx, organisationId: OrganisationId): Promise<void> {
  const rows = await tx
    .selectFrom('siteOrganisations')
    .select('siteId')
    .where((is) => is.and({ territoryId: ctx.territory.id, organisationId }))
    .execute()
  await refreshRegisterEntries(
    tx,
    ctx,
    rows.map((row) => row.siteId),
  )
}

/** `column = excluded.column` for everything but the key. */
function writtenAnew(row: ReturnType<typeof entryOf>) {
  const columns = Object.keys(row).filter((name) => name !== 'territoryId' && name !== 'siteId')
  return Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)]))
}

function entryOf(ctx: Ctx, source: Source) {
  const { organisations, attachments, suspensions, heads, endOrderKind, endOrderNumber, endOrderSignedOn, endPoint, ...asItIs } =
    source
  const settlements = [...new Set(organisations.flatMap((one) => one.settlement ?? []))]
  const steps: PartnerStep[] = partnerSteps(attachments).map(inNumbersOf)
  return {
    ...asItIs,
    territoryId: ctx.territory.id,
    territoryCode: ctx.territory.code,
    territoryName: ctx.territory.shortName,
    organisationName: joined(organisations.map((one) => one.fullName)),
    fullNames: organisations.map((one) => one.fullName),
    shortName: joined(organisations.map((one) => one.shortName)),
    settlements: settlements.join(', '),
    kinds: [...new Set(organisations.map((one) => one.kind))],
    heads: JSON.stringify(
      heads.flatMap((one) =>
        namesDuring(one, one.former, one.name).map((piece) => ({ ...piece, name: withInitials(piece.name) })),
      ),
    ),
    formerNames: JSON.stringify(formerNamesOf(organisations)),
    formerWords: organisations.flatMap(({ former }) => former.flatMap(({ name }) => [name.fullName, name.shortName])).join(' '),
    endOrder:
      endOrderKind && endOrderNumber && endOrderSignedOn
        ? `${numberedAct(endOrderKind, endOrderNumber)} от ${shortDate(endOrderSignedOn)}, п.\u00a0${endPoint}`
        : null,
    partners: JSON.stringify(steps),
    suspensions: JSON.stringify(
      suspensions.map(({ from, to, kind, number, signedOn, point }) => ({
        from,
        to,
        order: `${numberedAct(kind, number)} от ${shortDate(signedOn)}, п.\u00a0${point}`,
      })),
    ),
    updatedAt: ctx.now,
  }
}

/** What the site was called until each day on which one of its organisations changed the name. */
function formerNamesOf(organisations: Source['organisations']) {
  const days = new Set(organisations.flatMap(({ former }) => former.map(({ until }) => until)))
  return [...days].sort().map((until) => {
    const names = organisations.map(({ former, ...now }) => nameOn<HostNames>(former, now, until))
    return {
      until,
      shortName: joined(names.map((one) => one.shortName)),
      organisationName: joined(names.map((one) => one.fullName)),
      fullNames: names.map((one) => one.fullName),
    }
  })
}

/**
 * The direction is said in the words of the regulation. Heads are those whom orders named: whoever was appointed without an order is
 * not in the public register.
 */
async function sourcesOf(tx: Tx, ctx: Ctx, ids: readonly SiteId[]): Promise<Source[]> {
  const territoryId = ctx.territory.id
  const { rows } = await sql<Source>`
    select s.id as site_id, r.line_id, s.theme, s.starts_on, s.ends_on, s.order_id, s.point_number as order_point,
      coalesce((select d ->> 'label' from jsonb_array_elements(r.document -> 'directions' -> 'list') d
        where d ->> 'code' = s.direction limit 1), s.direction) as direction,
      o.kind as order_kind, o.number_text as order_number, o.signed_on as order_signed_on, o.published_at is not null as order_published,
      e.kind as end_order_kind, e.number_text as end_order_number, e.signed_on as end_order_signed_on, s.ended_by_point as end_point,
      (select json_agg(json_build_object('fullName', g.full_name, 'shortName', g.short_name, 'settlement', g.settlement, 'kind', g.kind,
          'former', ${formerNamesOfOrganisation(sql`g`)}) order by so.position)
        from site_organisations so join organisations g on g.territory_id = so.territory_id and g.id = so.organisation_id
        where so.territory_id = s.territory_id and so.site_id = s.id) as organisations,
      coalesce((select json_agg(json_build_object('from', a.starts_on, 'to', a.ends_on, 'former', ${formerNamesOfPerson(sql`p`)},
          'name', json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic)) order by a.starts_on)
        from appointments a join people p on p.territory_id = a.territory_id and p.id = a.person_id
        where a.territory_id = s.territory_id and a.site_id = s.id and a.kind = 'head' and a.order_id is not null), '[]') as heads,
      coalesce((select json_agg(json_build_object('organisationId', a.organisation_id, 'from', a.starts_on, 'to', a.ends_on))
        from attachments a where a.territory_id = s.territory_id and a.site_id = s.id), '[]') as attachments,
      coalesce((select json_agg(json_build_object('from', p.starts_on, 'to', p.ends_on, 'kind', po.kind, 'number', po.number_text,
          'signedOn', po.signed_on, 'point', p.point_number) order by p.starts_on)
        from suspensions p join orders po on po.territory_id = p.territory_id and po.id = p.order_id
        where p.territory_id = s.territory_id and p.site_id = s.id), '[]') as suspensions
    from sites s
      join regulations r on r.territory_id = s.territory_id and r.id = s.regulation_id
      join orders o on o.territory_id = s.territory_id and o.id = s.order_id
      left join orders e on e.territory_id = s.territory_id and e.id = s.ended_by_order_id
    where s.territory_id = ${territoryId} and s.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}
