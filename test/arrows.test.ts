import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
let broken: string[]
let folder: string

/** A small program in which every file breaks one rule, and one that breaks none. */
const files: Record<string, string> = {
  'src/kernel/dates.ts': "import '../modules/plans/model.ts'",
  'src/regulation/questions.ts': "import '../db/pool.ts'",
  'src/db/pool.ts': 'export const pool = 1',
  'src/web/route.ts': 'export const route = 1',
  'src/modules/plans/model.ts': 'export type Plan = 1',
  'src/modules/plans/rules.ts': "import '../../db/pool.ts'",
  'src/modules/plans/queries.ts': "import '../../web/route.ts'",
  'src/modules/plans/forms.ts': 'export const form = 1',
  'src/modules/sites/commands/open-site.ts': "import { form } from '../../plans/forms.ts'; export const a = form",
  'src/modules/sites/commands/close-site.ts': "import type { Person } from '../../people/model.ts'; export type A = Person",
  'src/ui/tag.tsx': "import '../modules/plans/model.ts'",
  'src/history/record.ts': "import '../modules/plans/queries.ts'",
  'src/authz/a.ts': "import './b.ts'",
  'src/authz/b.ts': "import type {} from './a.ts'",
  'territories/x/facts.ts': "import '../../src/db/pool.ts'",
  'src/modules/people/model.ts': 'export type Person = 1',
  'src/modules/sites/model.ts': 'export type Site = 1',
  'src/modules/orders/queries.ts': "import type { Site } from '../sites/model.ts'; export type A = Site",
  'src/modules/unheard/queries.ts': "import '../../kernel/ids.ts'",
  'src/kernel/ids.ts': 'export const id = 1',
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'arrows-'))
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  broken = violations()
}, 30_000)
afterAll(() => fs.rmSync(folder, { recursive: true }))

function violations(): string[] {
  const command = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = path.join(root, '.dependency-cruiser.mjs')
  const run = ['--config', config, '--output-type', 'json', 'src', 'territories']
  const { stdout } = spawnSync(process.execPath, [command, ...run], { cwd: folder, encoding: 'utf8' }) // ends with the number of errors
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } }
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
}

describe('the arrows bite', () => {
  test.each([
    ['kernel-stands-alone', 'src/kernel/dates.ts'],
    ['regulation-on-kernel', 'src/regulation/questions.ts'],
    ['rules-are-pure', 'src/modules/plans/rules.ts'],
    ['arrows-down', 'src/modules/plans/queries.ts'],
    ['modules-through-the-door', 'src/modules/sites/commands/open-site.ts'],
    ['looks-know-no-modules', 'src/ui/tag.tsx'],
    ['database-below', 'src/history/record.ts'],
    ['no-cycles', 'src/authz/a.ts'],
    ['territories-are-data', 'territories/x/facts.ts'],
    ['layers', 'src/modules/orders/queries.ts'],
    ['layer-of-every-folder', 'src/modules/unheard/queries.ts'],
  ])('%s', (rule, file) => {
    expect(broken).toContain(`${rule} ${file}`)
  })

  test('a module may use another that lies below it, through its model', () => {
    expect(broken.filter((line) => line.endsWith('close-site.ts'))).toEqual([])
  })
})
