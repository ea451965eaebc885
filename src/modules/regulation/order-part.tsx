import { z } from 'zod'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, RegulationId } from '../../kernel/types.ts'
import { asChoices } from '../../kit/order/effect-fields.tsx'
import { type EffectOf, idSchema } from '../../kit/order/effects.ts'
import type { AppendixKind, EffectKit, OrderPart, RegisterSource } from '../../kit/order/parts.ts'
import type { KnownRegulation } from '../../kit/order/registers.ts'
import { point, quality, type Template, titleAs } from '../../kit/order/template.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { chosenId } from '../../web/fields.ts'
import { paths } from '../../web/paths.ts'
import { ceaseRegulation } from './commands/cease-regulation.ts'
import { approveRegulation } from './effects/approve-regulation.ts'
import { regulationById, regulationOn, regulationsOfOrders, regulationVersions } from './queries.ts'

const schema = z.object({ kind: z.literal('approveRegulation'), regulationId: idSchema<RegulationId>() })

declare module '../../kit/order/effects.ts' {
  interface Effects {
    approveRegulation: Readonly<z.infer<typeof schema>>
  }
}
declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    /** Regulations by the orders that approved them, of orders that are to be revoked. */
    readonly approvedBy: ReadonlyMap<string, string>
  }
}

const approving: EffectKit<EffectOf<'approveRegulation'>> = {
  ...approveRegulation,
  kind: 'approveRegulation',
  name: 'Утвердить Положение',
  count: () => 'Положение',
  headline: () => 'Положение вступит в силу',
  icon: 'book',
  spoken: 1,
  applied: 6,
  schema,
  form: z.object({ kind: z.literal('approveRegulation'), regulationId: chosenId('редакцию Положения') }),
  Fields: ({ form, name, choices }) => (
    <SelectField
      form={form}
      name={`${name}.regulationId`}
      label="Какую редакцию Положения"
      empty="Выберите"
      choices={asChoices(choices.regulations)}
    />
  ),
  names: ({ regulationId }) => ({ regulations: [regulationId] }),
  deed: (_effect, _registers, ctx) => ({
    text: 'Положение вступило в силу',
    href: paths.regulation({ territory: ctx.territory.code }),
  }),
}

const template: Template = {
  code: 'approveRegulation',
  name: 'Утвердить Положение',
  hint: 'Новая редакция Положения вступит в силу, и по её пунктам начнёт работать система.',
  place: 7,
  asks: [],
  fits: (_, hasDraftRegulation) => hasDraftRegulation,
  write: (setting) => ({
    title: `Об утверждении ${titleAs('Положения', setting)}`,
    preamble: quality,
    points: [
      point(
        `Утвердить прилагаемое ${setting.regulation.title} (приложение).`,
        setting.draftRegulationId === null ? [] : [{ kind: 'approveRegulation', regulationId: setting.draftRegulationId }],
      ),
    ],
    appendices: [{ title: setting.regulation.title, content: 'regulation' }],
  }),
}

const appendix: AppendixKind = {
  content: 'regulation',
  name: 'Положение',
  title: 'Положение о стажировочной площадке',
  needs: 'approveRegulation',
}

const registers: RegisterSource = {
  read: async (tx, ctx, _occasion, { orders }) => ({
    rows: { approvedBy: await regulationsOfOrders(tx, ctx.territory.id, orders) },
  }),
  async complete(tx, ctx, { effectiveOn, effects }, named) {
    const regulations = await known(tx, ctx, effectiveOn, named.regulations)
    const current = await regulationOn(tx, ctx.territory.id, effectiveOn)
    const inForce = current?.inForce ? asKnown(current) : null
    const approved = effects.flatMap(({ effect }) => (effect.kind === 'approveRegulation' ? [effect.regulationId] : []))[0]
    return { regulations, inForce, judgedBy: regulations.get(approved ?? '') ?? inForce }
  },
}

async function known(tx: Tx, ctx: Ctx, day: Day, ids: readonly RegulationId[]): Promise<ReadonlyMap<string, KnownRegulation>> {
  const found = new Map<string, KnownRegulation>()
  for (const id of new Set(ids)) {
    const stored = await regulationById(tx, ctx.territory.id, id, day)
    if (stored) found.set(id, asKnown(stored))
  }
  return found
}

const asKnown = ({ id, version, regulation, startsOn, endsOn }: StoredRegulation): KnownRegulation => ({
  id,
  version,
  regulation,
  startsOn,
  endsOn,
})

/** What orders do to the regulation. */
export const regulationInOrders: OrderPart = {
  effects: [approving],
  templates: [template],
  appendices: [appendix],
  registers,
  revoking: {
    undone: (orderId, { approvedBy }) => (approvedBy.has(orderId) ? ['Положение, утверждённое этим приказом'] : []),
    undo: async (tx, ctx, revocation) => ({ facts: await ceaseRegulation(tx, ctx, revocation), siteIds: [] }),
  },
  async choices(tx, ctx) {
    const versions = await regulationVersions(tx, ctx.territory.id)
    return {
      regulations: versions
        .filter((version) => version.orderId === null)
        .map(({ id, version }) => ({ id, label: `редакция ${version}, ещё не утверждена` })),
    }
  },
}
