import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './sources.ts'

/** Writes a generated document, or with `--check` refuses when the one in the tree is stale. Returns the exit code. */
export async function keepFresh(name: string, text: string, check: boolean): Promise<number> {
  const file = path.join(root, name)
  const before = await readFile(file, 'utf8').catch(() => null)
  if (before === text) return 0
  if (check) {
    process.stderr.write(`${name} is stale: run bin/docs\n`)
    return 1
  }
  await writeFile(file, text)
  process.stdout.write(`${name} written\n`)
  return 0
}

export const isCheck = (): boolean => process.argv.includes('--check')
