import { partOf } from '../../kernel/records.ts'
import { entryOf } from '../editor/entries.ts'
import { exceptionInWords } from '../editor/in-words.ts'
import type { Describer } from '../line.ts'

/** Where a rule is otherwise: the case, and what holds in it. */
const exceptions: Describer = (regulation) =>
  Object.entries(regulation.exceptions).flatMap(([key, list]) => {
    const entry = entryOf(key)
    if (entry === undefined) return []
    return list.map((one) => {
      const clause = partOf(one.value, 'clause')
      return {
        clause: Array.isArray(clause) ? clause.map(String) : [],
        icon: 'next' as const,
        text: `Исключение, ${entry.title.toLowerCase()}: ${exceptionInWords(entry, one, regulation)}`,
      }
    })
  })

/** What the product does by the exceptions to rules. */
export const exceptionDescribers: readonly Describer[] = [exceptions]
