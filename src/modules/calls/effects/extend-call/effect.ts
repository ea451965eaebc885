import { addDays, longDate } from '../../../../kernel/dates.ts'
import type { CallId } from '../../../../kernel/types.ts'
import { asChoices, chosen, day, optionalDay } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import type { Line } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { oneChange } from '../../../../kit/order/template.ts'
import { ifAny, say, turn } from '../../../../kit/order/wording.ts'
import { byLabel } from '../../../../regulation/acts.ts'
import { localTimeOf } from '../../../../regulation/paper/questions.ts'
import { siteWord } from '../../../../regulation/parties/questions.ts'
import { reviewWord } from '../../../../regulation/review/questions.ts'
import { paths } from '../../../../web/paths.ts'
import { extendCalls } from '../../commands/extend-calls.ts'
import { clockWords } from '../../rules.ts'
import { audienceLines, basisOfCalls } from '../call-audience.ts'
import { checkExtension, momentOf } from '../call-checks.ts'
import { hour } from '../open-call/inputs.tsx'
import { usual } from '../open-call/template.ts'
import { moment } from '../open-call/words.ts'

const fields = {
  callId: chosen<CallId>({ label: 'Какой приём', what: 'приём заявок', choices: ({ choices }) => asChoices(choices.calls) }),
  closesOn: day({ label: 'Приём заканчивается', what: 'конец приёма' }),
  closesAt: hour({ label: 'Час окончания', what: 'Время конца приёма', hint: (clock) => `Часы и минуты ${clock}` }),
  reviewDueOn: optionalDay({
    label: 'Новый срок экспертизы',
    what: 'срок экспертизы',
    hint: 'Пусто — остаётся прежний',
  }),
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    extendCall: EffectMade<'extendCall', typeof fields>
  }
}

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
            what: `Срок ${reviewWord(regulation ?? null, 'genitive')}`,
            before: call.reviewDueOn && `до ${longDate(call.reviewDueOn)}`,
            after: `до ${longDate(reviewDueOn)}`,
            basis: [],
          },
        ]),
    ...audienceLines(callId, registers),
  ]
}

/** Moves the closing of a call to a later moment: only such an order prolongs a call or opens one anew that is over. */
export const extendCall = effectKit('extendCall', fields, {
  name: 'Продлить приём заявок',
  count: () => 'продление приёма заявок',
  headline: () => 'Приём заявок продлится',
  place: { icon: 'calendar', spoken: 13, applied: 8 },
  saysOne({ callId, closesOn, closesAt, reviewDueOn }, { calls, judgedBy }) {
    const call = calls.get(callId)
    const opened = ifAny(call, ({ title, orderLabel }) => say` «${title}», объявленный ${turn(byLabel(orderLabel))},`)
    const review = ifAny(
      reviewDueOn,
      (day) =>
        say` Проведение ${turn(reviewWord(judgedBy?.regulation ?? null, 'genitive'))} программ завершить до ${longDate(day)}.`,
    )
    return say`Продлить приём заявок${opened} до ${moment(closesAt, closesOn)} ${turn(localTimeOf(judgedBy?.regulation) ?? '')}.${review}`
  },
  check: checkExtension,
  ofFurtherBody: (_, { judgedBy }) => judgedBy !== null,
  describe,
  apply: (tx, ctx, placed, order) =>
    extendCalls(
      tx,
      ctx,
      placed.map(({ pointNumber, effect: { kind: _, ...extension } }) => ({ ...extension, pointNumber })),
      order.id,
    ),
  deed: (effect, { calls }, ctx) => ({
    text: `Приём заявок «${calls.get(effect.callId)?.title ?? ''}» продлён до ${effect.closesAt} ${longDate(effect.closesOn)}`,
    href: paths.call({ territory: ctx.territory.code, call: effect.callId }),
  }),
})

export const extendCallTemplate = oneChange({
  code: 'extendCall',
  name: 'Продлить приём заявок',
  hint: 'Приём заявок кончится позже; оконченный приём откроется снова только так.',
  place: 13,
  asks: ['call', 'to'],
  fits: ({ calls }) => calls !== null,
  title: ({ regulation }) => `О продлении приёма заявок на присвоение статуса ${siteWord(regulation, 'genitive')}`,
  preamble: () => 'В целях более полного участия организаций',
  change({ choices: { callId, to }, call, today }) {
    if (callId === null) return null
    const closesOn = to ?? call?.closesOn ?? today
    const due = call?.reviewDueOn
    const reviewDueOn = due != null && due < closesOn ? addDays(closesOn, usual.reviewDays) : null
    return { kind: 'extendCall', callId, closesOn, closesAt: call?.closesAt ?? usual.closesAt, reviewDueOn }
  },
})
