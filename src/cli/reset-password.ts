import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** `reset-password EMAIL`: a link for a new password of an account, printed for its owner. */
export const resetPassword: Command = async ({ config, lifecycle, parts, say, log, words }) => {
  const [email] = words
  if (!email) {
    say('Укажите почту учётной записи, например: reset-password naumova@example.ru.')
    return 2
  }
  const database = await openDatabase(config, lifecycle, say)
  const { done, text } = await parts.resetPassword({ config, database, log }, email)
  say(text)
  return done ? 0 : 1
}
