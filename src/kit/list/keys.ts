import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

type Key = {
  readonly by: RawBuilder<unknown>
  readonly isDown: boolean
  /** A row that lacks it comes last, and first where the order goes down, as the database has it. */
  readonly mayLack: boolean
}

/** What rows are sorted by; no two rows share the last key. One by itself goes up, and every row has it. */
export type Keys = readonly (RawBuilder<unknown> | Key)[]

const keyOf = (key: RawBuilder<unknown> | Key): Key => ('by' in key ? key : { by: key, isDown: false, mayLack: false })

/** From the last to the first. */
export const down = (key: RawBuilder<unknown> | Key): Key => ({ ...keyOf(key), isDown: true })

/** Some rows have no such thing. */
export const orNone = (key: RawBuilder<unknown> | Key): Key => ({ ...keyOf(key), mayLack: true })

/** Where a row stands: the text of its keys, and how it stands in an address. */
export type Place = readonly (string | null)[]
export const written = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

const placeShape = z.array(z.string().nullable()).min(1).max(12)
/** The place in an address; null when it is none. */
export function placeIn(text: string | undefined): Place | null {
  if (!text) return null
  try {
    return placeShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null
  } catch {
    return null
  }
}

export const orderOf = (keys: Keys, backwards = false): RawBuilder<unknown> =>
  sql.join(keys.map(keyOf).map(({ by, isDown }) => (isDown === backwards ? by : sql`${by} desc`)))

export const placeOf = (keys: Keys): RawBuilder<unknown> =>
  sql`json_build_array(${sql.join(keys.map(keyOf).map(({ by }) => sql`(${by})::text`))})`

const isAt = ({ by }: Key, at: string | null) => (at === null ? sql`${by} is null` : sql`${by} = ${at}`)

function isPast({ by, isDown, mayLack }: Key, at: string | null, backwards: boolean) {
  const goesDown = isDown !== backwards
  if (at === null) return goesDown ? sql`${by} is not null` : sql`false`
  if (goesDown) return sql`${by} < ${at}`
  return mayLack ? sql`(${by} > ${at} or ${by} is null)` : sql`${by} > ${at}`
}

/** Whether a row comes after a place. What every row has and what goes one way is compared as a whole, so that an index leads to it. */
export function beyond(given: Keys, place: Place, backwards: boolean): RawBuilder<boolean> {
  const keys = given.map(keyOf)
  const at = (index: number) => place[index] ?? null
  const oneWay = keys.findIndex(({ isDown, mayLack }) => mayLack || isDown !== keys[0]?.isDown)
  const led = oneWay < 0 ? keys.length : oneWay
  const rest = (from: number): RawBuilder<unknown> => {
    const key = keys[from]
    if (!key) return sql`false`
    const past = isPast(key, at(from), backwards)
    return from + 1 === keys.length ? past : sql`(${past} or ${isAt(key, at(from))} and ${rest(from + 1)})`
  }
  if (led === 0) return sql<boolean>`${rest(0)}`
  const sides = [keys.slice(0, led).map(({ by }) => by), place.slice(0, led).map((value) => sql`${value}`)]
  const [own, asked] = sides.map((side) => sql`(${sql.join(side)})`)
  const than = sql.raw(keys[0]?.isDown === backwards ? '>' : '<')
  return led === keys.length ? sql<boolean>`${own} ${than} ${asked}` : sql<boolean>`${own} ${than}= ${asked} and ${rest(0)}`
}
