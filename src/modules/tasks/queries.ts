import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { createKeeping, whileUnchanged } from '../../kernel/keeping.ts'
import { tasks as sources } from '../../kit/install.ts'
import type { Task, TaskSource } from '../../kit/tasks.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { eachOnce, shortened } from './rules.ts'

/** Everything that waits on the person of the context, each thing once. */
export async function tasksOf(tx: Tx, ctx: Ctx): Promise<Task[]> {
  const [regulations, sources] = await Promise.all([regulationsInForce(tx, ctx), promising(tx, ctx)])
  const found = await Promise.all(sources.map((source) => source.find({ tx, ctx, regulations })))
  return eachOnce(found.flatMap(shortened))
}

/** The sources that serve the person and may have something, in their order. */
async function promising(tx: Tx, ctx: Ctx): Promise<readonly TaskSource[]> {
  const serving = sources().filter(({ serves }) => isServed(ctx, serves))
  const conditions = serving.map(({ maybe }) => maybe?.(ctx) ?? sql<boolean>`true`)
  const { may } = await oneRow(tx, sql<{ may: boolean[] }>`select array[${sql.join(conditions)}]::boolean[] as may`)
  return serving.filter((_, n) => may[n])
}

/** Whether a source may have anything for this person. */
function isServed(ctx: Ctx, serves: TaskSource['serves']): boolean {
  if (serves === 'anyone') return true
  return typeof serves === 'string' ? may(ctx, serves) : serves.some((role) => ctx.actor.roles.includes(role))
}

/** Tasks of this many people, more or less, are remembered; a call may also end between two deeds, so not for long. */
const kept = createKeeping<readonly Task[]>({ heaviest: 50_000, forMs: 30_000, weightOf: (tasks) => 1 + tasks.length })

/** The same, worked out once for as long as nothing of the territory changes: every page counts it, the first one shows it. */
export function waitingFor(tx: Tx, ctx: Ctx): Promise<readonly Task[]> {
  const { personId, accountId } = ctx.actor
  return once(tx, 'what waits', () => whileUnchanged(kept, ctx, `${personId} ${accountId}`, () => tasksOf(tx, ctx)))
}
