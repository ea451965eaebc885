import type { Session } from '../authz/visitor.ts'
import { LineFull, oneTurn } from '../db/line.ts'
import type { Db } from '../db/pool.ts'
import type { WebDeps } from './deps.ts'
import type { GetRoute, PublicRoute } from './route.ts'

/** Whether anyone may open it. */
export const isPublic = (route: GetRoute | PublicRoute): route is PublicRoute => route.access.kind === 'public'

/**
 * Reads on the connections that are for it. A table has its turn at one of a few: who is signed in waits for it, a stranger is told to come
 * again, and pages go on beside them.
 */
export async function inTurn<T>(
  route: GetRoute | PublicRoute,
  deps: WebDeps,
  session: Session | null,
  work: (db: Db) => Promise<T>,
): Promise<T | Response> {
  const { pages, tables } = deps.readers ?? { pages: deps.db, tables: deps.db }
  if (!route.isTable) return work(isPublic(route) ? pages : deps.db)
  try {
    return await (session ? work(tables) : oneTurn(() => work(tables)))
  } catch (error) {
    if (!(error instanceof LineFull)) throw error
    const text = 'Сейчас готовят другие таблицы. Попробуйте через несколько секунд.'
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', 'Cache-Control': 'no-store' }
    return new Response(text, { status: 429, headers })
  }
}
