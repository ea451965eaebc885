import { longDate } from '../../../kernel/dates.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import type { Line } from '../../../kit/order/objections.ts'
import type { Handler } from '../../../kit/order/parts.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { extendCalls } from '../commands/extend-calls.ts'
import { clockWords } from '../rules.ts'
import { audienceLines, basisOfCalls } from './call-audience.ts'
import { checkExtension, momentOf } from './call-checks.ts'

type Extend = EffectOf<'extendCall'>

function describe({ callId, closesOn, closesAt, reviewDueOn }: Extend, registers: Registers): Line[] {
  const call = registers.calls.get(callId)
  if (!call) return []
  const regulation = registers.judgedBy?.regulation
  const closed = call.closesAt < registers.now
  return [
    {
      what: call.title,
      before: `${closed ? 'приём окончен в' : 'приём до'} ${clockWords(call.closesAt, registers)}`,
      after: `приём ${closed ? 'снова открыт ' : ''}до ${clockWords(momentOf(closesOn, closesAt, registers), registers)}`,
      basis: basisOfCalls(regulation),
    },
    ...(reviewDueOn === null
      ? []
      : [
          {
            what: 'Срок экспертизы',
            before: call.reviewDueOn && `до ${longDate(call.reviewDueOn)}`,
            after: `до ${longDate(reviewDueOn)}`,
            basis: [],
          },
        ]),
    ...audienceLines(callId, registers),
  ]
}

/** Moves the closing of a call to a later moment: only such an order prolongs a call or opens one anew that is over. */
export const extendCall: Handler<Extend> = {
  check: checkExtension,
  describe,
  async apply(tx, ctx, placed, order) {
    const extensions = placed.map(({ pointNumber, effect: { kind: _, ...extension } }) => ({ ...extension, pointNumber }))
    return { facts: await extendCalls(tx, ctx, extensions, order.id), siteIds: [] }
  },
}
