import { BackupError } from '../backup/backup-error.ts'
import type { BackupSettings, Config } from '../config.ts'

/** The settings of copies, for a command that cannot do without. */
export function backupSettings({ backup }: Config): BackupSettings {
  if (backup) return backup
  throw new BackupError(
    'Задайте BACKUP_DIR (папка для копий, лучше на другом диске) и BACKUP_KEY_FILE (ключ: openssl rand -base64 48 > файл).',
  )
}
