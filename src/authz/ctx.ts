import type { Tx } from '../db/pool.ts'
import type { Scope, Submission, Transacting } from '../db/transact.ts'
import { localTime, steadyMs } from '../kernel/clock.ts'
import type { AccountId, CertificateRunId, Day, Instant, PersonId, TerritoryId } from '../kernel/types.ts'
import type { ActKind } from '../regulation/acts.ts'
import type { Kind } from '../regulation/dictionary.ts'
import { type Actor, loadActor } from './actor.ts'
import { can, type Permission, type Subject } from './policy.ts'
import { noSecondFactor, type SecondFactor } from './second-factor.ts'

declare module '../db/columns.ts' {
  interface JsonColumns {
    'territories.kinds': Kind[]
  }
}

/** A tenant as the pages need it. */
export type Territory = {
  readonly id: TerritoryId
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly level: 'municipal' | 'regional'
  readonly timeZone: string
  /** The demonstration's own today; null outside demonstration. */
  readonly demoToday: Day | null
  /** By which acts its offices decide; null where they differ, or where there is no office yet. */
  readonly actKind: ActKind | null
  /** Its dictionary: what it calls kinds by words of its own. */
  readonly kinds: readonly Kind[]
}

/** What reaches beyond the database; put to work only inside the transaction of a deed. */
export type Services = {
  /** Puts a letter into the queue, in the transaction. */
  readonly mail: (tx: Tx, letter: { readonly to: string; readonly subject: string; readonly text: string }) => Promise<void>
  /** Puts the rest of a press of many papers into the queue, in the transaction. */
  readonly issueRest: (tx: Tx, press: { readonly territoryId: TerritoryId; readonly runId: CertificateRunId }) => Promise<void>
  /** The address people type, for links in letters. */
  readonly origin: string
  /** Whether letters leave this installation at all: without a mail server a person has to hand a link over. */
  readonly sendsMail: boolean
  /** Asks for the code of an account before a deed that needs one. */
  readonly secondFactor: SecondFactor
}

/** Loading and tests write no letters. */
export const noServices: Services = {
  mail: async () => {},
  issueRest: async () => {},
  origin: '',
  sendsMail: false,
  secondFactor: noSecondFactor,
}

/** Everything a page or a query of a territory needs: who, where, when. It works in the transaction that it is given and can open none. */
export type Ctx = {
  readonly scope: Scope
  readonly territory: Territory
  readonly actor: Actor
  /** How often anything of the territory had changed when the page began; null where nothing counted is kept. */
  readonly changes: number | null
  readonly now: Instant
  readonly today: Day
  /** When the request began, by the steady clock; null where the clock stands still. */
  readonly begun: number | null
  readonly submission: Submission | null
  readonly services: Services
}

/** What a command needs besides: the pool, for the one transaction of its deed. */
export type Acting = Ctx & Pick<Transacting, 'pool'>

/** Shorthand: may the person of this context do it? Without a subject: to anything of the territory. */
export const may = (ctx: Ctx, permission: Permission, subject?: Subject): boolean =>
  can(ctx.actor, permission, subject ?? { territoryId: ctx.territory.id })

/** The moment and the local day of a territory. In a demonstration the day is the territory's own and the time of day is real. */
export function timeOf(territory: Territory, systemNow: Instant): { now: Instant; today: Day } {
  const local = localTime(systemNow, territory.timeZone)
  if (!territory.demoToday) return { now: systemNow, today: local.day }
  const shift = Date.parse(`${territory.demoToday}T00:00:00Z`) - Date.parse(`${local.day}T00:00:00Z`)
  return { now: new Date(systemNow.getTime() + shift), today: territory.demoToday }
}

/** The context as of now, for whoever has waited: a day is written on a paper when its turn has come, not when the button was pressed. */
export function ofThisMoment(ctx: Ctx, steady = steadyMs()): Ctx {
  if (ctx.begun === null) return ctx
  const now = new Date(ctx.now.getTime() + steady - ctx.begun)
  return { ...ctx, now, begun: steady, today: ctx.territory.demoToday ?? localTime(now, ctx.territory.timeZone).day }
}

type Given = {
  readonly territory: Territory
  readonly accountId: AccountId | null
  readonly now: Instant
  readonly today: Day
  readonly begun?: number
  readonly submission?: Submission | null
  readonly services?: Services
  readonly changes?: number | null
}

/** Builds the context of a person; undefined when the territory has no such person. Runs inside a transaction with the scope set. */
export async function contextOf(
  tx: Tx,
  given: Given & {
    /** Null: whoever the account is here. */
    readonly personId: PersonId | null
  },
): Promise<Ctx | undefined> {
  const { territory, personId, accountId, today } = given
  const actor = await loadActor(tx, territory.id, personId, today, accountId)
  return actor && contextFor(actor, given)
}

/** The same for somebody who is known already. */
export const contextFor = (actor: Actor, { territory, accountId, now, today, ...given }: Given): Ctx => ({
  scope: { territoryId: territory.id, accountId },
  territory,
  actor,
  changes: given.changes ?? null,
  now,
  today,
  begun: given.begun ?? null,
  submission: given.submission ?? null,
  services: given.services ?? noServices,
})
