import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { port } from '../../kernel/port.ts'
import type { Day, OrderId, RegulationId, SiteId } from '../../kernel/types.ts'
import type { Answer } from '../../regulation/answer.ts'
import type { Applied, AppliedOrder, EffectKit } from './effect-kit.tsx'
import type { AskedNames, OrderChoices } from './effect-props.ts'
import type { Effect, EffectKind, EffectOf, PlacedEffect } from './effects.ts'
import type { Line, Objection } from './objections.ts'
import type { KnownRows, Named, Names, Occasion, Registers } from './registers.ts'
import type { AppendixContent, Choices, SettingRows, Template } from './template.ts'

/** What another module adds to an effect of a module below it. */
export type Consequence<K extends EffectKind = EffectKind> = {
  readonly of: K
  check?(effect: EffectOf<K>, registers: Registers): readonly Objection[]
  /** The lines with its own added, or with more said in them. */
  describe?(effect: EffectOf<K>, registers: Registers, lines: readonly Line[]): readonly Line[]
  apply?(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<EffectOf<K>>[], order: AppliedOrder): Promise<readonly Fact[]>
}
export const consequence = <K extends EffectKind>(one: Consequence<K>): Consequence => one

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
  /** The edition a thing of it lives under: what an effect names is judged by the line of that. */
  editionOf?(id: string, registers: Registers): RegulationId | null | undefined
  readonly revoking?: Revoking
  /** The bodies that sign such a change beside the one that issues the order. */
  together?(effect: Effect, registers: Registers): readonly Answer<string>[]
  /** What an order may name of it. */
  choices?(tx: Tx, ctx: Ctx, asked: AskedNames): Promise<Partial<OrderChoices>>
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
