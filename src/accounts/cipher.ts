import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const [nonceLength, tagLength] = [12, 16]

/** A key of its own for each purpose, from the program's secret. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  createHmac('sha256', secret).update(`cipher\0${purpose}`).digest()

/** AES-256-GCM; `bound` is not in the text but has to be the same to open it. */
export function encipher(key: Buffer, bound: string, text: Buffer): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  const hidden = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden])
}

/** Null for what was not enciphered with this key and bound to this. */
export function decipher(key: Buffer, bound: string, hidden: Buffer): Buffer | null {
  if (hidden.length < nonceLength + tagLength) return null
  const nonce = hidden.subarray(0, nonceLength)
  const opener = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(bound))
  opener.setAuthTag(hidden.subarray(nonceLength, nonceLength + tagLength))
  try {
    return Buffer.concat([opener.update(hidden.subarray(nonceLength + tagLength)), opener.final()])
  } catch {
    return null
  }
}
