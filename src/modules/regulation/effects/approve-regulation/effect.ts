import { longDate } from '../../../../kernel/dates.ts'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { say } from '../../../../kit/order/wording.ts'
import { paths } from '../../../../web/paths.ts'
import { editionField, enact, whyNotEnacted } from '../editions.ts'

const fields = { regulationId: editionField }

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    approveRegulation: EffectMade<'approveRegulation', typeof fields>
  }
}

type Approve = EffectOf<'approveRegulation'>

function describe({ regulationId }: Approve, registers: Registers) {
  const regulation = registers.regulations.get(regulationId)
  const { inForce } = registers
  return [
    {
      what: regulation?.paper.title ?? 'Положение',
      before: inForce ? `действует редакция ${inForce.version}` : 'Положения не было',
      after: `редакция ${regulation?.version ?? 1} вступит в силу ${longDate(registers.effectiveOn)}`,
      basis: [],
    },
  ]
}

/** Puts regulations in force from the day the order has effect; the one before ends the day before. (L-O2) */
export const approveRegulation = effectKit('approveRegulation', fields, {
  name: 'Утвердить Положение',
  count: () => 'Положение',
  headline: () => 'Положение вступит в силу',
  place: { icon: 'book', spoken: 1, applied: 6 },
  says(effects, { regulations }, listed) {
    const title = effects.map(({ regulationId }) => regulations.get(regulationId)?.paper.title ?? 'Положение').join(', ')
    return listed ? say`Утвердить прилагаемое ${title} (приложение).` : say`Утвердить ${title}.`
  },
  check: whyNotEnacted,
  describe,
  apply: enact,
  deed: (effect, _registers, ctx) => ({
    text: 'Положение вступило в силу',
    href: paths.regulation({ territory: ctx.territory.code }, { edition: effect.regulationId }),
  }),
})
