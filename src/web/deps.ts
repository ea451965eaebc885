import type { Ctx, Services } from '../authz/ctx.ts'
import type { Ending, Session, SessionReader, Visitor } from '../authz/visitor.ts'
import type { Db, Tx } from '../db/pool.ts'
import type { Contacts } from '../kernel/contacts.ts'
import type { Instant } from '../kernel/types.ts'
import type { RuleTexts } from './refusals.ts'
import type { Page } from './route.ts'

/** What the layout has to know to draw a page around its content. */
export type Around = {
  readonly address: string
  readonly cookies: string | undefined
  readonly formKey: string
  readonly notice: string | null
  /** The notice tells of something to do, not of something done. */
  readonly noticeWaits?: boolean
  /** The version a refused form was made for, when it is shown again. */
  readonly sentVersion?: number | null
  /** When the session is over unless it is used again. */
  readonly sessionEndsAt?: Instant | null
  /** Its pages and papers are samples and say so. */
  readonly isDemonstration?: boolean
}

/** Puts pages into the layout. One for the whole program; tests may give a plainer one. */
export type Shell = {
  /** Asks what the layout needs of the database beside what the page asks, so that both travel together. */
  readonly prepare?: (tx: Tx, ctx: Ctx) => Promise<unknown>
  readonly territoryPage: (tx: Tx, ctx: Ctx, page: Page, around: Around) => Promise<string>
  readonly publicPage: (visitor: Visitor, page: Page, around: Around) => string
  readonly errorPage: (
    status: number,
    around: Around,
    more: {
      ctx?: Ctx
      session?: Session | null
      sentences?: readonly string[]
      reference?: string
      /** What the person had typed and would lose. */
      typed?: readonly string[]
    },
  ) => string
}

/** Connections that only read: a replica's when there is one. Tables have a few of their own, so that a page never waits for one. */
export type Readers = { readonly pages: Db; readonly tables: Db }

/** What the web layer is built from. */
export type WebDeps = {
  readonly db: Db
  /** Where public pages and tables to save are read; without it, where everything is. */
  readonly readers?: Readers
  readonly readSession: SessionReader
  /** Why the session of a request is over; null when it never had one. */
  readonly whyEnded?: (headers: Headers) => Promise<Ending | null>
  readonly shell: Shell
  readonly ruleTexts: RuleTexts
  readonly services: Services
  /** Whom the pages of information name; without it nobody. */
  readonly contacts?: Contacts | undefined
  readonly secret: string
  readonly secureCookies: boolean
  /** Whether this is a demonstration. */
  readonly demo?: boolean
  readonly systemNow: () => Instant
  readonly log: (entry: Readonly<Record<string, string | number | boolean | null>>) => void
}
