import { setTimeout as sleep } from 'node:timers/promises'
import type { BackupSettings, Config } from '../config.ts'
import { systemNow } from '../kernel/clock.ts'
import { type Embedded, secretsOf, sourceOf } from './embedded.ts'
import { asAdmin, endLine, keepLogs, lineOf } from './logs.ts'
import { prune } from './prune.ts'
import { isDue } from './retention-rules.ts'
import { readKey } from './seal.ts'
import { takeCopy } from './take.ts'

/** So much of the work is lost at most when the disk goes: the log is put away that often. */
const logSeconds = 60

type Log = (entry: Readonly<Record<string, string | number>>) => void
type Latest = { readonly at: Date | null; readonly line: string | null }

/** Takes the copy of the day when it is time, and removes those that have outlived their days. */
export async function copyWhenDue(config: Config, settings: BackupSettings, embedded: Embedded, log: Log): Promise<void> {
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

/** Puts the log away every minute until told to stop. A fault is told and does not end it. */
export function keepLogsRunning(
  { dir, keyFile }: BackupSettings,
  { admin, data }: Embedded,
  log: Log,
): { stop(): Promise<void> } {
  const ending = new AbortController()
  const running = (async () => {
    while (!ending.signal.aborted) {
      await asAdmin(admin, (client) => keepLogs(client, data, dir, readKey(keyFile), systemNow())).catch((error: Error) =>
        log({ event: 'logs', fault: error.message }),
      )
      await sleep(logSeconds * 1000, undefined, { signal: ending.signal, ref: false }).catch(() => {})
    }
  })()
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}

/** Where copies are not taken any more, the server need not keep its log for them. */
export const forgetLogs = ({ admin }: Embedded): Promise<void> => asAdmin(admin, endLine)
