import { damageSentence } from '../history/damage.ts'
import { markFrom } from '../history/mark.ts'
import { verifyHistory as verify } from '../history/verify.ts'
import { beginWitness, readWitness } from '../history/witness.ts'
import type { Mark } from '../history/witness-lines.ts'
import { systemNow } from '../kernel/clock.ts'
import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** So many places are named; the first ones matter. */
const most = 50

/**
 * Walks the chains of history and holds them against the witness: the program's own file, a copy of it (`--witness FILE`), heads out of letters
 * (`--head TERRITORY:NUMBER:DIGITS`). Ends with 1 when something is not as it was written. `--new-witness` begins the file anew.
 */
export const verifyHistory: Command = async ({ config, lifecycle, say, words }) => {
  const asked = askedOf(words)
  if (asked === null) {
    say('Можно указать: --witness ФАЙЛ, --head luga:1204:018f3a22c190bd7e44a1 (строка из письма), --new-witness.')
    return 2
  }
  const { db } = await openDatabase(config, lifecycle, say)
  const own = await readWitness(db, config.historyWitnessFile, true)
  const copy = asked.witness === null ? { marks: [], damages: [] } : await readWitness(db, asked.witness, false)
  const { damages, rows } = await verify(db, [...own.marks, ...copy.marks, ...asked.heads])
  const all = [...own.damages, ...copy.damages, ...damages]
  for (const damage of all.slice(0, most)) say(damageSentence(damage))
  const witnessed = own.marks.length + copy.marks.length + asked.heads.length
  say(
    all.length === 0
      ? `История цела, проверено записей: ${rows}, из них засвидетельствовано отдельно: ${witnessed}.`
      : `Найдено нарушений: ${all.length}, проверено записей: ${rows}.`,
  )
  if (asked.begins) {
    const beside = await beginWitness(db, config.historyWitnessFile, systemNow())
    say(`Файл свидетеля начат заново: ${config.historyWitnessFile}.${beside ? ` Прежний сохранён: ${beside}.` : ''}`)
  }
  return all.length === 0 ? 0 : 1
}

type Asked = { readonly witness: string | null; readonly heads: readonly Mark[]; readonly begins: boolean }

/** Null when the words make no sense. */
export function askedOf(words: readonly string[]): Asked | null {
  let [witness, begins]: [string | null, boolean] = [null, false]
  const heads: Mark[] = []
  const left = [...words]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--new-witness') begins = true
    else if (word === '--witness' && left[0]) witness = left.shift() ?? null
    else if (word === '--head') {
      const mark = markFrom(left.shift() ?? '')
      if (mark === null) return null
      heads.push(mark)
    } else return null
  }
  return { witness, heads, begins }
}
