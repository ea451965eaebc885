import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { raised } from '../src/regulation/raised/raised.ts'
import { territoryFiles } from '../territories/all.ts'

/** Raises the regulation of each territory to the form of today, in its file; with --check, tells which are of an older form. */
const isCheck = process.argv.includes('--check')
for (const { code } of territoryFiles) {
  const name = `territories/${code}/regulation.json`
  const before: unknown = JSON.parse(readFileSync(name, 'utf8'))
  const after = raised(before)
  if (isDeepStrictEqual(after, before)) continue
  if (isCheck) {
    console.error(`${name} is of an older form: bin/regulations`)
    process.exitCode = 1
  } else writeFileSync(name, `${JSON.stringify(after, null, 2)}\n`)
}
