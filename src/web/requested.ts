import type { Context } from 'hono'
import { cleanLine } from '../kernel/clean.ts'
import { isId } from '../kernel/ids.ts'
import type { GetRoute, PublicRoute } from './route.ts'

/** Stands for conditions that say nothing the page knows. */
export const badQuery = Symbol('bad query')

/** The conditions of an address as its route reads them. */
export function queryOf(c: Context, route: GetRoute | PublicRoute): unknown {
  if (!route.query) return {}
  const query: Record<string, string | string[]> = {}
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [first, ...more] = values.map(cleanLine)
    query[name] = more.length === 0 ? (first ?? '') : [first ?? '', ...more]
  }
  const parsed = route.query.safeParse(query)
  return parsed.success ? parsed.data : badQuery
}

const words = new Set([
  'territory',
  'format',
  'token',
  'section',
  'part',
  'round',
  'page',
  'rule',
  'clause',
  'example',
  'exception',
  'code',
  'paper',
  'body',
])

/** Whether every part of an address that names a thing may be its id. */
export const hasGoodIds = (params: Record<string, string>) =>
  Object.entries(params).every(([name, value]) => words.has(name) || isId(value))
