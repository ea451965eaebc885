import { longDate } from '../../../../kernel/dates.ts'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { objection } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { oneChange, quality } from '../../../../kit/order/template.ts'
import { say, together } from '../../../../kit/order/wording.ts'
import { type Amendment, amendmentsBetween, changesOrderPoints } from '../../../../regulation/editor/amendments.ts'
import { paths } from '../../../../web/paths.ts'
import { editionField, enact, whyNotEnacted } from '../editions.ts'

const fields = { regulationId: editionField }

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    amendRegulation: EffectMade<'amendRegulation', typeof fields>
  }
}

type Amend = EffectOf<'amendRegulation'>

function changesOf({ regulationId }: Amend, { regulations, inForce }: Registers): readonly Amendment[] {
  const draft = regulations.get(regulationId)
  return draft && inForce ? amendmentsBetween(inForce.paper, draft.paper) : []
}

/** Changes single clauses of the regulation in force: the edition that has them stands from the day of the order, each clause by its order. */
export const amendRegulation = effectKit('amendRegulation', fields, {
  name: 'Изменить пункты Положения',
  count: () => 'изменения в Положение',
  headline: () => 'Положение изменится',
  place: { icon: 'book', spoken: 1.5, applied: 6.5 },
  says: (effects, registers) =>
    together(
      effects.map((effect) => {
        const title = registers.regulations.get(effect.regulationId)?.paper.title ?? 'Положение'
        const changes = changesOf(effect, registers)
        if (changes.length === 0) return say`Внести изменения в ${title}.`
        const rows = changes.map(({ says }, at) => `${at + 1}) ${says}${at === changes.length - 1 ? '.' : ';'}`)
        return say`Внести в ${title} следующие изменения:\n${rows.join('\n')}`
      }),
    ),
  check(effect, registers) {
    const wrong = whyNotEnacted(effect, registers)
    if (wrong.length > 0) return wrong
    const { inForce, regulations } = registers
    if (!inForce) return [objection('order.nothingToAmend')]
    const draft = regulations.get(effect.regulationId)
    if (draft && changesOrderPoints(inForce.paper, draft.paper)) return [objection('order.enactingPointsAmended')]
    return changesOf(effect, registers).length === 0 ? [objection('order.noClauseAmended')] : []
  },
  describe(effect, registers) {
    const { inForce, effectiveOn, regulations } = registers
    return changesOf(effect, registers).map(({ says }) => ({
      what: says.split(': «', 1).join(),
      before: inForce && `редакция ${inForce.version}`,
      after: `редакция ${regulations.get(effect.regulationId)?.version ?? ''} с ${longDate(effectiveOn)}`,
      basis: [],
    }))
  },
  apply: enact,
  deed: (effect, _registers, ctx) => ({
    text: 'Пункты Положения изменены',
    href: paths.regulation({ territory: ctx.territory.code }, { edition: effect.regulationId }),
  }),
})

export const amendRegulationTemplate = oneChange({
  code: 'amendRegulation',
  name: 'Внести изменения в Положение',
  hint: 'Отдельные пункты получат новую редакцию: их текст берётся из сравнения проекта с действующим Положением.',
  place: 8,
  asks: [],
  fits: (_, hasDraftRegulation) => hasDraftRegulation,
  title: (setting) => `О внесении изменений в ${setting.regulation.title}`,
  preamble: () => quality,
  change: ({ draftRegulationId }) =>
    draftRegulationId === null ? null : { kind: 'amendRegulation', regulationId: draftRegulationId },
})
