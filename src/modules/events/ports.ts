import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { OpenEvent } from './case.ts'

/** An event that has been, with its site. */
export type HeldEvent = Pick<OpenEvent, 'one' | 'site'>

/** A sheet beside a closed event. */
export const eventPart = port<(tx: Tx, ctx: Ctx, opened: HeldEvent) => Promise<JSX.Element | null>>('eventPart')

/** A sheet of a person's own page: what another module has of this person alone. */
export const myPart = port<(tx: Tx, ctx: Ctx) => Promise<JSX.Element | null>>('myPart')
