import { longDate } from '../../kernel/dates.ts'
import { citeClause } from '../cite.ts'
import { valueName } from '../editor/captions.ts'
import { partsInWords } from '../editor/in-words.ts'
import { inputOf } from '../editor/inputs.ts'
import { bodyName } from '../parties/questions.ts'
import type { Regulation } from '../schema.ts'
import { answerTo, type Found } from './answer.ts'
import { type Example, exampleSchema } from './schema.ts'

/** An example with what the regulation answers today. */
export type Tried = {
  readonly example: Example
  /** Who tries what, when. */
  readonly what: string
  readonly expected: string
  readonly found: string
  readonly reason: string | null
  readonly holds: boolean
}

export const exampleInput = inputOf('example', exampleSchema)

/** «Статус дают на срок: с 1 сентября 2021 г., по 31 августа 2025 г.» */
export function exampleInWords(example: Example, regulation: Regulation): string {
  const parts = exampleInput.as === 'shapes' ? (exampleInput.of[example.kind] ?? {}) : {}
  const asked = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'expected'))
  const said = partsInWords(asked, example, 'example', regulation).map(({ label, text }) =>
    label.length < 3 ? `${label.toLowerCase()} ${text}` : `${label.toLowerCase()} — ${text}`,
  )
  const title = valueName('example.kind', example.kind)
  return said.length === 0 ? title : `${title}: ${said.join(', ')}`
}

function answerInWords(answer: string | null, regulation: Regulation): string {
  if (answer === null) return 'дня нет'
  if (answer === 'allowed' || answer === 'refused') return valueName('example.expected', answer)
  return /^\d{4}-/.test(answer) ? longDate(answer) : bodyName(regulation, answer) || answer
}

const withClauses = (text: string, cited: string) => (cited === '' ? text : `${text}, ${cited}`)

/** The answer is the one expected and rests on a clause expected; what is allowed may rest on none that is named. */
function holds({ expected, clause }: Example, { answer, basis }: Found): boolean {
  if (answer !== expected) return false
  if (clause.length > 0) return basis !== null && clause.includes(basis.clause)
  return basis === null || answer === 'allowed'
}

/** Runs one example. */
export function tryExample(regulation: Regulation, example: Example): Tried {
  const found = answerTo(regulation, example)
  const cited = example.clause.map((number) => citeClause(regulation, number)).join('; ')
  return {
    example,
    what: exampleInWords(example, regulation),
    expected: withClauses(answerInWords(example.expected, regulation), cited),
    found: withClauses(answerInWords(found.answer, regulation), found.basis?.text ?? ''),
    reason: found.reason,
    holds: holds(example, found),
  }
}

/** Runs every example of a regulation, in their order. */
export const tryExamples = (regulation: Regulation): readonly Tried[] =>
  regulation.examples.map((example) => tryExample(regulation, example))

/** Examples that answer otherwise than they should, each with the difference; they keep an edition from being approved. */
export const exampleProblems = (regulation: Regulation): string[] =>
  tryExamples(regulation).flatMap(({ what, expected, found, holds }, index) =>
    holds ? [] : [`правило «examples»: ${index + 1}. ${what} — ждали: ${expected}; ответ: ${found}`],
  )

/** Examples whose answer an edition changes: those of both, asked of both. */
export function changedExamples(from: Regulation, to: Regulation): readonly { what: string; before: string; after: string }[] {
  const all = [...to.examples, ...from.examples]
  const once = all.filter(
    (one, index) => all.findIndex((other) => exampleInWords(other, to) === exampleInWords(one, to)) === index,
  )
  return once.flatMap((example) => {
    const [before, after] = [tryExample(from, example), tryExample(to, example)]
    return before.found === after.found ? [] : [{ what: after.what, before: before.found, after: after.found }]
  })
}
