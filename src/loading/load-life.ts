import type { Acting } from '../authz/ctx.ts'
import type { Submission } from '../db/transact.ts'
import { instantOf, systemNow } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/types.ts'
import type { SiteLife } from '../regulation/life-facts.ts'
import type { TerritoryPackage } from '../regulation/territory-facts.ts'
import type { Keys } from './keys.ts'
import { contractSteps } from './life/contract-steps.ts'
import { deficitSteps } from './life/deficit-steps.ts'
import { eventSteps } from './life/event-steps.ts'
import { groupSteps } from './life/group-steps.ts'
import { meetingSteps } from './life/meeting-steps.ts'
import { orderSteps } from './life/order-steps.ts'
import { pairSteps } from './life/pair-steps.ts'
import { planSteps } from './life/plan-steps.ts'
import { programmeSteps } from './life/programme-steps.ts'
import { routeSteps } from './life/route-steps.ts'
import { inOrder, type Step } from './life/step.ts'
import { traineeshipSteps } from './life/traineeship-steps.ts'
import { loadOrders } from './load-orders.ts'
import { asPerson, expectDone, type Loading } from './loading-ctx.ts'
import { stableId } from './stable-id.ts'

/** The facts with those who take part in what has been done since, its drafts signed on the day the life of the territory says. */
export function lived(given: TerritoryPackage): TerritoryPackage {
  const { facts } = given
  const { life } = facts
  if (!life) return given
  const { signedOn } = life
  const orders = facts.orders.map((order) =>
    order.state === 'draft' && signedOn ? { ...order, state: 'signed' as const, signedOn } : order,
  )
  const organisations = [...facts.organisations, ...life.organisations]
  return { ...given, facts: { ...facts, organisations, people: [...facts.people, ...life.people], orders } }
}

/** Does what people have done by the day on which the demonstration opens, deed after deed in the order of its days. */
export async function loadLife(loading: Loading, given: TerritoryPackage, keys: Keys): Promise<void> {
  const { life } = given.facts
  if (!life) return
  const steps = inOrder([
    ...orderSteps(keys, life),
    ...deficitSteps(keys, life),
    ...routeSteps(keys, life),
    ...meetingSteps(keys, life),
    ...life.sites.flatMap((site) => siteSteps(site, keys)),
  ])
  const acting = new Map<string, Acting>()
  for (const step of steps) {
    const asked = `${step.who} ${step.on.slice(0, 7)}`
    // Posts and appointments of a lived year stand: whoever a person is on a day of a month they are all that month.
    const ctx = acting.get(asked) ?? (await asPerson(loading, keys.person(step.who), step.on))
    acting.set(asked, ctx)
    const now = instantOf(step.on, step.time, loading.territory.timeZone)
    const submission = onceOnly(keys, step)
    // They have signed in, as history tells; only whoever answers by a link has not.
    const actor = { ...ctx.actor, accountId: submission.accountId }
    const done = await step.run({ ...ctx, actor, now, today: step.on, submission })
    if (done.ok || done.refusal.code !== 'repeated') expectDone(`${loading.territory.code}, ${step.on}, ${step.key}`, done)
  }
  await loadOrders(loading, { orders: life.drafts ?? [], people: given.facts.people, on: life.today }, given.regulation, keys)
}

function siteSteps(
  { siteOf, contract, plan, programme, events, traineeships, groups = [], pairs = [] }: SiteLife,
  keys: Keys,
): Step[] {
  const place = { keys, siteOf }
  return [
    ...(contract ? contractSteps(place, contract) : []),
    ...planSteps(place, plan),
    ...(programme ? programmeSteps(place, programme) : []),
    ...events.flatMap((event) => eventSteps(place, event)),
    ...traineeships.flatMap((one) => traineeshipSteps(place, one)),
    ...groups.flatMap((group) => groupSteps(place, group)),
    ...pairs.flatMap((pair) => pairSteps(place, pair)),
  ]
}

/**
 * What has been done is known by its key, as a form sent twice is: loading that was cut short goes on where it stopped. The key is as old as the loading,
 * not as the day that is loaded, or the next hour would forget it.
 */
const onceOnly = ({ territory }: Keys, { key }: Step): Submission => ({
  accountId: stableId<AccountId>(territory, 'loading'),
  key,
  requestHash: '',
  claimed: false,
  at: systemNow(),
})
