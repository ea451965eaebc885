import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** `take-second-factor EMAIL`: for somebody who has lost the telephone and the recovery codes. */
export const takeSecondFactor: Command = async ({ config, lifecycle, parts, say, log, words }) => {
  const [email] = words
  if (!email) {
    say('Укажите почту учётной записи, например: take-second-factor naumova@example.ru.')
    return 2
  }
  const database = await openDatabase(config, lifecycle, say)
  const { done, text } = await parts.takeSecondFactor({ config, database, log }, email)
  say(text)
  return done ? 0 : 1
}
