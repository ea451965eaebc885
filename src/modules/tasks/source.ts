import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { StoredRegulation } from '../regulation/queries.ts'
import type { Task } from './model.ts'

/** Everything a source of tasks may ask. */
export type Asking = { readonly tx: Tx; readonly ctx: Ctx; readonly stored: StoredRegulation | null }
export type Source = (asking: Asking) => Promise<Task[]>

/** One source never floods the page. */
export const mostOfOneSource = 50
