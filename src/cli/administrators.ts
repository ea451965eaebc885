import { DatabaseError, openDatabase } from './open-database.ts'
import type { Command, Parts } from './program.ts'

/** A command about an administrator of the installation, by e-mail: only the owner of the schema makes one. */
const about =
  (name: 'make-administrator' | 'remove-administrator', does: (parts: Parts) => Parts['makeAdministrator']): Command =>
  async ({ config, lifecycle, parts, say, log, words }) => {
    const [email] = words
    if (!email) {
      say(`Укажите почту, например: ${name} naumova@example.ru.`)
      return 2
    }
    const database = await openDatabase(config, lifecycle, say)
    if (!database.owner) throw new DatabaseError('Для этой команды задайте DATABASE_OWNER_URL: адрес базы с ролью её владельца.')
    const { done, text } = await does(parts)({ config, database, log }, email)
    say(text)
    return done ? 0 : 1
  }

/** `make-administrator EMAIL`: whoever signs in with the address makes territories from now on. */
export const makeAdministrator = about('make-administrator', (parts) => parts.makeAdministrator)

/** `remove-administrator EMAIL` */
export const removeAdministrator = about('remove-administrator', (parts) => parts.removeAdministrator)
