/** One measured figure; `holds` is null where nothing is promised. */
export type Figure = { readonly what: string; readonly measured: string; readonly target: string; readonly holds: boolean | null }

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const mb = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
export const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

/** A figure that has to be at most so much. */
export const atMost = (what: string, value: number, most: number, text: (value: number) => string): Figure => ({
  what,
  measured: text(value),
  target: `≤ ${text(most).replace('.00', '').replace('.0', '')}`,
  holds: value <= most,
})

/** A figure to know, without a promise. */
export const toKnow = (what: string, measured: string): Figure => ({ what, measured, target: '', holds: null })

/** The value below which the given share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/**
 * CPU milliseconds of a fixed task (regular expressions, sorting, JSON), the best of five: figures of two machines or of two hours compare
 * as multiples of it.
 */
export function calibrate(): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    fixedTask()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

function fixedTask(): number {
  let sum = 0
  for (let round = 0; round < 40; round++) {
    const rows = Array.from({ length: 4000 }, (_, n) => ({ n, name: `Школа № ${(n * 7919) % 4001}`, theme: `Тема ${n % 97}` }))
    rows.sort((a, b) => (a.name < b.name ? -1 : 1))
    sum += JSON.stringify(rows).replace(/№ (\d+)/g, '$1').length
  }
  return sum
}

/** The figures as a table for the terminal. */
export function tableOf(title: string, figures: readonly Figure[]): string {
  const width = (pick: (figure: Figure) => string) => Math.max(...figures.map((figure) => pick(figure).length))
  const [what, measured] = [width((one) => one.what), width((one) => one.measured)]
  const word = ({ holds, target }: Figure) => (holds === null ? '' : `${holds ? 'holds ' : 'MISSES'}  ${target}`)
  const lines = figures.map((one) => `  ${one.what.padEnd(what)}  ${one.measured.padStart(measured)}  ${word(one)}`.trimEnd())
  return [title, ...lines, ''].join('\n')
}
