/** What the database says of a column of an answer, as far as it matters here. */
export type Field = { readonly name: string; readonly dataTypeID: number }

/** A question as the driver gets it, with the columns of its answer: known since it was first asked. */
export type Question = { readonly text: string; readonly values: readonly unknown[]; readonly fields: readonly Field[] }

type Decode = ((value: string | number) => unknown) | null

const timestamptz = 1184
const int8 = 20
const bytea = 17

function exactly(value: string | number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${value} does not fit into a number`)
  return value as number
}

/**
 * Types whose values come through JSON as the driver would give them, and what has to be done to those that do not look alike: bool, bytea, int8, int2,
 * int4, text, json, float4, float8, date, varchar, timestamptz, uuid, jsonb, and arrays of bool, int4, text, varchar, uuid, json.
 */
const decoders: ReadonlyMap<number, Decode> = new Map<number, Decode>([
  ...[16, 21, 23, 25, 114, 700, 701, 1082, 1043, 2950, 3802, 1007, 1009, 1015, 2951, 199, 1000].map(
    (type) => [type, null] as const,
  ),
  [int8, exactly],
  [timestamptz, (value) => new Date(value)],
  [bytea, (value) => Buffer.from(String(value).slice('\\x'.length), 'hex')],
])

/** A literal that looks like a value of the question would be numbered anew with them. */
const hasPlaceholderInLiteral = (text: string) => text.split("'").some((piece, n) => n % 2 === 1 && /\$\d/.test(piece))

/** Whether a question may travel with others without its answer looking any different. */
export const maySharePath = ({ text, fields }: Pick<Question, 'text' | 'fields'>): boolean =>
  fields.every(({ dataTypeID }) => decoders.has(dataTypeID)) &&
  new Set(fields.map(({ name }) => name)).size === fields.length &&
  !hasPlaceholderInLiteral(text)

/** Several questions as one statement, whose one row has all answers, each a list of rows. */
export function asOne(questions: readonly Pick<Question, 'text' | 'values'>[]): string {
  let before = 0
  const parts = questions.map(({ text, values }) => {
    const shift = before
    before += values.length
    return `(select json_agg(asked) from (${text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + shift}`)}) asked)`
  })
  return `select json_build_array(${parts.join(',\n')}) as answers`
}

type Row = Record<string, unknown>

/** The rows of one answer, as if it had been asked for alone. */
export function rowsOf({ fields }: Pick<Question, 'fields'>, answer: readonly Row[] | null): readonly Row[] {
  const rows = answer ?? []
  for (const { name, dataTypeID } of fields) {
    const decode = decoders.get(dataTypeID)
    if (decode) for (const row of rows) if (row[name] !== null) row[name] = decode(row[name] as string | number)
  }
  return rows
}
