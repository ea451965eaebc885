import type { BackupSettings, Config } from '../config.ts'
import { repeating } from '../jobs/repeating.ts'
import { systemNow } from '../kernel/clock.ts'
import { type Embedded, secretsOf, sourceOf } from './embedded.ts'
import { keepFiles, keepWitness } from './kept-files.ts'
import { asAdmin, endLine, keepLogs, lineFolder, lineOf } from './logs.ts'
import { prune } from './prune.ts'
import { isDue } from './retention-rules.ts'
import { readKey } from './seal.ts'
import { takeCopy } from './take.ts'

/** So much of the work is lost at most when the disk goes: the log is put away that often. */
const logSeconds = 60
/** Held by whoever puts the log away: one process at a time. */
const logLock = 7_411_003

type Log = (entry: Readonly<Record<string, string | number>>) => void
type Latest = { readonly at: Date | null; readonly line: string | null }

/** Takes the copy of the day when it is time, and removes those that have outlived their days. A fault is told and tried again in an hour. */
export async function copyWhenDue(...[config, settings, embedded, log]: Parameters<typeof copyNow>): Promise<void> {
  await copyNow(config, settings, embedded, log).catch((error: Error) => log({ event: 'copy', fault: error.message }))
}

async function copyNow(config: Config, settings: BackupSettings, embedded: Embedded, log: Log): Promise<void> {
  const now = systemNow()
  const [key, line] = [readKey(settings.keyFile), await asAdmin(embedded.admin, lineOf)]
  const latest = await latestOf(embedded)
  // From a copy of another line the logs that are kept now do not lead on.
  if (!isDue(latest.at, now, settings.everyHours) && latest.line === line) return
  const { name, bytes, seconds } = await takeCopy(settings, sourceOf(embedded, line), secretsOf(config), now)
  const removed = await prune(settings, key, line, now)
  log({ event: 'copy', name, bytes, seconds, removed })
}

const latestOf = ({ admin }: Embedded): Promise<Latest> =>
  asAdmin(admin, async (client) => {
    const { rows } = await client.query<Latest>('select taken_at as at, line from copies order by taken_at desc limit 1')
    return rows[0] ?? { at: null, line: null }
  })

/** Puts the log and the files that were sent away every minute until told to stop. A fault is told and does not end it. */
export const keepLogsRunning = (settings: BackupSettings, embedded: Embedded, log: Log) =>
  repeating(
    logSeconds,
    () => putAway(settings, embedded),
    (error) => log({ event: 'logs', fault: error.message }),
  )

/** What was done since the last time is safe when this ends. Null: another process does it. */
export async function putAway(
  { dir, keyFile }: BackupSettings,
  embedded: Embedded,
): Promise<{ line: string; kept: number } | null> {
  const [key, now, { at }] = [readKey(keyFile), systemNow(), await latestOf(embedded)]
  return asAdmin(embedded.admin, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [logLock])
    if (!rows[0]?.mine) return null
    const kept = await keepLogs(client, embedded.data, dir, key, now)
    await keepFiles(client, lineFolder(dir, kept.line), key, at ?? now, now)
    await keepWitness(embedded.witnessFile, lineFolder(dir, kept.line), key, now)
    return kept
  })
}

/** Where copies are not taken any more, the server need not keep its log for them. */
export const forgetLogs = ({ admin }: Embedded): Promise<void> => asAdmin(admin, endLine)
