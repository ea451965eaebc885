import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** `invite TERRITORY EMAIL FAMILY-NAME`: a way in for a person of a territory, printed instead of mailed. */
export const invite: Command = async ({ config, lifecycle, parts, say, log, words }) => {
  const [territory, email, familyName] = words
  if (!territory || !email || !familyName) {
    say('Укажите код территории, почту и фамилию, например: invite luga naumova@example.ru Наумова.')
    return 2
  }
  const database = await openDatabase(config, lifecycle, say)
  const { done, text } = await parts.invite({ config, database, log }, { territory, email, familyName })
  say(text)
  return done ? 0 : 1
}
