import fs from 'node:fs/promises'
import { cleanLine } from '../kernel/clean.ts'
import { ok, type Result, type RuleRefusal, refuseAll } from '../kernel/result.ts'
import type { SentFile } from './incoming.ts'
import { extensionAgrees, type FileKind, fileKinds, kindByFirstBytes, kindByParts, kindsText, usualKinds } from './kinds.ts'
import { isJpeg, isPng } from './pictures.ts'
import { inspectZip } from './zip-guard.ts'

const megabyte = 1024 * 1024

/** How many files one field takes, how large each may be, and of which kinds. */
export type FileLimits = { readonly files: number; readonly bytes: number; readonly kinds?: readonly FileKind[] }
/** Files with a report. */
export const usualFiles: FileLimits = { files: 5, bytes: 20 * megabyte }
/** Files of a seminar, which may be its slides. */
export const seminarFiles: FileLimits = { ...usualFiles, kinds: [...usualKinds, 'pptx'] }
/** Evidence with an application, appendices of an order. */
export const largeFiles: FileLimits = { files: 5, bytes: 100 * megabyte }

/** Nothing larger than this is kept; a longer stream is thrown away as it comes. */
export const mostFileBytes = largeFiles.bytes
/** How much a form with files may weigh as a whole: what a route that takes files gives as `most`. */
export const mostFormBytes = 220 * megabyte

/** A file whose content has been looked at. Only such files can be kept. */
export type CheckedFile = Pick<SentFile, 'name' | 'size' | 'sha256' | 'path'> & { readonly mediaType: string }

/** Looks into every sent file; refuses with one sentence per bad file, at the given field. */
export async function checkFiles(
  files: readonly SentFile[],
  field: string,
  limits: FileLimits = usualFiles,
): Promise<Result<CheckedFile[]>> {
  if (files.length > limits.files)
    return refuseAll([{ code: 'rule', rule: 'file.tooMany', field, params: { most: limits.files } }])
  const checked: CheckedFile[] = []
  const refusals: RuleRefusal[] = []
  for (const file of files) {
    const name = cleanName(file.name)
    const found = await checkFile(file, name, limits)
    const params = { name, most: limits.bytes / megabyte, kinds: kindsText(kindsOf(limits)) }
    if (typeof found === 'string') refusals.push({ code: 'rule', rule: `file.${found}`, field, params })
    else checked.push(found)
  }
  return refusals.length > 0 ? refuseAll(refusals) : ok(checked)
}

const kindsOf = ({ kinds = usualKinds }: FileLimits) => kinds

type Inside = 'unknownKind' | 'old' | 'unsafe' | 'linked' | 'unreadable'
type Fault = 'empty' | 'tooLarge' | 'wrongExtension' | Inside

async function checkFile(sent: SentFile, name: string, limits: FileLimits): Promise<CheckedFile | Fault> {
  const { size, sha256, path } = sent
  if (size === 0) return 'empty'
  if (sent.cut || size > limits.bytes) return 'tooLarge'
  const kind = await kindOf(path, size)
  if (!isKind(kind)) return kind
  if (!kindsOf(limits).includes(kind)) return 'unknownKind'
  if (!extensionAgrees(name, kind)) return 'wrongExtension'
  return { name, mediaType: fileKinds[kind].mediaType, size, sha256, path }
}

const isKind = (found: FileKind | Inside): found is FileKind => found in fileKinds

async function kindOf(path: string, size: number): Promise<FileKind | Inside> {
  const file = await fs.open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    const first = kindByFirstBytes(buffer.subarray(0, bytesRead))
    if (first === null) return 'unknownKind'
    if (first === 'jpg') return (await isJpeg({ file, size })) ? 'jpg' : 'unreadable'
    if (first === 'png') return (await isPng({ file, size })) ? 'png' : 'unreadable'
    if (first !== 'zip') return first
    const content = await inspectZip(file, size)
    if (content === 'broken') return 'unreadable'
    if (content === 'tooMuch' || content === 'active') return 'unsafe'
    if (content === 'linked') return 'linked'
    return kindByParts(content.names, content.odfType) ?? 'unknownKind'
  } finally {
    await file.close()
  }
}

/** The last part of the name without what could mislead a reader or a file system. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? ''
  const clean = cleanLine(last.toWellFormed().replace(/[<>:"|?*]/g, ''))
  if (clean.length <= 150) return clean || 'Без названия'
  const extension = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? ''
  return clean.slice(0, 150 - extension.length) + extension
}
