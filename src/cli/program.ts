import type { getRequestListener } from '@hono/node-server'
import type { Config } from '../config.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { OpenDatabase } from './open-database.ts'
import type { Log, Say } from './say.ts'

export type Fetch = Parameters<typeof getRequestListener>[0]

/** What the parts of the program are built from. */
export type PartDeps = {
  readonly config: Config
  readonly database: OpenDatabase
  readonly log: Log
}

/** The parts a command puts to work; main.ts names them. */
export type Parts = {
  /** The pages. */
  createApp(deps: PartDeps): Promise<{ fetch: Fetch }> | { fetch: Fetch }
  /** Jobs, mail and the daily run; `stop` lets the jobs under way end. */
  startWorker(deps: PartDeps): Promise<{ stop(): Promise<unknown> }>
  /** Loads the territories that are not there yet, as the owner of the schema. */
  /** Gives the codes of those that did not load. */
  loadTerritories(deps: PartDeps, say: Say): Promise<readonly string[]>
  /** Lets a person of a territory in; gives what to print. */
  invite(
    deps: PartDeps,
    given: { territory: string; email: string; familyName: string },
  ): Promise<{ done: boolean; text: string }>
  /** Gives a link for a new password of an account; gives what to print. */
  resetPassword(deps: PartDeps, email: string): Promise<{ done: boolean; text: string }>
  /** Takes the second factor of an account; gives what to print. */
  takeSecondFactor(deps: PartDeps, email: string): Promise<{ done: boolean; text: string }>
  /** Makes somebody an administrator of the installation, as the owner of the schema; gives what to print. */
  makeAdministrator(deps: PartDeps, email: string): Promise<{ done: boolean; text: string }>
  /** Takes that right away; gives what to print. */
  removeAdministrator(deps: PartDeps, email: string): Promise<{ done: boolean; text: string }>
  /** Lines for the terminal: who may be signed in as. */
  demoSignIns(deps: PartDeps): Promise<readonly string[]>
}

/** What a command of the command line works with. */
export type Program = {
  readonly config: Config
  readonly lifecycle: Lifecycle
  readonly parts: Parts
  readonly say: Say
  readonly log: Log
  /** What stood after the command's name. */
  readonly words: readonly string[]
}

/** A command either stays until it is stopped or ends with an exit code. */
export type Command = (program: Program) => Promise<'stays' | number>
