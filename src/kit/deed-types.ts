import type { ComponentChildren } from 'preact'
import type { Acting, Ctx } from '../authz/ctx.ts'
import type { Permission } from '../authz/policy.ts'
import type { Tx } from '../db/pool.ts'
import type { CheckedFile } from '../files/check.ts'
import type { Result, RuleRefusal } from '../kernel/result.ts'
import type { FormState } from '../ui/fields.ts'
import type { PostRoute } from '../web/route.ts'
import type { Fields } from './form/fields.ts'
import type { Moving } from './guard.ts'
import type { At, ThingPage } from './thing.ts'
import type { Happened, Perhaps, Report, Told } from './told.ts'

/** What a deed is done to: a row that moves, with what stands around it. */
export type Movable = { readonly one: Moving }

/** What the functions of a deed are given: the thing, who does it, what was typed and sent. */
export type About<Open, Input> = Open & { readonly ctx: Ctx; readonly input: Input; readonly files: readonly CheckedFile[] }

/** The same when it is done: what the deed made, and the row as it has become. */
export type After<Open extends Movable, Input, Made> = About<Open, Input> & { readonly made: Made; readonly now: Open['one'] }

/** What followed, to be told and recorded with the deed. */
export type Followed = { readonly told?: Told | readonly Told[] | null; readonly facts?: readonly Happened[] }

/** A rule, pure: refuses, or gives the refusals it found. */
export type Rule<Given> = (given: Given) => Result<unknown> | readonly RuleRefusal[]

/** How a deed is offered on a page: a sheet, or a fold in a sheet, with its button. */
export type Ask<Open> = {
  readonly title?: string | ((opened: Open) => string)
  /** Few need it at once: it opens in place. */
  readonly folded?: boolean
  readonly text?: string
  readonly button?: string
  /** Its form has a page of its own; this button leads there. */
  readonly opens?: string
  readonly kind?: 'secondary' | 'warning'
  readonly small?: boolean
  /** Of which of many rows the button says it does it, to a screen reader alone. */
  readonly of?: string
  /** In place of the fields of its form, where they are more than fields. */
  readonly fields?: (given: Open & { readonly ctx: Ctx; readonly form: FormState | null }) => ComponentChildren
  /** What is filled in waits in the telephone for the network; the address of the page on which the form stands. */
  readonly waits?: (given: Open & { readonly ctx: Ctx }) => string
  /** More buttons of the same form, each for another deed: what `instead` of its address calls them. */
  readonly others?: readonly { readonly intent: string; readonly button: string }[]
}

/** What a page knows of a deed. */
export type Offer<Open> = {
  readonly name: string
  readonly address: (ctx: Ctx, opened: Open, chosen?: Chosen) => string
  /** The version its form is made for. */
  readonly version: (opened: Open, chosen?: Chosen) => number
  readonly form: Fields
  /** What stands in its fields at first, as text. */
  readonly begins: (ctx: Ctx, opened: Open) => Readonly<Record<string, string>>
  readonly hints: (ctx: Ctx, opened: Open) => Hints
  readonly ask: Ask<Open> | null
  /** What is already chosen where it is offered: the side that signs. */
  readonly chosen?: Chosen
  /** Whether this person may do it in this state. */
  readonly offered: (ctx: Ctx, opened: Open, chosen?: Chosen) => boolean
}
type Hints = Readonly<Record<string, string | undefined>>
export type Chosen = Readonly<Record<string, string>>

/** What a command is given: the thing, the version the person saw, the form, the files. */
export type Sent<Input> = Input & { readonly id: string; readonly version?: number; readonly files?: readonly CheckedFile[] }

/** What a deed has come to. */
export type Done<Open extends Movable, Made> = { readonly one: Open['one']; readonly made: Made }
export type Leading = { readonly to: string; readonly notice: string }
type Posted<Input> = { readonly input: Input; readonly params: Readonly<Record<string, string>> }

/** A deed within its transaction: what it has still to tell and to record. */
export type Performed<Open, Made> = Report & { readonly opened: Open; readonly made: Made }

