/** «N-о» as the office writes its numbers, in the form the journal keeps: «{n}-о». Null when there is no place for the number, or more than one. */
export function numberFormatOf(typed: string): string | null {
  const bare = typed.replace(/^№\s*/, '')
  const places = bare.match(/N/g)?.length ?? 0
  return places === 1 && !/[{}\d]N|N\d/.test(bare) ? bare.replace('N', '{n}') : null
}

/** The rows of a letterhead as typed; the name of the body where nothing is. */
export function letterheadOf(typed: string, name: string): readonly string[] {
  const rows = typed.split('\n').flatMap((row) => row.trim() || [])
  return rows.length > 0 ? rows : [name]
}
