import { localPath } from '../../kernel/local-path.ts'
import type { RuleRefusal } from '../../kernel/result.ts'
import { commonWords, rows } from './common-passwords.ts'

/** Until there is a second factor, a password is a sentence rather than a word. */
export const leastPassword = 15
export const mostPassword = 128

/** Why a password will not do; null when it will. */
export function passwordRefusal(password: string, email: string): RuleRefusal | null {
  const normal = password.normalize('NFC')
  const refusal = (rule: RuleRefusal['rule'], params?: RuleRefusal['params']): RuleRefusal => ({
    code: 'rule',
    rule,
    field: 'password',
    ...(params && { params }),
  })
  const length = [...normal].length
  if (length < leastPassword) return refusal('password.tooShort', { least: leastPassword, length })
  if (normal.length > mostPassword) return refusal('password.tooLong', { most: mostPassword })
  const plain = normal.toLowerCase().replaceAll('ё', 'е')
  if (isRepeated(plain)) return refusal('password.repeated')
  if (isRow(plain) || isCommon(plain)) return refusal('password.common')
  return isMostlyEmail(plain, email) ? refusal('password.likeEmail') : null
}

/** One piece of up to six signs over and over: «абвабвабвабвабв», «111111111111111». */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= 6; size++) {
    if (
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length)
    )
      return true
  }
  return new Set(text).size < 5
}

const reversed = (text: string) => [...text].reverse().join('')
const isRow = (text: string) => rows.some((row) => row.includes(text) || reversed(row).includes(text))

/** Digits and signs left out: what remains is a common word, or several of the same, or two. */
function isCommon(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  if (letters.length < 4) return true
  if (commonWords.has(letters) || isRow(letters)) return true
  for (let at = 2; at < letters.length - 1; at++) {
    const [head, tail] = [letters.slice(0, at), letters.slice(at)]
    if (commonWords.has(head) && (commonWords.has(tail) || tail === head.repeat(tail.length / head.length))) return true
  }
  return false
}

function isMostlyEmail(text: string, email: string): boolean {
  const address = email.toLowerCase()
  const name = address.split('@')[0] ?? ''
  if (text.includes(address)) return text.replaceAll(address, '').length < 8
  return name.length >= 4 && text.includes(name) && text.replaceAll(name, '').length < 8
}

/** Where to go after sign-in: an address of our own pages that is no part of signing in; anything else is null. */
export function afterSignIn(next: string | undefined): string | null {
  const path = localPath(next)
  return path && !/^\/(sign-in|sign-out|forgotten-password|new-passwords)(\/|\?|$)/.test(path) ? path : null
}
