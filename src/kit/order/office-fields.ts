import { capital } from '../../kernel/names.ts'
import { keysOf } from '../../kernel/records.ts'
import { actNames } from '../../regulation/acts.ts'
import { draftArea, line, optionalLine, radios } from '../form/fields.ts'

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
