import { keysOf } from '../../kernel/records.ts'
import { draftArea, line, optionalLine, radios } from '../../kit/form/fields.ts'
import { actNames } from '../../regulation/acts.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** How the papers of an office look, wherever somebody says it. */
export const officeFields = {
  settlement: optionalLine('Населённый пункт', {
    hint: 'Печатается под шапкой, например с. Усть-Ишим. Можно оставить пустым',
    most: 100,
  }),
  actKind: radios('Чем орган оформляет решения', {
    what: 'вид документа',
    of: keysOf(actNames),
    named: (kind) => capital(actNames[kind]),
  }),
  numberForm: line('Вид номера', {
    what: 'вид номера',
    hint: 'Поставьте N на место самого номера: N, N-о, 01-05/N',
    width: 20,
    most: 40,
  }),
  enactingWord: line('Слово перед пунктами', {
    what: 'слово перед пунктами',
    hint: 'Как в ваших документах: приказываю:',
    width: 20,
    most: 60,
  }),
  letterhead: draftArea('Шапка документа', {
    what: 'шапку',
    hint: 'Строка — с новой строки. Можно оставить пустой: тогда печатается название органа',
    most: 2000,
    rows: 3,
  }),
}

/** «N-о» as the office writes its numbers, in the form the journal keeps: «{n}-о». Null when there is no place for the number, or more than one. */
export function numberFormatOf(typed: string): string | null {
  const bare = typed.replace(/^№\s*/, '')
  const places = bare.match(/N/g)?.length ?? 0
  return places === 1 && !/[{}\d]N|N\d/.test(bare) ? bare.replace('N', '{n}') : null
}

/** The rows of a letterhead as typed; the name of the body where nothing is. */
export function letterheadOf(typed: string, name: string): readonly string[] {
  const rows = typed.split('\n').flatMap((row) => row.trim() || [])
  return rows.length > 0 ? rows : [name]
}
