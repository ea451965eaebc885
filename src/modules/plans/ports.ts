import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { port } from '../../kernel/port.ts'
import type { Day, PlanId, SiteId } from '../../kernel/types.ts'
import type { CameFrom } from './model.ts'

type OfLine<Part> = (tx: Tx, ctx: Ctx, planId: PlanId, lineKey: string) => Promise<Part | null>

/** A sheet on the page of a line of a plan in force. */
export const linePart = port<OfLine<JSX.Element>>('linePart')

/** How many people came by the lists kept of a line, from where, and whether some of them are still open; null where none are kept. Then nobody types the number. */
export const lineCounts =
  port<OfLine<{ readonly people: number; readonly cameFrom: CameFrom | null; readonly open: boolean }>>('lineCounts')

/** A status ends after a day: what was planned by the plan for later days is called off in the same transaction. */
export const callingOff =
  port<(tx: Tx, ctx: Ctx, given: { siteId: SiteId; after: Day; note: string }) => Promise<readonly Fact[]>>('callingOff')
