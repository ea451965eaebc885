import type { Permission } from '../../src/authz/policy.ts'
import type { PersonId } from '../../src/kernel/types.ts'
import { routes } from '../../src/kit/install.ts'
import type { GetRoute, PostRoute } from '../../src/web/route.ts'
import { type Client, fill, type Person } from '../client.ts'

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

/** A page is asked for. A form is sent whole by those who may not; by those who may without a key, so that nothing is done. */
async function statusOf(person: Person, route: TerritoryRoute, address: string, may: boolean): Promise<number> {
  const answer =
    route.method === 'GET' ? person.get(address) : person.post(address, { reason: 'Проба' }, may ? '' : await person.newKey())
  return (await answer).status
}

/** Allowed: whatever is answered, it is not «no». A form is told that its key is stale. */
const isYes = (route: TerritoryRoute, status: number) =>
  route.method === 'GET' ? [200, 303, 404].includes(status) : status === 422 || (status === 404 && isOfReview(route))
/** There is nothing to assign or to end while an application is not sent. */
const isOfReview = (route: TerritoryRoute) => permissionOf(route) === 'review.manage'

/** Asks one address as each of these people, and as one of another territory. Gives what was wrong, and how many pages were shown. */
export async function walk<Who extends string>(
  { as, ids, foreigner }: Pick<Client, 'as'> & { ids: Readonly<Record<Who, PersonId>>; foreigner: PersonId },
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
    const status = await statusOf(as(ids[who]), route, address, want === 'yes')
    const right = want === 'yes' ? isYes(route, status) : want === 'hidden' ? status === 404 : [403, 404].includes(status)
    if (!right) wrong.push(`${who} ${route.method} ${route.path.pattern}: ${status}, wanted ${want}`)
    if (want === 'yes' && status === 200) pages++
  }
  const away = await statusOf(as(foreigner), route, address, false)
  if (away !== 404) wrong.push(`a person of another territory ${route.method} ${route.path.pattern}: ${away}`)
  return { wrong, pages }
}