export type Deed<Open extends Movable, Input, Made> = Offer<Open> & {
  /** The command: one transaction, everything or nothing. */
  readonly run: (ctx: Acting, sent: Sent<Input>) => Promise<Result<Done<Open, Made>>>
  /** The same in the transaction of a deed that comes after it. */
  readonly within: (tx: Tx, ctx: Ctx, opened: Open | null, sent: Sent<Input>) => Promise<Result<Performed<Open, Made>>>
  said(given: Done<Open, Made> & Posted<Input>): string | Leading
  /** Its address; `page` is shown again when it is refused. `instead`: other deeds the same form may be sent for, by the button pressed. */
  readonly route: (page: ThingPage<Open>, instead?: Readonly<Record<string, Deed<Open, Input, unknown>>>) => PostRoute
}

/** What a deed is, but for its form, its address and what it writes into the row. */
export type Ways<Open extends Movable, Input, Made> = {
  readonly permits: Permission
  /** The permission asked of the thing itself, where it depends on the thing or on what was typed. */
  readonly by?: (
    given: Open & { readonly input?: Partial<Input> & { readonly version?: number }; readonly can: (one: Permission) => boolean },
  ) => Permission
  /** The version of the part it changes, where parts of the thing have versions of their own. */
  readonly versionOf?: (given: Open & { readonly input: Partial<Input> }) => number
  /** It may be done whatever the person saw. */
  readonly anyVersion?: boolean
  /** It is done beside the row, which stays as it is, with its version; the machine says in which states. */
  readonly beside?: boolean
  /** Nothing would change: the row stays as it is, with its version. */
  readonly idle?: (given: About<Open, Input> & { readonly made: Made }) => boolean
  /** Done before it with the same form, in the same transaction. */
  readonly after?: Pick<Deed<Open, Input, unknown>, 'within'>
  /** What the thing itself lacks for it, whatever is typed; while it lacks that, it is not offered. */
  readonly lacks?: Rule<Open & { readonly ctx: Ctx; readonly input?: Partial<Input> }>
  /** What is wrong with what was typed. */
  readonly rule?: Rule<About<Open, Input>>
  /** What else it reads and writes; `set`, `tell`, `fact` and `done` are given what it made. */
  readonly also?: (tx: Tx, given: About<Open, Input>) => Promise<Result<Made>>
  /**
   * `also` for many who press at once, each as if after the one before: an answer to each, in their order. It writes nothing of those whom it refuses. Then
   * they are done in one transaction; only for deeds beside the row.
   */
  readonly together?: (tx: Tx, all: readonly About<Open, Input>[]) => Promise<readonly Result<Made>[]>
  /** What comes of it elsewhere once the row stands where it stands now. */
  readonly follow?: (tx: Tx, given: After<Open, Input, Made>) => Promise<Result<Followed>>
  readonly tell?: (given: After<Open, Input, Made>, tx: Tx) => Perhaps<Told>
  readonly fact: (given: After<Open, Input, Made>, tx: Tx) => Perhaps<Happened>
}

export type DeedSpec<Open extends Movable, Input, Made, Set, Param extends string> = Ways<Open, Input, Made> & {
  /** Where its form is sent. */
  readonly at: At<Param>
  /** What stands in its fields at first; without it they are empty. */
  readonly begins?: (given: Open & { readonly ctx: Ctx }) => Readonly<Record<string, unknown>>
  /** Hints that depend on the thing. */
  readonly hints?: (given: Open & { readonly ctx: Ctx }) => Hints
  /** It may be done although what the case belongs to is at rest. */
  readonly anyStanding?: boolean
  /** Happened when the state allows no such deed; without it the refusal is an illegal move. */
  readonly elsewhere?: Omit<RuleRefusal, 'code'>
  readonly set?: (given: About<Open, Input> & { readonly made: Made }) => Set
  /** What the person is told, and where they go if not to the thing. */
  readonly done: string | Deed<Open, Input, Made>['said']
  readonly ask?: Ask<Open>
}
