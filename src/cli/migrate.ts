import { connectionSentence, DatabaseError, databaseAccess, isConnectionFault, prepareSchema } from './open-database.ts'
import type { Command } from './program.ts'

/** Brings the schema to this version of the program, as the owner of the schema. */
export const migrate: Command = async ({ config, lifecycle, say }) => {
  const { owner, appRole } = await databaseAccess(config, lifecycle, say)
  if (!owner) throw new DatabaseError('Для этой команды задайте DATABASE_OWNER_URL: адрес базы с ролью её владельца.')
  const { applied, alreadyThere } = await prepareSchema(owner, appRole).catch((error: { code?: string }) => {
    if (!owner.connectionString || !isConnectionFault(error)) throw error
    throw new DatabaseError(connectionSentence(error, owner.connectionString, 'DATABASE_OWNER_URL'), { cause: error })
  })
  say(applied.length > 0 ? `Внесены изменения: ${applied.join(', ')}.` : `Изменений нет, внесено раньше: ${alreadyThere}.`)
  return 0
}
