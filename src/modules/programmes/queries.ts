import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, ProgrammeId, ProgrammeVersionId, RegulationId, SiteId } from '../../kernel/types.ts'
import { type Answer, silent } from '../../regulation/answer.ts'
import { basisOf } from '../../regulation/cite.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { stepsOf } from '../../regulation/work/steps.ts'
import type { ProcedureState } from '../procedures/model.ts'
import { passedOf, stateOfWay } from '../procedures/procedure-queries.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import { openUnder } from '../sites/term-queries.ts'
import type { ProgrammeContent, ProgrammeState } from './model.ts'
import { contentOf, idOfApplication, storedProgramme } from './store.ts'

type Where = Pick<Ctx, 'territory'>

/** A programme as others need it: its draft while there is one, else its newest fixed version. */
export type ShownProgramme = {
  readonly id: ProgrammeId
  readonly title: string
  readonly versionId: ProgrammeVersionId
  readonly number: number
  readonly state: ProgrammeState
  readonly content: ProgrammeContent
  /** The version of the record, for telling a conflict. */
  readonly version: number
}

/** The programme of an application; null when none has been started. */
export async function programmeOfApplication(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<ShownProgramme | null> {
  const id = await idOfApplication(tx, ctx, applicationId)
  return id === null ? null : shownProgramme(tx, ctx, id)
}

/** A programme by its id; null when the territory has none such. */
export async function shownProgramme(tx: Tx, ctx: Where, id: ProgrammeId): Promise<ShownProgramme | null> {
  const found = await storedProgramme(tx, ctx, id)
  if (!found) return null
  const { title, versionId, number, state, editVersion } = found.one
  return { ...{ id, title, versionId, number, state, version: editVersion }, content: await contentOf(tx, ctx, versionId) }
}

/** Programmes of a site, newest first: for its page. */
export async function programmesOfSite(
  tx: Tx,
  { territory }: Where,
  siteId: SiteId,
): Promise<readonly { id: ProgrammeId; title: string; number: number; state: ProgrammeState; way: ProcedureState | null }[]> {
  return tx
    .selectFrom('programmes as p')
    .innerJoin('programmeVersions as v', (join) =>
      join.onRef('v.territoryId', '=', 'p.territoryId').onRef('v.programmeId', '=', 'p.id'),
    )
    .distinctOn('p.id')
    .select(['p.id', 'p.title', 'v.number', 'v.state', stateOfWay('v').as('way')])
    .where('p.territoryId', '=', territory.id)
    .where('p.siteId', '=', siteId)
    .orderBy('p.id', 'desc')
    .orderBy('v.number', 'desc')
    .execute()
}

/** A fixed version of a programme of a site, and how far its agreement has come; null: it was never sent. */
export type FixedProgramme = {
  readonly id: ProgrammeId
  readonly versionId: ProgrammeVersionId
  readonly siteId: SiteId
  readonly title: string
  readonly way: ProcedureState | null
}

/** The newest fixed versions of the programmes of these sites. */
export const fixedProgrammes = (tx: Tx, ctx: Where, siteIds: readonly SiteId[]) => programmesBy(tx, ctx, siteIds, newest)

/** The versions by which these sites teach: while the newest one waits for agreement, the one that was agreed before it. */
export const workingProgrammes = (tx: Tx, ctx: Where, siteIds: readonly SiteId[]) => programmesBy(tx, ctx, siteIds, working)

const newest = sql`p.id, v.number desc`
const working = sql`p.id, coalesce(${stateOfWay('v')} = 'passed', false) desc, v.number desc`

async function programmesBy(
  tx: Tx,
  { territory }: Where,
  siteIds: readonly SiteId[],
  order: RawBuilder<unknown>,
): Promise<readonly FixedProgramme[]> {
  const { rows } = await sql<FixedProgramme>`
    select distinct on (p.id) p.id, v.id as version_id, p.site_id, p.title, ${stateOfWay('v')} as way
    from programmes p join programme_versions v on v.territory_id = p.territory_id and v.programme_id = p.id and v.state = 'fixed'
    where p.territory_id = ${territory.id} and p.site_id = any(${siteIds}::uuid[]) order by ${order}`.execute(tx)
  return rows
}

/** Versions by their ids: which of its programme each is, and what it says. */
export async function versionsByIds(tx: Tx, { territory }: Where, ids: readonly ProgrammeVersionId[]) {
  const rows = await tx
    .selectFrom('programmeVersions')
    .select(['id', 'number', 'content'])
    .where('territoryId', '=', territory.id)
    .where('id', '=', sql<ProgrammeVersionId>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...version }) => [id, version]))
}

/** Where programmes are looked for: at sites under these regulations, of which by some nobody has to agree a programme. */
type Offering = {
  readonly under: readonly RegulationId[]
  readonly unasked: readonly RegulationId[]
  readonly notOf: readonly SiteId[]
  readonly most: number
}

