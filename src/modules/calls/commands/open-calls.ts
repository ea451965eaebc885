import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { instantOf } from '../../../kernel/clock.ts'
import type { CallId, Day, OrderId, RegulationId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { hostKinds } from '../../../regulation/hosts/questions.ts'
import { callRule } from '../../../regulation/intake/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { audienceOf, peopleOf } from '../audience-queries.ts'
import { keptCriteria } from '../criteria-rules.ts'
import type { ReviewCriterion } from '../model.ts'
import { clockWords, momentWords } from '../rules.ts'
import { publishCalls } from './publish-calls.ts'

/** A call as an order opens it, in days and hours of the territory's clock. */
export type OpenedCall = {
  readonly callId: CallId
  readonly title: string
  readonly opensOn: Day
  readonly opensAt: string
  readonly closesOn: Day
  readonly closesAt: string
  readonly initiators: readonly string[]
  readonly directions: readonly string[]
  readonly contingent: readonly string[]
  readonly places: number | null
  readonly expertsPerApplication: number
  readonly reviewDueOn: Day | null
  readonly spreadLimit: number
  readonly criteria: readonly Omit<ReviewCriterion, 'comment'>[]
  readonly pointNumber: string
}
type Opening = { readonly orderId: OrderId; readonly regulationId: RegulationId; readonly regulation: Regulation }

/** Opens calls in the transaction of the signature, puts them on the public site and tells those who may apply, once. */
export async function openCalls(tx: Tx, ctx: Ctx, calls: readonly OpenedCall[], order: Opening): Promise<Fact[]> {
  const { timeZone } = ctx.territory
  const facts: Fact[] = []
  for (const { callId, opensOn, opensAt, closesOn, closesAt, criteria, initiators, directions, contingent, ...call } of calls) {
    const moments = {
      opensAt: instantOf(opensOn, `${opensAt}:00`, timeZone),
      closesAt: instantOf(closesOn, `${closesAt}:00`, timeZone),
    }
    await tx
      .insertInto('calls')
      .values({
        territoryId: ctx.territory.id,
        id: callId,
        ...call,
        ...moments,
        initiators: [...initiators],
        directions: [...directions],
        contingent: [...contingent],
        criteria: JSON.stringify(keptCriteria(order.regulation, criteria)),
        regulationId: order.regulationId,
        orderId: order.orderId,
        createdAt: ctx.now,
      })
      .execute()
    await announce(tx, ctx, { id: callId, title: call.title, initiators, ...moments }, order.regulation)
    facts.push({
      kind: 'call.opened',
      subjectId: callId,
      facts: {
        title: call.title,
        orderId: order.orderId,
        pointNumber: call.pointNumber,
        from: opensOn,
        to: closesOn,
        until: closesAt,
      },
    })
  }
  await publishCalls(
    tx,
    ctx,
    calls.map(({ callId }) => callId),
  )
  return facts
}

type Announced = { id: CallId; title: string; initiators: readonly string[]; opensAt: Date; closesAt: Date }

async function announce(tx: Tx, ctx: Ctx, call: Announced, regulation: Regulation): Promise<void> {
  const { localTime } = regulation
  const place = { timeZone: ctx.territory.timeZone, localTime }
  const listeners = await audienceOf(tx, ctx.territory.id, {
    initiators: call.initiators,
    hostKinds: hostKinds(regulation).value,
    day: ctx.today,
  })
  const params = {
    title: call.title,
    opens: clockWords(call.opensAt, place),
    closes: momentWords(call.closesAt, place),
    clause: callRule(regulation).basis?.clause ?? '',
  }
  await tell(
    tx,
    ctx,
    peopleOf(listeners).map((personId): Notice => ({ personId, kind: 'call.announced', subjectId: call.id, params })),
  )
}
