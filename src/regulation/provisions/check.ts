import { citeClause } from '../cite.ts'
import type { Regulation } from '../schema.ts'
import { provisionOf } from './questions.ts'

/** A contradiction nobody has settled, and a rule that is forbidden and set at once. */
export function provisionProblems(regulation: Regulation): string[] {
  return Object.entries(regulation.provisions).flatMap(([key, note]) => {
    if (note.state === 'said') return []
    if (note.state === 'conflict') {
      const readings = note.readings.map(
        ({ text, clause }) => `«${text}» (${clause.map((number) => citeClause(regulation, number)).join('; ')})`,
      )
      return [`правило «${key}»: Положение говорит двояко: ${readings.join(' и ')}. Выберите одно чтение`]
    }
    const {
      provisions: { [key]: _note, ...others },
      ...rules
    } = regulation
    const withoutNote = provisionOf({ ...rules, provisions: others }, key)
    return withoutNote.state === 'silent' ? [] : [`правило «${key}»: отмечено, что Положение это запрещает, а правило записано`]
  })
}
