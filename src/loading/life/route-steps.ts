import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId, RouteId } from '../../kernel/types.ts'
import { type OpenRoute, routes } from '../../modules/routes/case.ts'
import { addStep, agreeRoute, beginRoute, takeOffers } from '../../modules/routes/deeds.ts'
import { keyOf } from '../../modules/routes/rules.ts'
import { calledIn, currentOf, proposalsFor, stepsOf } from '../../modules/routes/store.ts'
import type { LifeFacts, RouteLife } from '../../regulation/life-facts.ts'
import type { Keys } from '../keys.ts'
import { does, stepsOf as named, type Step } from './step.ts'

/** Individual routes: begun, steps taken out of what is proposed and written by hand, agreed. */
export const routeSteps = (keys: Keys, { routes: all = [] }: LifeFacts): Step[] => all.flatMap((one) => ofOne(keys, one))

function ofOne(keys: Keys, { person, by, on, offers, own = [], agreed }: RouteLife): Step[] {
  const id = keys.person(person)
  const its = (tx: Tx, ctx: Ctx) => routeOf(tx, ctx, id)
  const step = named(`маршрут ${person}`)
  return [
    step(on, '19:40:00', by, 'начат', (ctx: Acting) => beginRoute.run(ctx, { id })),
    step(on, '19:45:00', by, 'шаги из сети', (ctx) =>
      does(ctx, routes, takeOffers, its, async (tx, opened) => ({ offers: await keysOf(tx, ctx, opened, offers) })),
    ),
    ...own.map(({ kind, title, label, dueOn, link = null }, n) =>
      step(on, `19:5${n}:00`, by, title, (ctx) =>
        does(ctx, routes, addStep, its, async (_tx, { lacks, framework }) => ({
          ...{ kind, title, dueOn, link },
          deficit: lacks.find((one) => calledIn(framework, one) === label)?.id ?? null,
        })),
      ),
    ),
    ...agreed.map((one) => step(one.on, '20:10:00', one.person, 'согласован', (ctx) => does(ctx, routes, agreeRoute, its, {}))),
  ]
}

async function routeOf(tx: Tx, ctx: Ctx, personId: PersonId): Promise<RouteId> {
  const found = await currentOf(tx, ctx, personId)
  if (!found) throw new Error('there is no route yet')
  return found.id
}

async function keysOf(tx: Tx, ctx: Ctx, { one, lacks }: OpenRoute, titles: readonly string[]): Promise<string[]> {
  const proposals = await proposalsFor(tx, ctx, lacks, await stepsOf(tx, ctx, one.id))
  return titles.map((title) => {
    const found = proposals.find(({ offer }) => offer.title === title)
    if (!found) throw new Error(`«${title}» is not proposed`)
    return keyOf(found)
  })
}
