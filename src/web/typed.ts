import type { Context } from 'hono'
import { isId } from '../kernel/ids.ts'
import { secret } from './form-data.ts'
import { receiveTexts, type Texts } from './uploads.ts'

/** A code of the second factor is used up or over, and the rest no person has typed. */
const notTyped = /(^|\.)(code|base|intent)$/i
/** What hidden fields and choices carry: ids, and words of the program such as `lowResults`. */
const isOurs = (value: string) => isId(value) || /^([a-z]+[A-Z]\w*|on|yes|true)$/.test(value)

/**
 * What a person typed into the form of a request, so that an error page can give it back. Needs no database. Empty when the request was
 * no form or cannot be read.
 */
export async function typedIn(c: Context): Promise<readonly string[]> {
  if (c.req.method !== 'POST') return []
  return typedTexts(await receiveTexts(c))
}

/** What of the fields of a form a person has typed. */
export const typedTexts = (fields: Texts): readonly string[] =>
  fields
    .filter(([name]) => !name.startsWith('_') && !secret.test(name) && !notTyped.test(name))
    .flatMap(([, value]) => value)
    .filter((value) => value.trim() !== '' && !isOurs(value))
