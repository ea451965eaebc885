import { partOf } from '../../kernel/records.ts'
import { clauseOf } from '../cite.ts'
import { entryOf } from '../editor/entries.ts'
import { exceptionInWords } from '../editor/in-words.ts'
import type { Regulation } from '../schema.ts'
import { mayHaveExceptions, undecided } from './questions.ts'

/** Exceptions of no rule, without a clause, of another form than their rule, or of which two hold at once and none goes first. */
export function exceptionProblems(regulation: Regulation): string[] {
  return Object.entries(regulation.exceptions).flatMap(([key, list]) => {
    const at = `правило «${key}»: исключение`
    const entry = entryOf(key)
    if (entry === undefined) return [`${at}: такого правила нет`]
    if (!mayHaveExceptions(key)) return [`${at}: у этого правила исключений система не различает`]
    if (entry.read(regulation) === null) return [`${at}: общего правила нет`]
    const said = (one: (typeof list)[number]) => exceptionInWords(entry, one, regulation)
    const badly = list.flatMap((one) => {
      if (!entry.schema.safeParse(one.value).success) return [`${at} записано не до конца`]
      const clauses = partOf(one.value, 'clause')
      if (!Array.isArray(clauses) || clauses.length === 0) return [`${at}: не назван пункт Положения`]
      const unknown = clauses.map(String).filter((number) => clauseOf(regulation, number) === undefined)
      return unknown.map((number) => `${at}: пункт ${number} не найден в тексте Положения`)
    })
    const both = undecided(list).map(
      ([one, other]) => `${at}: могут сойтись два, и не сказано, какое сильнее: «${said(one)}» и «${said(other)}»`,
    )
    return [...badly, ...both]
  })
}
