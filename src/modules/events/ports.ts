import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { OpenEvent } from './case.ts'

/** An event that has been, with its site. */
export type HeldEvent = Pick<OpenEvent, 'one' | 'site'>

/** A sheet beside a closed event. */
export const eventPart = port<(tx: Tx, ctx: Ctx, opened: HeldEvent) => Promise<JSX.Element | null>>('eventPart')

/** An event on its page, and whether whoever looks holds it. */
export type ShownEvent = Pick<OpenEvent, 'one' | 'site'> & { readonly runs: boolean }

/** A sheet under what is said of an event, whenever it is. */
export const aboutEvent = port<(tx: Tx, ctx: Ctx, shown: ShownEvent) => Promise<JSX.Element | null>>('aboutEvent')

/** A sheet of a person's own page: what another module has of this person alone. */
export const myPart = port<(tx: Tx, ctx: Ctx) => Promise<JSX.Element | null>>('myPart')
