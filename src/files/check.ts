import { createHash } from 'node:crypto'
import { ok, type Result, type RuleRefusal, refuseAll } from '../kernel/result.ts'
import { extensionAgrees, type FileKind, fileKinds, kindByFirstBytes, kindByParts } from './kinds.ts'
import { inspectZip } from './zip-guard.ts'

export const mostFileBytes = 20 * 1024 * 1024
export const mostFiles = 5
/** How much a form with files may weigh as a whole. Above it the router refuses before reading. */
export const mostFormBytes = 64 * 1024 * 1024

/** A file whose content has been looked at. Only such files can be kept. */
export type CheckedFile = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha256: Buffer
}

/** Looks into every sent file; refuses with one sentence per bad file, at the given field. */
export async function checkFiles(files: readonly File[], field: string): Promise<Result<CheckedFile[]>> {
  if (files.length > mostFiles) return refuseAll([{ code: 'rule', rule: 'file.tooMany', field, params: { most: mostFiles } }])
  const checked: CheckedFile[] = []
  const refusals: RuleRefusal[] = []
  for (const file of files) {
    const name = cleanName(file.name)
    const found = await checkFile(file, name)
    if (typeof found === 'string') refusals.push({ code: 'rule', rule: `file.${found}`, field, params: { name } })
    else checked.push(found)
  }
  return refusals.length > 0 ? refuseAll(refusals) : ok(checked)
}

type Fault = 'empty' | 'tooLarge' | 'unknownKind' | 'wrongExtension' | 'unsafe' | 'unreadable'

async function checkFile(file: File, name: string): Promise<CheckedFile | Fault> {
  if (file.size === 0) return 'empty'
  if (file.size > mostFileBytes) return 'tooLarge'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = await kindOf(bytes)
  if (kind === 'unknownKind' || kind === 'unsafe' || kind === 'unreadable') return kind
  if (!extensionAgrees(name, kind)) return 'wrongExtension'
  return { name, mediaType: fileKinds[kind].mediaType, bytes, sha256: createHash('sha256').update(bytes).digest() }
}

async function kindOf(bytes: Uint8Array): Promise<FileKind | Extract<Fault, 'unknownKind' | 'unsafe' | 'unreadable'>> {
  const first = kindByFirstBytes(bytes)
  if (first === null) return 'unknownKind'
  if (first !== 'zip') return first
  const content = await inspectZip(bytes)
  if (content === 'broken') return 'unreadable'
  if (content === 'tooMuch' || content === 'active') return 'unsafe'
  return kindByParts(content.names, content.odfType) ?? 'unknownKind'
}

/** The last part of the name without what could mislead a reader or a file system. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? ''
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
  if (clean.length <= 150) return clean || 'Без названия'
  const extension = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? ''
  return clean.slice(0, 150 - extension.length) + extension
}
