import type { CsvColumn } from '../../export/csv.ts'
import { shortDate } from '../../kernel/dates.ts'
import { type NameParts, withInitials } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { numberedAct } from '../../regulation/acts.ts'
import { stateWords } from './naming-rules.ts'
import type { SiteLine } from './queries.ts'
import { siteStateOn } from './rules.ts'

const name = (person: NameParts | null) => person && withInitials(person)
const date = (day: Day | null) => day && shortDate(day)

/** The columns of the register as a file. */
export const siteColumns = (on: Day): CsvColumn<SiteLine>[] => [
  ['Площадка', (line) => line.name],
  ['Тема', (line) => line.theme],
  ['Направление', (line) => line.direction],
  ['Состояние', (line) => stateWords[siteStateOn(line, on)]],
  ['Первый день', (line) => date(line.from)],
  ['Последний день', (line) => date(line.to)],
  ['Основание', (line) => numberedAct(line.orderKind, line.orderNumber)],
  ['Дата приказа', (line) => date(line.orderSignedOn)],
  ['Пункт', (line) => line.orderPoint],
  ['Руководитель', (line) => name(line.head)],
  ['Координатор', (line) => name(line.coordinator)],
  ['Закреплено школ', (line) => line.attached],
]
