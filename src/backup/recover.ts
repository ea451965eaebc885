import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from '../db/supervisor-binaries.ts'
import type { Place } from '../db/supervisor-place.ts'
import { adminRole, ask, connection, launch, shutDown } from '../db/supervisor-process.ts'
import { databaseName } from '../db/supervisor-roles.ts'
import { witnessedLine } from '../history/witness.ts'
import { BackupError } from './backup-error.ts'
import { asAdmin } from './logs.ts'

/** How far the database goes on from its copy along the kept logs: to a moment, or to their end. */
export type Target = Date | 'latest'

/**
 * Lets the server read the log that lies with the copy, or the kept logs up to the target, and stops it again. Gives how far the witness of
 * history had come by then.
 */
export async function recover(place: Place, logs: { readonly folder: string; readonly to: Target } | null): Promise<number> {
  if (logs) await fs.writeFile(path.join(place.data, 'recovery.signal'), '')
  await own(place, place.data)
  const from = (await fs.stat(place.log).catch(() => null))?.size ?? 0
  const server = launch(place, findBinaries(place.runAs), logs ? settingsOf(logs.folder, logs.to) : {})
  while ((await ask(place)) !== 'ok') {
    if (server.ended()) throw new BackupError(complaint((await fs.readFile(place.log, 'utf8')).slice(from), place.log))
    await sleep(100)
  }
  const witnessed = await asAdmin(connection(place, adminRole, databaseName), witnessedLine)
  await shutDown(place)
  return witnessed
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`

const settingsOf = (folder: string, to: Target): Record<string, string> => ({
  hot_standby: 'off', // who asks is told to wait until it is whole
  restore_command: `cp ${quoted(folder)}/%f "%p"`,
  recovery_target_timeline: 'current',
  ...(to !== 'latest' && { recovery_target_time: to.toISOString().replace('Z', '+00'), recovery_target_action: 'promote' }),
})

function complaint(said: string, log: string): string {
  if (said.includes('recovery ended before configured recovery target was reached'))
    return 'Журнал не доходит до названного времени: назовите более раннее или latest, чтобы дойти до его конца.'
  const fatal = /(?:FATAL|PANIC): +(.*)/.exec(said)?.[1] ?? 'причина не названа'
  return `База из копии не запустилась (${fatal}): подробности в ${log}.`
}

/** Gives a folder with all in it to the user PostgreSQL runs as. */
export async function own({ runAs }: Place, folder: string): Promise<void> {
  await fs.chmod(folder, 0o700)
  if (!runAs) return
  await fs.chown(folder, runAs.uid, runAs.gid)
  for (const found of await fs.readdir(folder, { recursive: true, withFileTypes: true }))
    await fs.chown(path.join(found.parentPath, found.name), runAs.uid, runAs.gid)
}
