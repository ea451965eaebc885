import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import fs from 'node:fs'
import { BackupError } from './backup-error.ts'

const magic = Buffer.from('PLCOPY01')
const sizes = { magic: 8, salt: 16, unique: 16, check: 16, sum: 8 }
export const headerBytes = Object.values(sizes).reduce((sum, size) => sum + size, 0)
export const tagBytes = 16
const leastKey = 32

/** What a key file holds; the slow derivation is done once for a salt. */
export type Key = { readonly file: string; readonly secret: Buffer; readonly derived: Map<string, Promise<Buffer>> }

/** Which part of an archive: a chunk by its number, or the index that ends it. */
export type Part = number | 'index'
export type Seal = {
  readonly header: Buffer
  close(part: Part, plain: Buffer): Buffer
  /** Null when the bytes are not what was sealed. */
  open(part: Part, sealed: Buffer): Buffer | null
}

/** Reads a key: random bytes or a passphrase, kept in a file away from the data. */
export function readKey(file: string): Key {
  let secret: Buffer
  try {
    secret = Buffer.from(fs.readFileSync(file, 'utf8').trim())
  } catch {
    throw new BackupError(`Ключ копий ${file} не читается: проверьте путь и права.`)
  }
  if (secret.length < leastKey)
    throw new BackupError(`В ключе копий ${file} меньше ${leastKey} знаков: создайте его командой openssl rand -base64 48.`)
  return { file, secret, derived: new Map() }
}

function master(key: Key, salt: Buffer): Promise<Buffer> {
  const name = salt.toString('hex')
  const known = key.derived.get(name)
  if (known) return known
  const made = new Promise<Buffer>((resolve, reject) =>
    scrypt(key.secret, salt, 32, { N: 2 ** 15, maxmem: 2 ** 26 }, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  )
  key.derived.set(name, made)
  return made
}

/** A new archive: a key of its own from the key file, so that no two archives share a nonce. One `series` is derived slowly only once. */
export async function newSeal(key: Key, series?: string): Promise<Seal> {
  const salt =
    series === undefined ? randomBytes(sizes.salt) : createHash('sha256').update(series).digest().subarray(0, sizes.salt)
  const unique = randomBytes(sizes.unique)
  const { secret, check } = await derive(key, salt, unique)
  const told = Buffer.concat([magic, salt, unique, check])
  return sealOf(secret, Buffer.concat([told, sumOf(told)]))
}

/** The seal of an archive whose header was read. Says which of the two it is: another file, another key. */
export async function sealFrom(header: Buffer, key: Key, name: string): Promise<Seal> {
  const told = header.subarray(0, headerBytes - sizes.sum)
  if (
    header.length < headerBytes ||
    !told.subarray(0, sizes.magic).equals(magic) ||
    !sumOf(told).equals(header.subarray(told.length))
  )
    throw new BackupError(`${name}: это не резервная копия, или её начало (заголовок) повреждено.`)
  const salt = told.subarray(sizes.magic, sizes.magic + sizes.salt)
  const unique = told.subarray(sizes.magic + sizes.salt, sizes.magic + sizes.salt + sizes.unique)
  const { secret, check } = await derive(key, salt, unique)
  if (!check.equals(told.subarray(-sizes.check)))
    throw new BackupError(`${name}: ключ ${key.file} не от этой копии. Возьмите ключ, с которым она снята.`)
  return sealOf(secret, header)
}

async function derive(key: Key, salt: Buffer, unique: Buffer): Promise<{ secret: Buffer; check: Buffer }> {
  const bytes = Buffer.from(hkdfSync('sha256', await master(key, salt), unique, 'ploshchadka copy', 32 + sizes.check))
  return { secret: bytes.subarray(0, 32), check: bytes.subarray(32) }
}

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest().subarray(0, sizes.sum)

function nonceOf(part: Part): Buffer {
  const nonce = Buffer.alloc(12)
  if (part === 'index') nonce.writeUInt32BE(1, 0)
  else nonce.writeBigUInt64BE(BigInt(part), 4)
  return nonce
}

function sealOf(secret: Buffer, header: Buffer): Seal {
  return {
    header,
    close(part, plain) {
      const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(part)).setAAD(header)
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(part, sealed) {
      if (sealed.length < tagBytes) return null
      const cipher = createDecipheriv('aes-256-gcm', secret, nonceOf(part)).setAAD(header)
      cipher.setAuthTag(sealed.subarray(-tagBytes))
      try {
        return Buffer.concat([cipher.update(sealed.subarray(0, -tagBytes)), cipher.final()])
      } catch {
        return null
      }
    },
  }
}
