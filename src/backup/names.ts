/** `20261129T055130Z`: the same name in every time zone, in the order of time. */
const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

export const dataName = (at: Date): string => `ploshchadka-${stampOf(at)}.copy`
export const secretsName = (at: Date): string => `ploshchadka-${stampOf(at)}.secrets`

/** When an archive of this name was taken; null when it is not ours. */
export function takenAtOf(name: string): Date | null {
  const found = /^ploshchadka-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.(copy|secrets)$/.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second] = found
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** The witness of history in an archive, and where it lies unless another place is named. It is put in after the database: it has seen all of it. */
export const witnessEntry = 'history-witness'
