/** Data whose shape nobody has looked at. */
export type Values = Readonly<Record<string, unknown>>

/** The entries of an object; none of anything else. */
export const entriesIn = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}
