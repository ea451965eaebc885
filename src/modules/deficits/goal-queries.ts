import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { DeficitId, PersonId } from '../../kernel/types.ts'
import { type Competence, labelOf } from './framework.ts'
import { deficitsBy, frameworkHere, openOf } from './store.ts'
import { deficitsHere } from './whether.ts'

type Where = Pick<Ctx, 'territory' | 'today'>
type Called = { readonly competenceId: string | null; readonly words: string | null }

const called = (framework: readonly Competence[], { competenceId, words }: Called) =>
  labelOf(framework, competenceId) || (words ?? '')

/** What is open of a person and may become the goal of what they do with somebody else; nothing where deficits are not kept. */
export async function openDeficitsOf(tx: Tx, ctx: Where, personId: PersonId) {
  const [here, framework, open] = await Promise.all([deficitsHere(tx, ctx), frameworkHere(tx, ctx), openOf(tx, ctx, personId)])
  return here.on ? open.map((one) => ({ id: one.id, label: called(framework, one) })) : []
}

/** What one is called, for those who may know it. */
export async function nameOfDeficit(tx: Tx, ctx: Where, id: DeficitId): Promise<string | null> {
  const [framework, rows] = await Promise.all([frameworkHere(tx, ctx), deficitsBy(tx, ctx, sql`d.id = ${id}`).page(1, 0)])
  const [row] = rows
  return row ? called(framework, row) : null
}
