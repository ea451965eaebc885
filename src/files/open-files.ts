import path from 'node:path'
import { diskStore } from './disk-store.ts'
import type { S3Settings } from './s3-requests.ts'
import { s3Store } from './s3-store.ts'
import { keepFilesIn } from './store.ts'

type FileSettings = { readonly dataDir: string; readonly s3: S3Settings | null }

const opened = new WeakMap<FileSettings, Promise<void>>()

/** Chooses the store the settings name and makes sure that it can be used; once, however many parts of the program ask. */
export function openFiles(settings: FileSettings): Promise<void> {
  let opening = opened.get(settings)
  if (!opening) {
    const folder = path.join(settings.dataDir, 'files')
    const store = settings.s3 ? s3Store(settings.s3) : diskStore(folder)
    keepFilesIn(folder, store)
    opening = store.check()
    opened.set(settings, opening)
  }
  return opening
}
