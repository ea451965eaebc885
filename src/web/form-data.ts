import type { SentFile } from '../files/incoming.ts'
import { cleanText } from '../kernel/clean.ts'
import type { FormState } from '../ui/fields.ts'

/** A form as sent: flat text for showing again, a nested object for the schema, and files by field. */
export type SentForm = {
  readonly values: FormState['values']
  readonly nested: Record<string, unknown>
  readonly files: Readonly<Record<string, readonly SentFile[]>>
  /** Fields that begin with «_» are the kit's own: `_key`, `_version`. */
  readonly own: Readonly<Record<string, string>>
}

const dangerous = new Set(['__proto__', 'constructor', 'prototype'])
/** One form may not carry more fields than this. */
export const mostFields = 5000
/** `points.0.effects.1.criteria.2.title` is as deep as a page of ours goes. */
const mostDepth = 12

/** Reads a form without files; a file in it is left out. */
export const readForm = (data: FormData): SentForm =>
  formOf(
    [...data.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    [],
  )

/**
 * Puts together what came. Names with dots nest: `lines.0.activity` becomes `{ lines: [{ activity }] }`; a name that ends in `[]` is always
 * a list. Throws RangeError for a form no page of ours could have made.
 */
export function formOf(texts: readonly (readonly [string, string])[], sent: readonly (readonly [string, SentFile])[]): SentForm {
  const values: Record<string, string | string[]> = Object.create(null)
  const files: Record<string, SentFile[]> = Object.create(null)
  const own: Record<string, string> = Object.create(null)
  if (texts.length + sent.length > mostFields) throw new RangeError('too many fields')
  for (const [name] of [...texts, ...sent])
    if (name.split('.', mostDepth + 1).length > mostDepth || name.split('.').some((part) => dangerous.has(part)))
      throw new RangeError('unexpected field name')
  for (const [name, value] of texts) {
    if (name.startsWith('_')) own[name] = value
    else append(values, name, secret.test(name) ? value : cleanText(value))
  }
  for (const [name, file] of sent) files[name] = [...(files[name] ?? []), file]
  return { values, nested: nest(values), files, own }
}

/** Fields whose text is nobody's to clean or to show again: a password is what its owner typed, to the sign. `next` is the new one of the two. */
export const secret = /password|^(current|next)$/i

function append(values: Record<string, string | string[]>, name: string, value: string): void {
  const before = values[name]
  if (before === undefined) values[name] = name.endsWith('[]') ? [value] : value
  else values[name] = [...(Array.isArray(before) ? before : [before]), value]
}

type Node = { [key: string]: unknown }

function nest(values: Record<string, string | string[]>): Node {
  const root: Node = Object.create(null)
  for (const [name, value] of Object.entries(values)) {
    const parts = name.replace(/\[\]$/, '').split('.')
    const last = parts.pop()!
    let node = root
    for (const part of parts) {
      const inner = node[part]
      if (inner === undefined || typeof inner !== 'object') node[part] = Object.create(null)
      node = node[part] as Node
    }
    node[last] = value
  }
  return asLists(root) as Node
}

/** Objects whose keys are all whole numbers are lists, in the order of their numbers. */
function asLists(node: unknown): unknown {
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return node
  const keys = Object.keys(node)
  if (keys.length > 0 && keys.every((key) => /^\d{1,5}$/.test(key))) {
    return keys
      .map(Number)
      .sort((a, b) => a - b)
      .map((key) => asLists((node as Node)[key]))
  }
  const copy: Node = {}
  for (const key of keys) copy[key] = asLists((node as Node)[key])
  return copy
}
