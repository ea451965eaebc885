import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { harmIn, harmSentence, openArchive } from '../backup/archive-read.ts'
import { witnessEntry } from '../backup/names.ts'
import { restoreCopy, restoreSecrets } from '../backup/restore.ts'
import { readKey } from '../backup/seal.ts'
import type { Config } from '../config.ts'
import { openFiles } from '../files/open-files.ts'
import { verifyFiles } from '../files/verify.ts'
import { backupSettings } from './backup-settings.ts'
import { sayViolations } from './check-invariants.ts'
import { openDatabase } from './open-database.ts'
import type { Command, Program } from './program.ts'

/**
 * `verify`: every file, the chain of history and every invariant of this installation. `verify COPY`: every byte of an archive, and then
 * the same of an installation restored from it in a temporary folder; `--bytes` leaves the second out.
 */
export const verify: Command = async (program) => {
  const { config, say, words } = program
  const onlyBytes = words.includes('--bytes')
  const [file] = words.filter((word) => word !== '--bytes')
  if (!file) return verifyInstallation(program)
  const settings = backupSettings(config)
  const key = readKey(file.endsWith('.secrets') ? settings.secretsKeyFile : settings.keyFile)
  const archive = await openArchive(file, key)
  const { manifest } = archive
  const harm = await harmIn(archive).finally(() => archive.close())
  for (const one of harm) say(harmSentence(archive.name, one))
  if (harm.length > 0) return 1
  say(`${archive.name}: все файлы целы (${manifest.entries.length}), снята ${manifest.takenAt}.`)
  if (onlyBytes || manifest.kind !== 'data') return 0
  if (manifest.database?.engine === 'server') {
    say(
      'База снята на сервере: восстановите копию командой restore, запустите на ней сервер и выполните verify с его DATABASE_URL.',
    )
    return 0
  }
  return verifyRestored(program, file)
}

async function verifyInstallation(program: Program): Promise<number> {
  const { config, lifecycle, say } = program
  const { db } = await openDatabase(config, lifecycle, say)
  await openFiles(config)
  const { harm, files } = await verifyFiles(db)
  const said = { missing: 'файла нет', changed: 'файл изменён' }
  for (const { territory, id, what } of harm) say(`${territory}, файл ${id}: ${said[what]}.`)
  if (harm.length === 0) say(`Файлы целы, проверено: ${files}.`)
  const rest = await sayViolations(db, config.historyWitnessFile, say)
  return harm.length === 0 && rest === 0 ? 0 : 1
}

/** Restores beside and looks at it as at any installation; nothing of it stays. */
async function verifyRestored(program: Program, archive: string): Promise<number> {
  const dataDir = await fs.mkdtemp(path.join(tmpdir(), 'ploshchadka-verify-'))
  await fs.chmod(dataDir, 0o755) // PostgreSQL may run as another user
  program.lifecycle.onStop('временная папка', () => fs.rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  await restoreCopy({ archive, key: readKey(backupSettings(program.config).keyFile), dataDir, to: null })
  const config: Config = {
    ...program.config,
    ...{ dataDir, s3: null, database: { kind: 'embedded', dir: path.join(dataDir, 'pg') } },
    historyKeyFile: (await keyOfCopy(program, archive, dataDir)) ?? program.config.historyKeyFile,
    historyWitnessFile: path.join(dataDir, witnessEntry),
  }
  const outcome = await verifyInstallation({ ...program, config })
  program.say(
    outcome === 0
      ? 'Копия восстановлена во временную папку и проверена.'
      : 'Восстановленное из копии не таково, каким должно быть.',
  )
  return outcome
}

/** The keys of history of a copy, where its secrets lie beside it. Null: those of this installation are tried. */
async function keyOfCopy({ config, say }: Program, archive: string, dataDir: string): Promise<string | null> {
  const secrets = archive.replace(/\.copy$/, '.secrets')
  try {
    await restoreSecrets(secrets, readKey(backupSettings(config).secretsKeyFile), dataDir)
  } catch (error) {
    say(`Секреты копии не прочитаны (${(error as Error).message}): история проверяется ключом из ${config.historyKeyFile}.`)
    return null
  }
  const file = path.join(dataDir, 'history-key')
  return (await fs.stat(file).catch(() => null)) ? file : null
}
