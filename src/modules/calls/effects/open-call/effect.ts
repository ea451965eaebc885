import { longDate, shortDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { capital } from '../../../../kernel/names.ts'
import { counted } from '../../../../kernel/plural.ts'
import { byItsCheck, type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import type { Line } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { act } from '../../../../regulation/acts.ts'
import { initiatorWord } from '../../../../regulation/hosts/questions.ts'
import { localTimeOf } from '../../../../regulation/paper/questions.ts'
import { reviewRule, reviewWord } from '../../../../regulation/review/questions.ts'
import type { Regulation } from '../../../../regulation/schema.ts'
import { paths } from '../../../../web/paths.ts'
import { openCalls } from '../../commands/open-calls.ts'
import { clockWords, momentWords } from '../../rules.ts'
import { audienceLines, basisOfCalls } from '../call-audience.ts'
import { checkOpening, momentOf } from '../call-checks.ts'
import { callFields } from './fields.tsx'
import { saysOpening } from './words.ts'

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    openCall: EffectMade<'openCall', typeof callFields>
  }
}

type Open = EffectOf<'openCall'>

function describe(effect: Open, registers: Registers): Line[] {
  const regulation = registers.judgedBy?.regulation
  const place = { timeZone: registers.timeZone, localTime: localTimeOf(regulation) ?? '' }
  const opens = momentOf(effect.opensOn, effect.opensAt, registers)
  const closes = momentOf(effect.closesOn, effect.closesAt, registers)
  return [
    {
      what: effect.title,
      before: 'приёма не было',
      after: `с ${clockWords(opens, place)} до ${momentWords(closes, place)}; подаёт ${regulation ? effect.initiators.map((who) => initiatorWord(regulation, who)).join(', ') : ''}`,
      basis: basisOfCalls(regulation),
      ...(effect.opensOn < registers.effectiveOn
        ? {
            warning: `Приём начинается ${longDate(effect.opensOn)}, раньше, чем вступает в силу ${act(registers.actKind).nominative}`,
          }
        : {}),
    },
    ...reviewLine(effect, regulation),
    ...audienceLines(effect.callId, registers),
    { what: 'Сайт для всех', before: null, after: 'объявление о приёме со сроками и критериями', basis: [] },
  ]
}

function reviewLine({ criteria, expertsPerApplication, reviewDueOn }: Open, regulation: Regulation | undefined): Line[] {
  const basis = regulation && reviewRule(regulation).basis
  if (!basis) return []
  const due = reviewDueOn === null ? '' : `, до ${shortDate(reviewDueOn)}`
  const of = `${counted(criteria.length, 'критерий', 'критерия', 'критериев')}, каждую программу читают ${counted(expertsPerApplication, 'эксперт', 'эксперта', 'экспертов')}${due}`
  return [{ what: capital(reviewWord(regulation)), before: null, after: of, basis: [basis] }]
}

/** Opens a call: applications are received from and until the moments it names. */
export const openCall = effectKit('openCall', callFields, {
  name: 'Объявить приём заявок',
  count: (count) => (count === 1 ? 'приём заявок' : counted(count, 'приём заявок', 'приёма заявок', 'приёмов заявок')),
  headline: () => 'Будет объявлен приём заявок',
  place: { icon: 'calendar', spoken: 12, applied: 7 },
  begin: () => ({ callId: newId(), expertsPerApplication: '2', spreadLimit: '25' }),
  says: saysOpening,
  check: checkOpening,
  ofFurtherBody: byItsCheck,
  describe,
  async apply(tx, ctx, placed, order) {
    const { id, regulation } = order.registers.judgedBy!
    const calls = placed.map(({ pointNumber, effect: { kind: _, ...call } }) => ({ ...call, pointNumber }))
    return openCalls(tx, ctx, calls, { orderId: order.id, regulationId: id, regulation })
  },
  deed: (effect, _registers, ctx) => ({
    text: `Приём заявок «${effect.title}» с ${longDate(effect.opensOn)} до ${effect.closesAt} ${longDate(effect.closesOn)}`,
    href: paths.call({ territory: ctx.territory.code, call: effect.callId }),
  }),
})
