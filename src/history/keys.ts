import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { codeOf } from '../kernel/errors.ts'

/** The keys of history cannot be used as they are. The message is a Russian sentence that says what to do. */
export class HistoryKeyError extends Error {}

/** Secrets by their numbers, kept outside of the database; the highest number closes what is written from now on. */
export type HistoryKeys = { readonly current: number; readonly secrets: ReadonlyMap<number, string> }

/** What is closed: one kind can never pass for another. */
type Use = 'row' | 'witness' | 'key'
type Part = Buffer | string

const leastSecret = 32
const mostNumber = 255
export const sealBytes = 33

function codeOver(secret: string, use: Use, parts: readonly Part[]): Buffer {
  const code = createHmac('sha256', secret).update(`${use}\n`)
  for (const part of parts) code.update(`${Buffer.byteLength(part)}\n`).update(part)
  return code.digest()
}

/** The number of the key, then HMAC-SHA-256 over the parts. */
export function sealOf(keys: HistoryKeys, use: Use, ...parts: readonly Part[]): Buffer {
  return Buffer.concat([Buffer.of(keys.current), codeOver(keys.secrets.get(keys.current) ?? '', use, parts)])
}

/** The number of the key that made a seal; 0 when none did. */
export const keyNumberOf = (seal: Buffer): number => (seal.length === sealBytes ? (seal[0] ?? 0) : 0)

/** Whether the seal is over these parts, or why that cannot be said. */
export function checkSeal(
  keys: HistoryKeys,
  seal: Buffer,
  use: Use,
  ...parts: readonly Part[]
): 'good' | 'broken' | 'unknownKey' {
  const secret = keys.secrets.get(keyNumberOf(seal))
  if (secret === undefined) return 'unknownKey'
  return timingSafeEqual(seal.subarray(1), codeOver(secret, use, parts)) ? 'good' : 'broken'
}

/** What the database keeps of a key, to know it again: nothing can be closed with it. */
export const proofOf = (secret: string, number: number): Buffer => codeOver(secret, 'key', [`${number}`])

/** A line for each key: its number, a space, its secret. */
export function parseKeys(text: string, file: string): HistoryKeys {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const secrets = new Map<number, string>()
  for (const line of lines) {
    const [, digits, secret = ''] = /^(\d{1,3}) (\S+)$/.exec(line) ?? []
    const number = Number(digits)
    if (!(number >= 1 && number <= mostNumber) || secret.length < leastSecret || secrets.has(number))
      throw new HistoryKeyError(
        `Файл ключей истории ${file} испорчен: в каждой строке должны быть номер от 1 до ${mostNumber}, пробел и секрет не короче ${leastSecret} знаков, номера не повторяются.`,
      )
    secrets.set(number, secret)
  }
  if (secrets.size === 0) throw new HistoryKeyError(`Файл ключей истории ${file} пуст: верните его из копии секретов.`)
  return { current: Math.max(...secrets.keys()), secrets }
}

/** Null when there is no such file. */
export function readKeys(file: string): HistoryKeys | null {
  try {
    return parseKeys(fs.readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof HistoryKeyError) throw error
    if (codeOf(error) === 'ENOENT') return null
    throw new HistoryKeyError(`Файл ключей истории ${file} не читается: проверьте путь и права.`)
  }
}

/** A key of an installation that has none yet; of several programs starting at once all use the one that was linked first. */
export function makeKeys(file: string): HistoryKeys {
  const beside = `${file}.${process.pid}`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(beside, `1 ${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
    fs.linkSync(beside, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new HistoryKeyError(
        `Файл ключей истории ${file} не создаётся: проверьте путь и права или назовите другой в HISTORY_KEY_FILE.`,
      )
  } finally {
    fs.rmSync(beside, { force: true })
  }
  return parseKeys(fs.readFileSync(file, 'utf8'), file)
}

let kept: HistoryKeys | null = null

/** Says once, at the start of the program, what history is closed with. */
export function closeHistoryWith(keys: HistoryKeys): void {
  kept = keys
}

export function historyKeys(): HistoryKeys {
  if (kept === null) throw new Error('history was asked for before closeHistoryWith()')
  return kept
}