type Offered = FixedProgramme & { readonly siteName: string }

/**
 * The first so many programmes by which open sites other than these teach: agreed, where their regulation lets somebody agree them. Looked for from what is
 * agreed, by an index of that; of a thousand programmes, none of which is, each was looked at.
 */
export async function agreedProgrammes(tx: Tx, ctx: Where & Pick<Ctx, 'today'>, offering: Offering): Promise<readonly Offered[]> {
  const [asked, unasked] = [
    offering.under.filter((id) => !offering.unasked.includes(id)),
    offering.under.filter((id) => offering.unasked.includes(id)),
  ]
  const found = await Promise.all([
    asked.length > 0 ? firstOf(tx, ctx, { ...offering, under: asked }, agreed(ctx, offering)) : [],
    unasked.length > 0 ? firstOf(tx, ctx, { ...offering, under: unasked }, fixed(ctx, offering)) : [],
  ])
  return found
    .flat()
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, offering.most)
}

/** Of programmes in the order of their ids the first so many whose site is open under such a regulation: it is asked about one after another. */
async function firstOf(
  tx: Tx,
  ctx: Where & Pick<Ctx, 'today'>,
  { under, most }: Offering,
  from: RawBuilder<unknown>,
): Promise<readonly Offered[]> {
  const { rows } = await sql<Offered>`
    select f.id, f.version_id, f.site_id, f.title, f.way, ${nameOfSite(ctx, sql`f.site_id`)} as site_name from (${from}) f
    where ${openUnder(ctx)(sql`f.site_id`)} = any(${[...under]}::uuid[]) order by f.id limit ${most}`.execute(tx)
  return rows
}

/** Programmes with the newest version of each that was agreed. */
const agreed = ({ territory }: Where, { notOf }: Offering) => sql`
  select distinct on (p.id) p.id, v.id as version_id, p.site_id, p.title, 'passed' as way from ${passedOf({ territory }, 'programme')} passed
  join programme_versions v on v.territory_id = ${territory.id} and v.id = passed.subject_id and v.state = 'fixed'
  join programmes p on p.territory_id = v.territory_id and p.id = v.programme_id
  where p.site_id <> all(${[...notOf]}::uuid[])
  order by p.id, v.number desc`

/** Programmes with the version of each by which its site teaches. */
const fixed = ({ territory }: Where, { notOf }: Offering) => sql`
  select p.id, v.version_id, p.site_id, p.title, v.way from programmes p cross join lateral (
    select v.id as version_id, ${stateOfWay('v')} as way from programme_versions v
    where v.territory_id = p.territory_id and v.programme_id = p.id and v.state = 'fixed'
    order by coalesce(${stateOfWay('v')} = 'passed', false) desc, v.number desc limit 1) v
  where p.territory_id = ${territory.id} and p.site_id <> all(${[...notOf]}::uuid[])`

/** What a version says that never changes. */
export const contentOfVersion = (tx: Tx, ctx: Where, id: ProgrammeVersionId): Promise<ProgrammeContent> => contentOf(tx, ctx, id)

type OfProgramme = { readonly territory: RawBuilder<unknown>; readonly programme: RawBuilder<unknown> }

/** Whether the version that this column names never changes, and is one of that programme. */
export const isFixedVersion = (version: RawBuilder<unknown>, { territory, programme }: OfProgramme) =>
  sql<boolean>`exists (select from programme_versions kept where kept.territory_id = ${territory} and kept.id = ${version} and kept.programme_id = ${programme} and kept.state = 'fixed')`

/** Whether the version that this column names asks for anything before its paper; what of it is still there `completionOf` says. (X-T1) */
export const hasConditions = (territory: RawBuilder<unknown>, version: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from programme_versions asking where asking.territory_id = ${territory} and asking.id = ${version}
    and (asking.content #>> '{completion,hours}' is not null or asking.content #>> '{completion,share}' is not null
      or asking.content #> '{completion,sessions}' <> '[]' or asking.content #> '{completion,tryOuts}' <> '[]'
      or asking.content #>> '{completion,exit}' = 'true'))`

/** The title of the programme that this column names, for a query of another module. */
export const titleOfProgramme = ({ territory }: Where, programme: RawBuilder<unknown>) =>
  sql<string>`(select titled.title from programmes titled where titled.territory_id = ${territory.id} and titled.id = ${programme})`

/** Whether trainees may be taken by the programme of a site: agreed where the regulation lets somebody agree it, always where it is silent. */
export async function programmeAgreed(tx: Tx, ctx: Where, siteId: SiteId, regulation: Regulation): Promise<Answer<boolean>> {
  const [step] = stepsOf(regulation, 'programme')
  if (!step) return silent(true)
  const programmes = await workingProgrammes(tx, ctx, [siteId])
  return { value: programmes.some(({ way }) => way === 'passed'), basis: basisOf(regulation, step.clause) }
}
