import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { OrderId, RegulationId, RegulationLineId, SiteId } from '../../kernel/types.ts'
import type { Basis } from '../../regulation/cite.ts'
import type { Regulation } from '../../regulation/schema.ts'

/** An order that is to approve an edition and is not signed yet. While it waits for its signature the text stays what the signatory reads. */
export type Approval = { readonly orderId: OrderId; readonly awaitsSignature: boolean }
export const approvalBegun =
  port<(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: RegulationId) => Promise<Approval | null>>('approvals that are begun')

/** A limit that what stands today is already beyond, and the sites it is about. */
export type Beyond = {
  readonly text: string
  readonly basis: Basis
  readonly sites: readonly { readonly id: SiteId; readonly name: string }[]
}
/** An edition, and whose it is: the limits of a line count its own sites. */
export type EditionOf = { readonly regulation: Regulation; readonly lineId: RegulationLineId }
export const beyondLimits =
  port<(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, edition: EditionOf) => Promise<readonly Beyond[]>>(
    'what stands beyond limits',
  )

/** The codes of the bodies of the regulation that have an office here. */
export const bodiesWithOffice =
  port<(tx: Tx, ctx: Pick<Ctx, 'territory'>) => Promise<ReadonlySet<string>>>('bodies with an office')

/** What has begun under an edition of a line and is finished under it, whatever comes into force meanwhile: how many, in words, and where they are. */
export type Stays = { readonly count: number; readonly words: string; readonly until: string; readonly href: string }
export const staysUnder =
  port<(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today' | 'now'>, lineId: RegulationLineId) => Promise<Stays>>(
    'what stays under its edition',
  )
