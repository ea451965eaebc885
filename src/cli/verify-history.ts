import { type Damage, verifyHistory as verify } from '../history/verify.ts'
import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

const words: Record<Damage['what'], string> = {
  changed: 'запись изменена',
  missing: 'записи нет',
  tailCut: 'последние записи удалены',
}

/** Walks the chains of history; ends with 1 when something is not as it was written. */
export const verifyHistory: Command = async ({ config, lifecycle, say }) => {
  const { db } = await openDatabase(config, lifecycle, say)
  const { damages, rows } = await verify(db)
  for (const { territory, seq, what } of damages) say(`${territory}, запись ${seq}: ${words[what]}.`)
  say(
    damages.length === 0
      ? `История цела, проверено записей: ${rows}.`
      : `Найдено нарушений: ${damages.length}, проверено записей: ${rows}.`,
  )
  return damages.length === 0 ? 0 : 1
}
