/**
 * What an order changes when it is signed: every legal change the product knows, by its kind. The module that owns what is changed adds
 * the kind here by `declare module`, and its kit to `orderParts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge theirs into it
export interface Effects {}
export type EffectKind = keyof Effects
export type Effect = Effects[EffectKind]
export type EffectOf<K extends EffectKind> = Effects[K]

/** An effect and the point that orders it. */
export type PlacedEffect<E extends Effect = Effect> = { readonly pointNumber: string; readonly effect: E }

/** Effects of one kind among those of an order. */
export const ofKind = <K extends EffectKind>(effects: readonly PlacedEffect[], kind: K): EffectOf<K>[] =>
  effects.flatMap(({ effect }) => ((effect.kind as EffectKind) === kind ? [effect as unknown as EffectOf<K>] : []))
