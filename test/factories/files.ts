import { Readable } from 'node:stream'
import { type CheckedFile, checkFiles, largeFiles } from '../../src/files/check.ts'
import { receiveFile, type SentFile } from '../../src/files/incoming.ts'

/** A file as a form brings it. `keepFilesIn` has been called. */
export const aSentFile = (name = 'явка.pdf', content: string | Uint8Array = '%PDF-1.7 явка'): Promise<SentFile> =>
  receiveFile(name, Readable.from([Buffer.from(content)]), largeFiles.bytes)

/** A file that may be kept: what a command is given. */
export async function aCheckedFile(name?: string, content?: string | Uint8Array): Promise<CheckedFile> {
  const checked = await checkFiles([await aSentFile(name, content)], 'files', largeFiles)
  if (!checked.ok) throw new Error('the file is not one that may be kept')
  return checked.value[0]!
}
