/** The log of PostgreSQL comes in files of one size; their names count them. */
export type Segments = { readonly timeline: string; readonly bytes: number }

const hex = (n: number) => n.toString(16).toUpperCase().padStart(8, '0')

/** The name of the file that holds a place of the log. */
export function segmentAt({ timeline, bytes }: Segments, place: number): string {
  const number = Math.floor(place / bytes)
  const inOne = 2 ** 32 / bytes
  return `${timeline}${hex(Math.floor(number / inOne))}${hex(number % inOne)}`
}

/** The names from the place a copy began at up to the last byte that it needs. */
export function segmentsBetween(segments: Segments, from: number, to: number): string[] {
  const [first, last] = [Math.floor(from / segments.bytes), Math.floor((to - 1) / segments.bytes)]
  return Array.from({ length: Math.max(last - first + 1, 1) }, (_, n) => segmentAt(segments, (first + n) * segments.bytes))
}

export const isSegment = (name: string): boolean => /^[0-9A-F]{24}$/.test(name)
