import type { Hono } from 'hono'
import type { Permission } from '../../src/authz/policy.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { AccountId } from '../../src/kernel/types.ts'
import { routes } from '../../src/kit/install.ts'
import type { GetRoute, PostRoute } from '../../src/web/route.ts'
import { theKeyOf } from '../factories/people.ts'

export type TerritoryRoute = GetRoute | PostRoute
/** Who may do what, in words of the people of a test. */
export type Table<Who> = Readonly<Partial<Record<Permission, readonly Who[]>>>
/** What an address owes a person: an answer, a refusal, or not even that it exists. */
export type Wanted = 'yes' | 'no' | 'hidden'
export type Things = Readonly<Record<string, string>>

const all = routes().filter((route): route is TerritoryRoute => route.access.kind === 'territory')

/** Addresses of a territory that begin with one of these. */
export const under = (...starts: string[]): TerritoryRoute[] =>
  all.filter(({ path }) => starts.some((start) => path.pattern.startsWith(`/t/:territory/${start}`)))

export const permissionOf = (route: TerritoryRoute): Permission => route.access.permits

/** An address with these things in it, and with ids of nothing where there are none. */
export const fill = (pattern: string, things: Things): string =>
  pattern.replace(/:(\w+)/g, (_, name: string) => things[name] ?? newId())

/** A page is asked for. A form is sent whole by those who may not; by those who may with a key of yesterday, so that nothing is done. */
async function statusOf(app: Hono, route: TerritoryRoute, address: string, account: AccountId, may: boolean): Promise<number> {
  const headers = { 'x-account': account }
  if (route.method === 'GET') return (await app.request(address, { headers })).status
  const body = may ? new FormData() : new URLSearchParams({ _key: theKeyOf(account) })
  body.append('reason', 'Проба')
  return (await app.request(address, { method: 'POST', headers, body })).status
}

/** Allowed: whatever is answered, it is not «no». A form is told that its key is stale. */
const isYes = (route: TerritoryRoute, status: number) =>
  route.method === 'GET' ? [200, 303, 404].includes(status) : status === 422 || (status === 404 && isOfReview(route))
/** There is nothing to assign or to end while an application is not sent. */
const isOfReview = (route: TerritoryRoute) => permissionOf(route) === 'review.manage'

/** Asks one address as each of these people, and as one of another territory. Gives what was wrong, and how many pages were shown. */
export async function walk<Who extends string>(
  { app, accounts, foreigner }: { app: Hono; accounts: Readonly<Record<Who, AccountId>>; foreigner: AccountId },
  route: TerritoryRoute,
  things: Things,
  wanted: (who: Who) => Wanted,
  people: readonly Who[],
): Promise<{ wrong: string[]; pages: number }> {
  const wrong: string[] = []
  let pages = 0
  const address = fill(route.path.pattern, things)
  for (const who of people) {
    const want = wanted(who)
    const status = await statusOf(app, route, address, accounts[who], want === 'yes')
    const right = want === 'yes' ? isYes(route, status) : want === 'hidden' ? status === 404 : [403, 404].includes(status)
    if (!right) wrong.push(`${who} ${route.method} ${route.path.pattern}: ${status}, wanted ${want}`)
    if (want === 'yes' && status === 200) pages++
  }
  const away = await statusOf(app, route, address, foreigner, false)
  if (away !== 404) wrong.push(`a person of another territory ${route.method} ${route.path.pattern}: ${away}`)
  return { wrong, pages }
}
