import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { PersonId } from '../../kernel/types.ts'

/** A sheet beside what one person lacks: what is done about it. Shown to whoever may see the deficits. */
export const personPart = port<(tx: Tx, ctx: Ctx, personId: PersonId) => Promise<JSX.Element | null>>('personPart')
