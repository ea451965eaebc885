import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { decipher, encipher, keyFor } from '../accounts/cipher.ts'
import type { SentFile } from '../files/incoming.ts'
import { newSecret } from '../kernel/ids.ts'
import type { AccountId } from '../kernel/types.ts'

/**
 * The hidden key of a form does two jobs: signed with the session it proves that our page made the form (no forged requests), and being random
 * it makes a second press the same act (see db/transact.ts).
 */
export function newFormKey(secret: string, sessionId: string, typist?: AccountId): string {
  const random = newSecret().slice(0, 22)
  const key = `${random}.${sign(secret, sessionId, random)}`
  return typist ? `${key}.${seal(secret, random, typist)}` : key
}

export function isOwnFormKey(secret: string, sessionId: string, key: string | undefined): key is string {
  const [random, signature, , ...rest] = (key ?? '').split('.')
  if (!random || !signature || rest.length > 0) return false
  const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(secret, sessionId, random))]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const sign = (secret: string, sessionId: string, random: string) =>
  createHmac('sha256', secret).update(`form\0${sessionId}\0${random}`).digest('base64url').slice(0, 22)

/**
 * A third part of the key says, to us only, whose page made the form: when the session is over by the time it comes, the text can be kept for
 * that account. It lets nobody do anything.
 */
const seal = (secret: string, random: string, typist: AccountId) =>
  encipher(typistKey(secret), random, Buffer.from(typist)).toString('base64url')
const typistKey = (secret: string) => keyFor(secret, 'typist')

/** The account whose page made a form; null for forms of strangers and for what we did not make. */
export function typistOf(secret: string, key: string | undefined): AccountId | null {
  const [random, , sealed, ...rest] = (key ?? '').split('.')
  if (!random || !sealed || rest.length > 0) return null
  return (decipher(typistKey(secret), random, Buffer.from(sealed, 'base64url'))?.toString() as AccountId | undefined) ?? null
}

/** What was sent, as a fingerprint: the same key with other content is not the same act. */
export function fingerprint(values: unknown, files: Readonly<Record<string, readonly SentFile[]>>): string {
  const hash = createHash('sha256').update(JSON.stringify(values))
  for (const [name, list] of Object.entries(files))
    for (const file of list) hash.update(`\0${name}\0${file.name}\0${file.size}\0`).update(file.sha256)
  return hash.digest('base64url')
}
