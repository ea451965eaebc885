import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { tasks as sources } from '../../kit/install.ts'
import type { Task, TaskSource } from '../../kit/tasks.ts'
import { regulationInForce } from '../regulation/queries.ts'

const asked = new WeakMap<Ctx, Promise<Task[]>>()

/** Everything that waits on the person of the context, each thing once. A page and its header ask together. */
export function tasksOf(tx: Tx, ctx: Ctx): Promise<Task[]> {
  let tasks = asked.get(ctx)
  if (!tasks) {
    tasks = askSources(tx, ctx)
    asked.set(ctx, tasks)
  }
  return tasks
}

async function askSources(tx: Tx, ctx: Ctx): Promise<Task[]> {
  const stored = await regulationInForce(tx, ctx)
  const found: Task[] = []
  for (const { serves, find } of sources()) if (isServed(ctx, serves)) found.push(...(await find({ tx, ctx, stored })))
  return [...new Map(found.map((task) => [task.key, task])).values()]
}

/** Whether a source may have anything for this person. */
function isServed(ctx: Ctx, serves: TaskSource['serves']): boolean {
  if (serves === 'anyone') return true
  return typeof serves === 'string' ? may(ctx, serves) : serves.some((role) => ctx.actor.roles.includes(role))
}
