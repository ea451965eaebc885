import fs from 'node:fs/promises'
import { readApart, workerBeside } from '../../../documents/reading/read-apart.ts'
import { checkFiles } from '../../../files/check.ts'
import type { SentFile } from '../../../files/incoming.ts'
import { cleanText } from '../../../kernel/clean.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import { mostCharacters, type paperText } from './paper-text.ts'

const limits = { files: 1, bytes: 20 * 1024 * 1024, kinds: ['docx'] } as const

const refusals = {
  unreadable: 'edition.paperUnreadable',
  tooLong: 'edition.paperTooLong',
  tooHard: 'edition.paperTooHard',
  withoutText: 'edition.paperWithoutText',
  busy: 'edition.readerBusy',
} as const

/** The text of a paper sent as .docx or .txt, to be looked through before it is cut. The file itself is not kept. */
export async function readPaper(files: readonly SentFile[], whose: string): Promise<Result<string>> {
  const [file] = files
  if (!file) return refuseRule('edition.paperMissing', { field: 'file' })
  if (/\.txt$/i.test(file.name)) return plainText(file)
  const checked = await checkFiles(files, 'file', limits)
  if (!checked.ok) return checked
  const read = await readApart<ReturnType<typeof paperText>>(workerBeside(import.meta.url), await fs.readFile(file.path), whose)
  return typeof read === 'string' ? refuseRule(refusals[read], { field: 'file' }) : ok(read.text)
}

/** In UTF-8, or in the encoding of old programs of Windows. */
async function plainText(file: SentFile): Promise<Result<string>> {
  if (file.cut || file.size > 4 * mostCharacters) return refuseRule('edition.paperTooLong', { field: 'file' })
  const bytes = await fs.readFile(file.path)
  if (bytes.includes(0)) return refuseRule('edition.paperUnreadable', { field: 'file' })
  const text = cleanText(decoded(bytes)).trim()
  if (text === '') return refuseRule('edition.paperWithoutText', { field: 'file' })
  return text.length > mostCharacters ? refuseRule('edition.paperTooLong', { field: 'file' }) : ok(text)
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
