import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** The repository, from src/docs-gen. */
export const root = path.resolve(import.meta.dirname, '../..')

export type SourceFile = { readonly name: string; readonly text: string }

/** Every source file below the given folders, by its name from the root, sorted. */
export async function sourceFiles(folders: readonly string[]): Promise<SourceFile[]> {
  const names: string[] = []
  for (const folder of folders) {
    const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (entry.isFile() && /\.(tsx?|sql)$/.test(entry.name))
        names.push(path.relative(root, path.join(entry.parentPath, entry.name)))
    }
  }
  return Promise.all(names.sort().map(async (name) => ({ name, text: await readFile(path.join(root, name), 'utf8') })))
}
