import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. Kept in the hash, so that a later floor needs no migration. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/** Letters typed as one sign or as two are the same password. */
export const normalPassword = (password: string): string => password.normalize('NFC')

/** The hash to keep, in the usual text form `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await inTurn(() => derive('argon2id', { message: normalPassword(password), nonce: salt, tagLength, ...cost }))
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain64(salt)}$${plain64(tag)}`
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Whether the password is the one that was hashed. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const found = form.exec(hash)
  if (!found) throw new Error('a stored password has an unknown form')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  const wanted = Buffer.from(tag, 'base64')
  const given = await inTurn(() =>
    derive('argon2id', {
      message: normalPassword(password),
      nonce: Buffer.from(salt, 'base64'),
      tagLength: wanted.length,
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    }),
  )
  return timingSafeEqual(given, wanted)
}

const plain64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

let free = availableParallelism()
const waiting: (() => void)[] = []

/** As many at once as there are cores: a crowd at the door must not take all memory and threads. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}
