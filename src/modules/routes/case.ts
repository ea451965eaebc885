import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId } from '../../kernel/types.ts'
import { caseOf } from '../../kit/case.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { deficitsOf, frameworkHere } from '../deficits/queries.ts'
import { personById } from '../people/queries.ts'
import { lockPerson } from '../people/subject-queries.ts'
import { leadersOf } from '../traineeships/queries.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { currentOf } from './store.ts'
import { routesHere } from './whether.ts'

/** Somebody who may have a route: of their own, or made by a methodist or by whoever leads them. */
async function openPerson(tx: Tx, ctx: Where, id: PersonId) {
  const [person, leaders, here, framework, deficits, current] = await Promise.all([
    personById(tx, ctx as Pick<Ctx, 'territory'>, id),
    leadersOf(tx, ctx, id),
    routesHere(tx, ctx),
    frameworkHere(tx, ctx),
    deficitsOf(tx, ctx, id),
    currentOf(tx, ctx, id),
  ])
  return person && { person, leaders, here, framework, lacks: deficits.filter(({ state }) => state === 'open'), current }
}
/** Whether there is a route is known before another is begun: one after another. */
const lockedPerson = async (tx: Tx, ctx: Where, id: PersonId) =>
  (await lockPerson(tx, ctx, id)) ? openPerson(tx, ctx, id) : null
export const routePeople = thing({
  param: 'person',
  sees: 'route.view',
  open: openPerson,
  lock: lockedPerson,
  concerns: ({ person, leaders }) => ({ personIds: [person.id, ...leaders] }),
})
export type OpenPerson = NonNullable<Awaited<ReturnType<typeof openPerson>>>

/** A route of a person. The person sees it, whoever leads them now, and methodists; nobody else does. (T-32) */
export const routes = caseOf({
  table: 'learningRoutes',
  machine,
  param: 'route',
  sees: 'route.view',
  home: paths.route,
  around: (tx, ctx, { personId }) => openPerson(tx, ctx, personId),
  concerns: ({ one, leaders }, { permission }) => {
    // A document of a course is seen by somebody else; on paper it is for the person alone.
    if (permission === 'route.note') return { personIds: leaders.filter((id) => id !== one.personId) }
    if (permission === 'route.print') return { personIds: [one.personId] }
    return { personIds: [one.personId, ...leaders] }
  },
})
export type OpenRoute = NonNullable<Awaited<ReturnType<typeof routes.open>>>
