import { constants } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../kernel/errors.ts'
import { isId } from '../kernel/ids.ts'
import type { TerritoryId } from '../kernel/types.ts'
import { type FileStore, StoreError } from './file-store.ts'

const temporary = '.part'

/** Files in a folder outside of everything the web server shows: `<folder>/<territory>/<id>`. */
export function diskStore(folder: string): FileStore {
  const folderOf = (territoryId: TerritoryId) => path.join(folder, territoryId)
  const placeOf = (territoryId: TerritoryId, name: string) => path.join(folderOf(territoryId), name)
  return {
    async put(territoryId, id, file) {
      await fs.mkdir(folderOf(territoryId), { recursive: true, mode: 0o700 })
      await copyDurably(file.path, placeOf(territoryId, id))
    },
    async open(territoryId, id) {
      return (await fs.open(placeOf(territoryId, id), 'r')).createReadStream()
    },
    async *writtenBefore(territoryId, before) {
      for (const name of await namesIn(folderOf(territoryId)))
        if ((await fs.stat(placeOf(territoryId, name))).mtime < before) yield name
    },
    remove: (territoryId, name) => fs.rm(placeOf(territoryId, name), { force: true }),
    async check() {
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 })
        await fs.access(folder, constants.W_OK)
      } catch (error) {
        throw new StoreError(`Папка для файлов ${folder} не годится (${codeOf(error)}): проверьте DATA_DIR и права на неё.`)
      }
    },
  }
}

/** Temporary name → bytes on the disk → its own name → the folder on the disk: after a crash there is all of the file or none. */
async function copyDurably(from: string, to: string): Promise<void> {
  await fs.copyFile(from, to + temporary, constants.COPYFILE_FICLONE)
  await sync(to + temporary, constants.O_RDWR)
  await fs.rename(to + temporary, to)
  await sync(path.dirname(to), constants.O_RDONLY)
}

async function sync(place: string, flags: number): Promise<void> {
  const file = await fs.open(place, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => isId(name.replace(temporary, '')))
}
