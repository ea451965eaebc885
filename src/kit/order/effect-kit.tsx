import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { partOf } from '../../kernel/records.ts'
import type { Day, OrderId, OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { IconName } from '../../ui/content.ts'
import type { EffectField, FieldNamed, Labels, Reading, Values } from './effect-fields.tsx'
import type { EffectProps } from './effect-props.ts'
import type { Effect, EffectKind, EffectOf, PlacedEffect } from './effects.ts'
import type { Line, Objection } from './objections.ts'
import type { Names, Registers } from './registers.ts'
import { together, type Wording } from './wording.ts'

/** The order whose effects are applied. */
export type AppliedOrder = {
  readonly id: OrderId
  readonly effectiveOn: Day
  readonly registers: Registers
  /** As other papers name it. */
  readonly named: { readonly act: ActKind; readonly signedOn: Day; readonly numberText: string }
}

/** What applying has changed: facts for history, and sites whose public line has to be refreshed. */
export type Applied = { readonly facts: readonly Fact[]; readonly siteIds: readonly SiteId[] }

type Concerned = { readonly people?: readonly PersonId[]; readonly organisations?: readonly OrganisationId[] }

type Place = {
  readonly icon: IconName
  /** Its place among the others as people speak of them, and when effects are applied: later ones may lean on earlier ones of the same order. */
  readonly spoken: number
  readonly applied: number
}

/** What one kind of effect says of itself; how it is stored, filled in and read follows from its fields. */
type Said<E extends Effect> = {
  /** What a group of changes is called in the editor, in lists and, before signing, in the preview. */
  readonly name: string
  count(count: number): string
  headline(count: number): string
  /** What a new one begins with: what it brings into being gets its id here, so that other points can name it. */
  begin?(): Values
  check(effect: E, registers: Registers): readonly Objection[]
  describe(effect: E, registers: Registers): readonly Line[]
  /** What it has changed in a signed order, with a link to where it is seen now. */
  deed(effect: E, registers: Registers, ctx: Ctx): { readonly text: string; readonly href: string | null }
  /** Who has to read the order because of it, besides the organisations it names. */
  concerns?(tx: Tx, ctx: Ctx, effect: E, day: Day): Promise<Concerned>
  /** Whether a body beside the authority and the operator may decide it by the regulation; left out: none may. */
  ofFurtherBody?(effect: E, registers: Registers): boolean
  /** It ends, prolongs or suspends what was there: revoking the order puts that back. */
  readonly putsBack?: true
}

/** One kind of effect, all of it. */
export type EffectKit<E extends Effect = Effect> = Said<E> &
  Place & {
    readonly kind: E['kind']
    readonly schema: z.ZodType<E>
    /** As a person fills it in: people and organisations by name, the rest chosen from lists. */
    readonly form: z.ZodObject
    /** The effect from the filled form. */
    read(form: Readonly<Record<string, unknown>>, at: string, reading: Reading): object
    /** The stored effect as its fields. */
    values(effect: E, labels: Labels): Values
    readonly Fields: (props: EffectProps) => ComponentChildren
    /** What of the registers it has to know. */
    names(effect: E): Names
    /** The text of the point that orders these, made from their fields. `listed`: an appendix of the order has their rows. */
    says(effects: readonly E[], registers: Registers, listed: boolean): Wording
    /** All of an order at once, in the signing transaction. */
    apply(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<E>[], order: AppliedOrder): Promise<Applied>
  }

/** Its own check says which body decides it. */
export const byItsCheck = (): boolean => true

export type EffectFields = Readonly<Record<string, FieldNamed>>
/** The effect its fields make. */
export type EffectMade<K extends string, F> = {
  readonly kind: K
} & { readonly [N in keyof F]: F[N] extends FieldNamed<infer Value> ? Value : never }

type Given<E extends Effect> = Said<E> & {
  readonly place: Place
  /** What follows from the fields where one was left out. */
  completed?(filled: E): object
  /** One effect in a sentence; `says` where several are said together. */
  saysOne?(effect: E, registers: Registers): Wording
  says?: EffectKit<E>['says']
  /** One after another, or all at once; sites it names are touched, and those it returns. */
  applyOne?(tx: Tx, ctx: Ctx, one: PlacedEffect<E>, order: AppliedOrder): Promise<readonly Fact[]>
  apply?(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<E>[], order: AppliedOrder): Promise<readonly Fact[] | Applied>
}

/** Makes one kind of effect from its fields and from what it says, checks and does. */
export function effectKit<K extends EffectKind>(of: K, named: EffectFields, given: Given<EffectOf<K>>): EffectKit<EffectOf<K>> {
  type E = EffectOf<K>
  const { place, completed, saysOne, applyOne, ...said } = given
  const fields = Object.entries(named).map(([name, make]): [string, EffectField] => [name, make(name)])
  const kind = z.literal(of as string)
  const names = (effect: E): Names => {
    const found: Record<string, string[]> = {}
    for (const [name, { names: of }] of fields)
      if (of) found[of] = [...(found[of] ?? []), ...[partOf(effect, name)].flat().filter((id) => typeof id === 'string')]
    return found
  }
  return {
    ...{ ...said, ...place, kind: of },
    schema: z.object({
      kind,
      ...Object.fromEntries(fields.map(([name, { stored }]) => [name, stored])),
    }) as unknown as z.ZodType<E>,
    form: z.object({ kind, ...Object.assign({}, ...fields.map(([, { inputs }]) => inputs)) }),
    read(form, at, reading) {
      const filled = Object.fromEntries(fields.map(([name, one]) => [name, one.read(form, at, reading)]))
      return { kind: of, ...filled, ...completed?.(filled as unknown as E) }
    },
    values: (effect, labels) =>
      Object.assign({ kind: of }, ...fields.map(([name, one]) => one.values(partOf(effect, name), labels))),
    Fields: (props) => <>{fields.map(([, { Field }]) => Field && <Field {...props} />)}</>,
    names,
    says: given.says ?? ((effects, registers) => together(effects.map((effect) => saysOne!(effect, registers)))),
    async apply(tx, ctx, placed, order) {
      const siteIds = placed.flatMap(({ effect }) => names(effect).sites ?? [])
      if (given.apply) {
        const applied = await given.apply(tx, ctx, placed, order)
        return 'facts' in applied ? applied : { facts: applied, siteIds }
      }
      const facts: Fact[] = []
      for (const one of placed) facts.push(...(await applyOne!(tx, ctx, one, order)))
      return { facts, siteIds }
    },
  }
}
