import { read } from '../db/transact.ts'
import type { Day, OrderId, PersonId } from '../kernel/types.ts'
import { noChoices } from '../kit/order/template.ts'
import { changeOrder } from '../modules/orders/commands/change-order.ts'
import { draftOrder } from '../modules/orders/commands/draft-order.ts'
import { submitOrder } from '../modules/orders/commands/move-order.ts'
import { signOrder } from '../modules/orders/commands/sign-order.ts'
import type { OrderState } from '../modules/orders/machine.ts'
import type { OrderFacts } from '../regulation/order-facts.ts'
import type { PersonFacts } from '../regulation/register-facts.ts'
import type { TerritoryPackage } from '../regulation/territory-facts.ts'
import type { Keys } from './keys.ts'
import { asPerson, expectDone, type Loading } from './loading-ctx.ts'
import { contentOf } from './order-content.ts'

/** Orders with those who may have prepared them; drafts are prepared on that day. */
type Orders = { readonly orders: readonly OrderFacts[]; readonly people: readonly PersonFacts[]; readonly on: Day }

/** Loads the orders of a territory by the hands of those who prepared and signed them; goes on where an earlier loading stopped. */
export async function loadOrders(
  loading: Loading,
  { orders, people, on: today }: Orders,
  regulation: TerritoryPackage['regulation'],
  keys: Keys,
): Promise<void> {
  for (const order of orders) {
    const on = order.signedOn ?? today
    const office = await asPerson(loading, preparedBy(order, people, keys), on, '10:00:00')
    const what = `${loading.territory.code}, ${order.key}`
    const there = await find(loading, order, keys)
    const id =
      there?.id ??
      expectDone(
        what,
        await draftOrder(office, { templateCode: 'plain', issuerId: keys.organisation(order.issuer), choices: noChoices }),
      ).id
    const now = there ?? (await find(loading, order, keys, id))!
    if (now.state === 'draft') {
      const content = contentOf(order, keys, regulation.edition)
      if (now.version === 1) expectDone(what, await changeOrder(office, { orderId: id, version: 1, content }))
      expectDone(what, await submitOrder(office, { orderId: id, version: 2 }))
    }
    if (order.state === 'draft' || now.state === 'signed' || now.state === 'revoked') continue
    const signatory = await asPerson(loading, keys.person(order.signatory.person), on, '15:00:00')
    expectDone(what, await signOrder(signatory, { orderId: id, version: 3, number: order.number, effectiveOn: null }))
  }
}

type Found = { readonly id: OrderId; readonly state: OrderState; readonly version: number }

/** An order of the facts that is already there: by its title, or the draft an interrupted loading has left without one. */
async function find({ db, territory }: Loading, order: OrderFacts, keys: Keys, id?: OrderId): Promise<Found | undefined> {
  const row = await read(db, { territoryId: territory.id }, (tx) =>
    tx
      .selectFrom('orders')
      .select(['id', 'state', 'editVersion as version'])
      .where((is) => is.and({ territoryId: territory.id, issuerId: keys.organisation(order.issuer) }))
      .where((or) =>
        id === undefined
          ? or.or([or('title', '=', order.title), or.and([or('title', '=', ''), or('templateCode', '=', 'plain')])])
          : or('id', '=', id),
      )
      .orderBy('createdAt')
      .limit(1)
      .executeTakeFirst(),
  )
  return row && { id: row.id, state: row.state, version: row.version }
}

/** Who typed the order: as the facts say, else somebody of the office. */
function preparedBy(order: OrderFacts, people: readonly PersonFacts[], keys: Keys): PersonId {
  const key = order.preparedBy ?? people.find((person) => person.grants?.includes('official'))?.key ?? order.signatory.person
  return keys.person(key)
}
