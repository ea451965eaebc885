import { systemNow } from '../kernel/clock.ts'

/** Tells the person at the terminal something, in one line. */
export type Say = (line: string) => void
export const say: Say = (line) => void process.stdout.write(`${line}\n`)

/** One line of JSON for whoever keeps the logs: ids and counts, never what people wrote. */
export type Log = (entry: Readonly<Record<string, string | number | boolean | null>>) => void
export const log: Log = (entry) => void process.stderr.write(`${JSON.stringify({ at: systemNow().toISOString(), ...entry })}\n`)
