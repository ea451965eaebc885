import { DatabaseError, openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** Loads the territories from `territories/` that the database does not have yet. */
export const loadTerritories: Command = async ({ config, lifecycle, parts, say, log }) => {
  const database = await openDatabase(config, lifecycle, say)
  if (!database.owner) throw new DatabaseError('Для этой команды задайте DATABASE_OWNER_URL: адрес базы с ролью её владельца.')
  const failed = await parts.loadTerritories({ config, database, log }, say)
  return failed.length === 0 ? 0 : 1
}
