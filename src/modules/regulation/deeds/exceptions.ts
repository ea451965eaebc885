import { z } from 'zod'
import { ok, type Result, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { unseen } from '../../../kit/form/fields.ts'
import { entryOf } from '../../../regulation/editor/entries.ts'
import { valueTyped } from '../../../regulation/editor/typed.ts'
import { mayHaveExceptions } from '../../../regulation/exceptions/questions.ts'
import { exceptionInput, exceptionSchema } from '../../../regulation/exceptions/schema.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { editions } from '../case.ts'
import { paths } from '../paths.ts'
import { whyNotRead } from '../rules.ts'
import { changing, writing } from './write.ts'

/** More exceptions than any rule of a paper has. */
const mostExceptions = 20

/** The exception typed for a rule in its place, from one, or after the others; its value read as that of the rule; or what is wrong at each field. */
export function withException(
  regulation: Regulation,
  input: { rule: string; at: number; exception: unknown; value: unknown },
): Result<Regulation> {
  const entry = entryOf(input.rule)
  if (!entry || !mayHaveExceptions(entry.key)) return refuseRule('edition.unknownRule')
  const list = regulation.exceptions[entry.key] ?? []
  if (input.at > list.length + 1) return refuseRule('edition.unknownException')
  if (input.at > mostExceptions) return refuseRule('edition.tooManyExceptions', { params: { most: mostExceptions } })
  const typed = valueTyped(exceptionInput, input.exception)
  const read = exceptionSchema.safeParse(typed)
  if (!read.success) return refuseRule('edition.exceptionWhen', { field: 'exception.when.kind' })
  const value = valueTyped(entry.input, input.value)
  const other = entry.schema.safeParse(value)
  if (!other.success) return refuseAll(whyNotRead(entry, other.error.issues, value))
  return ok({
    ...regulation,
    exceptions: {
      ...regulation.exceptions,
      [entry.key]: Object.assign([...list], { [input.at - 1]: { ...read.data, value: other.data } }),
    },
  })
}

/** The number of an exception among those of its rule; the next number is a new one. */
const place = unseen(
  'Номер исключения',
  z.coerce
    .number()
    .int()
    .min(1)
    .max(mostExceptions + 1),
)
const rule = unseen('Правило', z.string().max(100))
const back = ({ territory = '', edition = '' }: Readonly<Record<string, string>>, of: string) =>
  paths.editionExceptions({ territory, edition, rule: of })

/** Writes an exception to a rule of a draft: one that is there already, or another. */
export const addException = deed(editions, 'write', {
  ...writing,
  at: paths.editionNewExceptions,
  form: {
    rule,
    at: place,
    exception: unseen('Исключение', z.unknown().optional()),
    value: unseen('Значение', z.unknown().optional()),
  },
  also: (tx, about) => changing(tx, about, withException),
  fact: ({ input }) => ({ kind: 'regulation.exceptionWritten', facts: { rule: input.rule } }),
  done: ({ input, params }) => ({ to: back(params, input.rule), notice: 'Исключение записано' }),
})

/** Takes an exception out. */
export const removeException = deed(editions, 'write', {
  ...writing,
  at: paths.editionExceptionRemovals,
  form: { rule, at: place },
  also: (tx, about) =>
    changing(tx, about, (regulation, input) => {
      const list = regulation.exceptions[input.rule] ?? []
      return list[input.at - 1] === undefined
        ? refuseRule('edition.unknownException')
        : ok({ ...regulation, exceptions: { ...regulation.exceptions, [input.rule]: list.toSpliced(input.at - 1, 1) } })
    }),
  fact: ({ input }) => ({ kind: 'regulation.exceptionRemoved', facts: { rule: input.rule } }),
  done: ({ input, params }) => ({ to: back(params, input.rule), notice: 'Исключение убрано' }),
})
