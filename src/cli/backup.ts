import { embeddedOf, secretsOf, sourceOf } from '../backup/embedded.ts'
import { asAdmin, lineOf } from '../backup/logs.ts'
import { type DatabaseSource, takeCopy } from '../backup/take.ts'
import { openFiles } from '../files/open-files.ts'
import { systemNow } from '../kernel/clock.ts'
import { backupSettings } from './backup-settings.ts'
import { DatabaseError, databaseAccess } from './open-database.ts'
import type { Command } from './program.ts'

/** `backup`: a copy of the installation as it is now, whether the program runs or not. On a server: `backup FOLDER` of its own tools. */
export const backup: Command = async ({ config, lifecycle, say, words }) => {
  const settings = backupSettings(config)
  const [folder] = words
  if (config.database.kind === 'server' && !folder) {
    say('База на сервере: снимите её командой pg_basebackup в папку и назовите папку, например: backup /var/backups/base.')
    return 2
  }
  const { admin, owner } = await databaseAccess(config, lifecycle, say)
  if (!owner) throw new DatabaseError('Для этой команды задайте DATABASE_OWNER_URL: адрес базы с ролью её владельца.')
  await openFiles(config)
  const embedded = embeddedOf(config, admin)
  const from: DatabaseSource = embedded
    ? sourceOf(embedded, await asAdmin(embedded.admin, lineOf))
    : { engine: 'server', owner, folder: folder ?? '', witnessFile: config.historyWitnessFile }
  const { name, secretsName, bytes, entries, seconds } = await takeCopy(settings, from, secretsOf(config), systemNow())
  const mb = Math.max(Math.round(bytes / 1e6), 1)
  say(`Копия снята за ${String(seconds).replace('.', ',')} с: ${settings.dir}/${name}, файлов ${entries}, ${mb} МБ.`)
  say(`Секреты отдельно: ${settings.dir}/${secretsName}. Храните их и ключ не там, где копии.`)
  return 0
}
