import { BackupError } from '../backup/backup-error.ts'
import { ConfigError, readConfig } from '../config.ts'
import { UnsafeBaseError } from '../db/safe-base.ts'
import { UnsafeRoleError } from '../db/safe-role.ts'
import { ClusterError } from '../db/supervisor-place.ts'
import { StoreError } from '../files/file-store.ts'
import { HistoryKeyError } from '../history/keys.ts'
import { makeAdministrator, removeAdministrator } from './administrators.ts'
import { backup } from './backup.ts'
import { checkInvariants } from './check-invariants.ts'
import { invite } from './invite.ts'
import { createLifecycle, endOnSignals } from './lifecycle.ts'
import { ListenError } from './listen.ts'
import { loadTerritories } from './load-territories.ts'
import { migrate } from './migrate.ts'
import { DatabaseError } from './open-database.ts'
import type { Command, Parts } from './program.ts'
import { resetPassword } from './reset-password.ts'
import { restore } from './restore.ts'
import { log, say } from './say.ts'
import { start } from './start.ts'
import { takeSecondFactor } from './take-second-factor.ts'
import { verify } from './verify.ts'
import { verifyHistory } from './verify-history.ts'
import { web } from './web.ts'
import { worker } from './worker.ts'

const commands: Readonly<Record<string, Command>> = {
  start,
  web,
  worker,
  migrate,
  'load-territories': loadTerritories,
  'verify-history': verifyHistory,
  'check-invariants': checkInvariants,
  backup,
  restore,
  verify,
  invite,
  'reset-password': resetPassword,
  'take-second-factor': takeSecondFactor,
  'make-administrator': makeAdministrator,
  'remove-administrator': removeAdministrator,
}

/** Faults of the surroundings, not of the program: their message is all a person needs. */
const expected = [
  ConfigError,
  ClusterError,
  ListenError,
  DatabaseError,
  UnsafeRoleError,
  UnsafeBaseError,
  StoreError,
  BackupError,
  HistoryKeyError,
]

const tell = (line: string): void => void process.stderr.write(`${line}\n`)

/** A fault with what it came of: a migration that failed says why. */
const whole = (error: unknown): string =>
  error instanceof Error
    ? [error.stack ?? error.message, ...(error.cause === undefined ? [] : [`Причина: ${whole(error.cause)}`])].join('\n')
    : String(error)

/** Carries out the command line: one command, `start` when none is named. */
export async function run(words: readonly string[], parts: Parts): Promise<void> {
  const name = words[0] ?? 'start'
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    tell(`Нет команды «${name}»; есть: ${Object.keys(commands).join(', ')}.`)
    process.exitCode = 2
    return
  }
  const lifecycle = createLifecycle({ log: tell })
  const started = (async () => command({ config: readConfig(), lifecycle, parts, say, log, words: words.slice(1) }))()
  endOnSignals(lifecycle, tell, started)
  try {
    const outcome = await started
    if (outcome !== 'stays') await lifecycle.stop(outcome)
  } catch (error) {
    tell(expected.some((kind) => error instanceof kind) ? (error as Error).message : `Ошибка программы: ${whole(error)}`)
    await lifecycle.stop(1)
  }
}
