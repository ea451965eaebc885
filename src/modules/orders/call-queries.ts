import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import type { PersonId } from '../../kernel/types.ts'
import { knownCalls } from '../calls/queries.ts'
import { operatorOf } from '../organisations/party-queries.ts'
import { headsOf } from './recipients.ts'
import type { Setting } from './templates/setting.ts'

/** What templates about calls are written from: the call an order prolongs, and who answers for the review. */
export async function callSetting(tx: Tx, ctx: Ctx, callId: string | null): Promise<Pick<Setting, 'call' | 'operatorHead'>> {
  const [call] = await knownCalls(tx, ctx.territory.id, { ids: callId === null ? [] : [callId], orderIds: [] })
  const operatorHead = await headOfOperator(tx, ctx)
  if (!call) return { call: null, operatorHead }
  const { day, time } = localTime(call.closesAt, ctx.territory.timeZone)
  const { title, reviewDueOn } = call
  const byOrder = call.orderLabel.replace(/^приказ/, 'приказом').replace(/^распоряжение/, 'распоряжением')
  return { call: { title, closesOn: day, closesAt: time.slice(0, 5), reviewDueOn, byOrder }, operatorHead }
}

async function headOfOperator(tx: Tx, ctx: Ctx): Promise<PersonId | null> {
  const operator = await operatorOf(tx, ctx)
  const [head] = operator ? await headsOf(tx, ctx, ctx.today, [operator]) : []
  return (head?.personId ?? null) as PersonId | null
}
