import { WatchedClient } from './watched-client.ts'

/** Put into a query whose best plan depends on the values asked for: it is then planned each time. */
export const plannedAnew = '/* planned anew */'

/** So many texts are remembered at most: the program has some hundreds, and none is made of what people type. */
const mostNames = 1000
const mostValues = 30
const names = new Map<string, string>()

/** Under which name a connection keeps a query; undefined for those not worth keeping. */
export function nameOf(text: string, values: readonly unknown[]): string | undefined {
  if (values.length > mostValues || !/^\s*(select|with)\b/i.test(text) || text.includes(plannedAnew)) return undefined
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = `q${names.size}`
  names.set(text, name)
  return name
}

const schemaChanged = '0A000'

/**
 * A connection that has the database plan a query once and not for every page: planning joins under row-level security costs more than
 * carrying them out. When the schema changes under a running program, the connection with its old plans is given up.
 */
export class PreparingClient extends WatchedClient {
  override query(...given: unknown[]): never {
    const [text, values, ...more] = given
    const name = typeof text === 'string' && Array.isArray(values) && more.length === 0 ? nameOf(text, values) : undefined
    return name ? this.prepared({ name, text: text as string, values: values as unknown[] }) : super.query(...given)
  }

  protected prepared(given: { readonly name: string; readonly text: string; readonly values: readonly unknown[] }): never {
    const answer = super.query(given) as Promise<unknown>
    answer.catch((error: { code?: string }) => {
      if (error.code === schemaChanged) void this.end()
    })
    return answer as never
  }
}
