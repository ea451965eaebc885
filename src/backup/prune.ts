import fs from 'node:fs/promises'
import path from 'node:path'
import type { BackupSettings } from '../config.ts'
import { openArchive } from './archive-read.ts'
import { pruneFiles } from './kept-files.ts'
import { keptSegments, lineFolder } from './logs.ts'
import { dataName, secretsName, takenAtOf } from './names.ts'
import { outlived } from './retention-rules.ts'
import type { Key } from './seal.ts'

/** Removes copies that have outlived their days, and of the logs what no copy that is left leads on from. Gives how many copies went. */
export async function prune({ dir, keepDays }: BackupSettings, key: Key, line: string | null, now: Date): Promise<number> {
  const names = (await fs.readdir(dir)).filter((name) => name.endsWith('.copy'))
  const taken = names.map(takenAtOf).filter((at) => at !== null)
  const gone = outlived(taken, now, keepDays)
  for (const at of gone) for (const name of [dataName(at), secretsName(at)]) await fs.rm(path.join(dir, name), { force: true })
  await pruneLogs(dir, key, line, taken.filter((at) => !gone.includes(at)).map(dataName))
  return gone.length
}

async function pruneLogs(dir: string, key: Key, line: string | null, copies: readonly string[]): Promise<void> {
  const first = new Map<string, { segment: string; takenAt: Date }>()
  for (const name of [...copies].sort()) {
    const archive = await openArchive(path.join(dir, name), key).catch(() => null)
    if (archive === null) return // what cannot be read may still need them
    await archive.close()
    const { takenAt, database } = archive.manifest
    if (database?.line && !first.has(database.line))
      first.set(database.line, { segment: database.from, takenAt: new Date(takenAt) })
  }
  for (const of of await fs.readdir(path.join(dir, 'logs')).catch(() => [])) {
    const [folder, leads] = [lineFolder(dir, of), first.get(of)]
    if (leads === undefined && of !== line) await fs.rm(folder, { recursive: true, force: true })
    if (leads === undefined) continue
    for (const name of await keptSegments(folder)) if (name < leads.segment) await fs.rm(path.join(folder, name))
    await pruneFiles(folder, leads.takenAt)
  }
}
