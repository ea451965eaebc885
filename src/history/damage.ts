import type { Instant } from '../kernel/types.ts'

/** Ways in which history is not what was written. */
const words = {
  changed: 'не то, что было записано: запись изменена или вставлена',
  moved: 'не продолжает предыдущую: запись переставлена, вставлена или перенесена',
  missing: 'записи нет',
  unkeyed: 'запись не закрыта ключом',
  unknownKey: 'запись закрыта ключом, которого нет в файле ключей',
  oldKey: 'запись закрыта прежним ключом, хотя уже введён новый',
  tailCut: 'последние записи удалены, начиная с этой',
  headChanged: 'отметка о последней записи изменена',
  notWitnessed: 'не та запись, которую засвидетельствовали',
  forgotten: 'записи нет, а она была засвидетельствована',
} as const

const wordsOfWitness = {
  absent: 'файла свидетеля нет, а строка в нём была',
  cut: 'строки и следующих за ней нет: конец файла свидетеля удалён',
  lineMissing: 'строки нет',
  lineChanged: 'строка изменена или вставлена',
} as const

/** A place where the history of a territory, or the file that witnesses it, is not what was written. */
export type Damage =
  | { readonly territory: string; readonly seq: number; readonly what: keyof typeof words; readonly seen?: Instant }
  | { readonly witnessLine: number; readonly what: keyof typeof wordsOfWitness }

/** One place in words. */
export function damageSentence(damage: Damage): string {
  if ('witnessLine' in damage) return `Свидетель истории, строка ${damage.witnessLine}: ${wordsOfWitness[damage.what]}.`
  const seen = damage.seen ? ` (${damage.seen.toISOString()})` : ''
  return `${damage.territory}, запись ${damage.seq}: ${words[damage.what]}${seen}.`
}
