import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { port } from '../../kernel/port.ts'
import type { Day, SiteId } from '../../kernel/types.ts'
import type { EffectProps } from '../../kit/order/effect-props.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Site } from './queries.ts'

/** A site with the regulation under which it began, as its pages are shown to somebody. */
export type ShownSite = { readonly site: Site; readonly regulation: Regulation; readonly subject: Subject }
type PartOf<Part> = (tx: Tx, ctx: Ctx, shown: ShownSite) => Promise<Part>

/** What a grant may rest on besides itself, as a field under its others in the editor of an order. */
export const grantFields = port<(props: EffectProps) => JSX.Element | null>('grantFields')

/** What a module adds to the first page of a site: deeds beside the name, sheets above and below the schools, sheets at the side. */
export type OverviewPart = {
  readonly deeds?: JSX.Element
  readonly above?: JSX.Element
  readonly below?: JSX.Element
  readonly aside?: JSX.Element
}
export const siteOverview = port<PartOf<OverviewPart>>('siteOverview')

/** What a module has to say of sites in their register: what is missing before something may begin. */
export const siteRemarks = port<(tx: Tx, ctx: Ctx) => Promise<ReadonlyMap<SiteId, string>>>('siteRemarks')

/** How steps of one day in the life of a status follow each other: a case comes before the order that decides it. */
export const course = [
  'call',
  'application',
  'granted',
  'contract',
  'case',
  'submission',
  'dropped',
  'extended',
  'suspended',
  'resumed',
  'terminated',
  'over',
] as const

/** A step of the life of a status, on its day, with what it can be read in. */
export type LifeStep = {
  readonly what: (typeof course)[number]
  readonly on: Day
  readonly title: string
  readonly more: string | null
  readonly link: { readonly href: string; readonly label: string } | null
  /** A deed of an office or of two parties, not a paper on the way. */
  readonly act: boolean
}

/** What a module adds to the page of a status: its steps, what may be done next, a sheet of its own. */
export type StatusPart = {
  readonly steps: readonly LifeStep[]
  readonly next?: {
    readonly lines?: readonly JSX.Element[]
    readonly buttons?: readonly JSX.Element[]
    readonly nothing?: string
  }
  readonly aside?: JSX.Element
}
export const siteStatus = port<PartOf<StatusPart>>('siteStatus')

/** Sites whose order is revoked before their first day are forgotten: what hangs on them goes first. */
export const sitesForgotten = port<(tx: Tx, ctx: Ctx, ids: readonly SiteId[]) => Promise<void>>('sitesForgotten')

/** A status ends with a day, whatever ended it: what cannot outlast it ends in the same transaction. */
export const siteEnds = port<(tx: Tx, ctx: Ctx, given: { siteId: SiteId; on: Day }) => Promise<readonly Fact[]>>('siteEnds')

/** Deletes what a table holds of such sites. */
export const forgetting =
  (table: 'contracts' | 'registerActivities' | 'traineeships') =>
  async (tx: Tx, ctx: Ctx, siteIds: readonly SiteId[]): Promise<void> => {
    await tx
      .deleteFrom(table)
      .where('territoryId', '=', ctx.territory.id)
      .where('siteId', 'in', [...siteIds])
      .execute()
  }
