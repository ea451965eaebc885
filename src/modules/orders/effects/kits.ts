import { z } from 'zod'
import type { EffectKit } from '../../../kit/order/effect-kit.tsx'
import type { Effect } from '../../../kit/order/effects.ts'
import { type AppendixKind, type OrderPart, orderParts } from '../../../kit/order/parts.ts'
import type { Template } from '../../../kit/order/template.ts'

/** What is made of the parts of all modules once. */
type Together = {
  readonly kits: readonly EffectKit[]
  readonly byKind: ReadonlyMap<string, EffectKit>
  readonly form: z.ZodType<EffectForm>
  readonly schema: z.ZodType<Effect>
}
const made = new WeakMap<readonly OrderPart[], Together>()

/** A legal change as a person has filled it in; the kit of its kind knows the rest. */
export type EffectForm = { readonly kind: Effect['kind'] }

function together(): Together {
  const parts = orderParts.parts()
  const found = made.get(parts)
  if (found) return found
  const kits = parts.flatMap(({ effects }) => effects ?? []).toSorted((a, b) => a.spoken - b.spoken)
  const union = (of: (kit: EffectKit) => z.ZodType) =>
    z.discriminatedUnion('kind', kits.map(of) as unknown as [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]])
  const one: Together = {
    kits,
    byKind: new Map(kits.map((kit) => [kit.kind, kit])),
    form: union((kit) => kit.form) as unknown as z.ZodType<EffectForm>,
    schema: union((kit) => kit.schema) as unknown as z.ZodType<Effect>,
  }
  made.set(parts, one)
  return one
}

/** Every kind of legal change the product knows, in the order in which people speak of them. */
export const allKits = (): readonly EffectKit[] => together().kits
export const kitNamed = (kind: string): EffectKit | undefined => together().byKind.get(kind)
export const kitOf = (effect: Pick<Effect, 'kind'>): EffectKit => together().byKind.get(effect.kind)!

/** Reads an effect as it is stored or sent; throws when it is none. */
export const readEffect = (data: unknown): Effect => together().schema.parse(data)
/** The filled form of a change, of whatever kind. */
export const effectForm = z.lazy(() => together().form)

export const appendixKinds = (): readonly AppendixKind[] => orderParts.parts().flatMap(({ appendices }) => appendices ?? [])
export const allTemplates = (): readonly Template[] =>
  orderParts
    .parts()
    .flatMap(({ templates }) => templates ?? [])
    .toSorted((a, b) => a.place - b.place)
export const appendixNeeds = (content: string) => appendixKinds().find((one) => one.content === content)?.needs
