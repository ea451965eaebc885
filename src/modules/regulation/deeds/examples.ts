import { z } from 'zod'
import { ok, type Result, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { unseen } from '../../../kit/form/fields.ts'
import { valueTyped } from '../../../regulation/editor/typed.ts'
import { exampleInput, exampleInWords } from '../../../regulation/examples/run.ts'
import { type Example, exampleSchema } from '../../../regulation/examples/schema.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { editions } from '../case.ts'
import { paths } from '../paths.ts'
import { whyNotRead } from '../rules.ts'
import { changing, writing } from './write.ts'

/** More examples than a person reads before approving an edition. */
const mostExamples = 200

/** The number of an example among those of the edition, from one; the next number is a new one. */
const place = unseen(
  'Номер примера',
  z.coerce
    .number()
    .int()
    .min(1)
    .max(mostExamples + 1),
)

/** The example typed, read by its schema, in its place; or what is wrong at each field. */
export function withExample(regulation: Regulation, input: { at: number; value: unknown }): Result<Regulation> {
  const { examples } = regulation
  if (input.at > examples.length + 1) return refuseRule('edition.unknownExample')
  if (input.at > mostExamples) return refuseRule('edition.tooManyExamples', { params: { most: mostExamples } })
  const value = valueTyped(exampleInput, input.value)
  const read = exampleSchema.safeParse(value)
  if (!read.success)
    return refuseAll(whyNotRead({ title: 'Пример', captions: 'example', input: exampleInput }, read.error.issues, value))
  return ok({ ...regulation, examples: Object.assign([...examples], { [input.at - 1]: read.data }) })
}

const exampleAt = ({ examples }: Regulation, at: number): Example | undefined => examples[at - 1]
const said = (regulation: Regulation, at: number): string => {
  const example = exampleAt(regulation, at)
  return example === undefined ? '' : exampleInWords(example, regulation)
}
const back = ({ territory = '', edition = '' }: Readonly<Record<string, string>>) => paths.editionExamples({ territory, edition })

/** Writes one example of a draft, or a new one after the others. */
export const writeExample = deed(editions, 'write', {
  ...writing,
  at: paths.editionExamples,
  form: { at: place, value: unseen('Пример', z.unknown().optional()) },
  also: (tx, about) => changing(tx, about, withExample),
  fact: ({ input: { at }, made }) => ({ kind: 'regulation.exampleWritten', facts: { example: said(made, at) } }),
  done: ({ input: { at }, params }) => ({ to: `${back(params)}#example-${at}`, notice: 'Пример записан и проверен' }),
})

/** Takes an example out. */
export const removeExample = deed(editions, 'write', {
  ...writing,
  at: paths.editionExampleRemovals,
  form: { at: place },
  also: (tx, about) =>
    changing(tx, about, (regulation, { at }) =>
      exampleAt(regulation, at) === undefined
        ? refuseRule('edition.unknownExample')
        : ok({ ...regulation, examples: regulation.examples.toSpliced(at - 1, 1) }),
    ),
  fact: ({ input: { at }, regulation }) => ({
    kind: 'regulation.exampleRemoved',
    facts: { example: said(regulation, at) },
  }),
  done: ({ params }) => ({ to: back(params), notice: 'Пример убран' }),
})
