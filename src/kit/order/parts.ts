import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { port } from '../../kernel/port.ts'
import type { Day, OrderId, OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import type { IconName } from '../../ui/icon.tsx'
import type { EffectProps, OrderChoices } from './effect-props.ts'
import type { Effect, EffectKind, EffectOf, PlacedEffect } from './effects.ts'
import type { Line, Objection } from './objections.ts'
import type { KnownRows, Named, Names, Occasion, Registers } from './registers.ts'
import type { AppendixContent, Choices, SettingRows, Template } from './template.ts'

/** The order whose effects are applied. */
export type AppliedOrder = { readonly id: OrderId; readonly effectiveOn: Day; readonly registers: Registers }

/** What applying has changed: facts for history, and sites whose public line has to be refreshed. */
export type Applied = { readonly facts: readonly Fact[]; readonly siteIds: readonly SiteId[] }

/** Finds the rows behind typed names; what is not found is refused at its field. */
export type Reading = {
  person(typed: string | null, field: string): PersonId | null
  organisation(typed: string | null, field: string): OrganisationId | null
  organisations(ids: readonly string[], names: readonly string[], field: string): OrganisationId[]
}

type Values = Readonly<Record<string, string | string[]>>
type Concerned = { readonly people?: readonly PersonId[]; readonly organisations?: readonly OrganisationId[] }

/** One kind of effect, all of it: how it is called, stored, filled in, checked (pure), described (pure) and applied. */
export type EffectKit<E extends Effect = Effect> = {
  readonly kind: E['kind']
  /** What a group of changes is called in the editor, in lists and, before signing, in the preview. */
  readonly name: string
  count(count: number): string
  headline(count: number): string
  readonly icon: IconName
  /** Its place among the others as people speak of them, and when effects are applied: later ones may lean on earlier ones of the same order. */
  readonly spoken: number
  readonly applied: number
  readonly schema: z.ZodType<E>
  /** As a person fills it in: people and organisations by name, the rest chosen from lists. */
  readonly form: z.ZodObject
  /** The effect from the filled form; where it is left out the form is the effect. */
  read?(form: never, field: string, reading: Reading): object
  /** The stored effect as its fields, where the common way does not do. */
  values?(effect: E): Values
  /** What a new one begins with: what it brings into being gets its id here, so that other points can name it. */
  begin?(): Values
  readonly Fields: (props: EffectProps) => ComponentChildren
  /** What of the registers it has to know. */
  names?(effect: E): Names
  check(effect: E, registers: Registers): readonly Objection[]
  describe(effect: E, registers: Registers): readonly Line[]
  /** All of an order at once, in the signing transaction. */
  apply(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<E>[], order: AppliedOrder): Promise<Applied>
  /** What it has changed in a signed order, with a link to where it is seen now. */
  deed(effect: E, registers: Registers, ctx: Ctx): { readonly text: string; readonly href: string | null }
  /** Who has to read the order because of it, besides the organisations it names. */
  concerns?(tx: Tx, ctx: Ctx, effect: E, day: Day): Promise<Concerned>
  /** It ends, prolongs or suspends what was there: revoking the order puts that back. */
  readonly putsBack?: true
}

/** What decides about a kind and does it, apart from how it is filled in and called. */
export type Handler<E extends Effect> = Pick<EffectKit<E>, 'check' | 'describe' | 'apply'>

/** What another module adds to an effect of a module below it. */
export type Consequence<K extends EffectKind = EffectKind> = {
  readonly of: K
  check?(effect: EffectOf<K>, registers: Registers): readonly Objection[]
  /** The lines with its own added, or with more said in them. */
  describe?(effect: EffectOf<K>, registers: Registers, lines: readonly Line[]): readonly Line[]
  apply?(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<EffectOf<K>>[], order: AppliedOrder): Promise<readonly Fact[]>
}
export const consequence = <K extends EffectKind>(one: Consequence<K>): Consequence => one as unknown as Consequence

/** Reads what effects are checked against: first rows of its own and what they name in turn, then what needs the rows of others. */
export type RegisterSource = {
  read?(tx: Tx, ctx: Ctx, occasion: Occasion, named: Named): Promise<{ rows: Partial<KnownRows>; names?: Names }>
  complete?(tx: Tx, ctx: Ctx, registers: Registers, named: Named): Promise<Partial<KnownRows>>
}

/** An order revoked from a day on by another one. */
export type Revocation = {
  readonly orderId: OrderId
  readonly on: Day
  readonly byOrderId: OrderId
  readonly pointNumber: string
}

/** What a module does when an order is revoked that has changed what it owns. */
export type Revoking = {
  check?(orderId: OrderId, registers: Registers): readonly Objection[]
  /** What ends with it: «Статус площадки: …». */
  undone(orderId: OrderId, registers: Registers): readonly string[]
  /** Undoes it. Modules above undo before those below. */
  undo(tx: Tx, ctx: Ctx, revocation: Revocation): Promise<Applied>
}

/** An appendix whose rows come from effects. */
export type AppendixKind = {
  readonly content: AppendixContent
  /** «Перечень площадок», and the heading a new one begins with. */
  readonly name: string
  readonly title: string
  readonly needs: EffectKind
  /** An appendix of the regulation prints the regulation itself and has no rows. */
  readonly columns?: readonly string[]
  rows?(registers: Registers): string[][][]
}

/** A module's part in orders. */
export type OrderPart = {
  readonly effects?: readonly EffectKit[]
  readonly consequences?: readonly Consequence[]
  readonly templates?: readonly Template[]
  readonly appendices?: readonly AppendixKind[]
  readonly registers?: RegisterSource
  readonly revoking?: Revoking
  /** What an order may name of it. */
  choices?(tx: Tx, ctx: Ctx): Promise<Partial<OrderChoices>>
  /** What its templates are written from. */
  setting?(tx: Tx, ctx: Ctx, choices: Choices): Promise<Partial<SettingRows>>
  /** Keeps what the order touches from changing until it is signed. */
  lock?(tx: Tx, ctx: Ctx, effects: readonly PlacedEffect[]): Promise<void>
  /** The order is signed and its effects are applied. */
  signed?(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<readonly Fact[]>
  draftDeleted?(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<readonly Fact[]>
  published?(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<void>
  /** Sites that a signed order has touched. */
  touched?(tx: Tx, ctx: Ctx, siteIds: readonly SiteId[]): Promise<void>
}
export const orderParts = port<OrderPart>('orderParts')
