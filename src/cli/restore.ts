import type { Target } from '../backup/recover.ts'
import { restoreCopy, restoreSecrets } from '../backup/restore.ts'
import { readKey } from '../backup/seal.ts'
import { backupSettings } from './backup-settings.ts'
import type { Command } from './program.ts'

/** `restore COPY [SECRETS] [--to TIME|latest]`: an installation from its copy, in an empty DATA_DIR. */
export const restore: Command = async ({ config, say, words }) => {
  const given = askedOf(words)
  if (given === null) {
    say(
      'Укажите копию и, если надо, секреты и время: restore КОПИЯ.copy КОПИЯ.secrets --to 2026-11-29T10:15:00+03:00 (или --to latest).',
    )
    return 2
  }
  const settings = backupSettings(config)
  const { archive, secrets, to } = given
  if (archive !== null) {
    const key = readKey(settings.keyFile)
    const { engine, takenAt, database, files } = await restoreCopy({ archive, key, dataDir: config.dataDir, to })
    say(`Восстановлено из копии от ${takenAt}: база в ${database}, присланных файлов ${files}.`)
    if (engine === 'server') say('Запустите на этой папке свой сервер PostgreSQL той же версии (docs/server.md).')
    say('Теперь проверьте всё: bin/start verify.')
  }
  if (secrets !== null) {
    const put = await restoreSecrets(secrets, readKey(settings.secretsKeyFile), config.dataDir)
    say(`Секреты восстановлены: ${put.join(', ')}. Перенесите строки settings.env в настройки и удалите этот файл.`)
  }
  return 0
}

type Asked = { readonly archive: string | null; readonly secrets: string | null; readonly to: Target | null }

/** Null when the words make no sense. */
export function askedOf(words: readonly string[]): Asked | null {
  const at = words.indexOf('--to')
  const to = at < 0 ? null : targetOf(words[at + 1] ?? '')
  const files = words.filter((_, n) => at < 0 || (n !== at && n !== at + 1))
  if (files.length === 0 || to === undefined || files.some((file) => file.startsWith('-'))) return null
  const secrets = files.find((file) => file.endsWith('.secrets')) ?? null
  const archives = files.filter((file) => file !== secrets)
  return archives.length > 1 ? null : { archive: archives[0] ?? null, secrets, to }
}

/** A moment with its zone, so that nobody has to guess whose clock is meant. */
function targetOf(text: string): Target | undefined {
  if (text === 'latest') return text
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? undefined : at
}
