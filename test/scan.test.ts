import { describe, expect, test } from 'vitest'
import { findingsIn, foreignLicences } from '../bin/scan.ts'

// Written in pieces, so that the scan does not find its own examples.
const key = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')
const now = ['new', 'Date()'].join(' ')
const only = ['test', 'only('].join('.')

describe('the scan bites', () => {
  test.each<[string, string, string, string]>([
    ['a private key', 'docs/server.md', key, 'looks like a secret'],
    ['a time taken by itself', 'src/modules/plans/rules.ts', `const at = ${now}`, 'src/kernel/clock.ts'],
    ['a read of the environment', 'src/web/serve.ts', 'process.env.PORT', 'only src/config.ts'],
    ['a territory by name', 'src/modules/plans/rules.ts', "if (territory === 'luga')", 'data of the regulation'],
    [
      'a style sheet of a foreign host',
      'src/styles/main.scss',
      "@import url('https://fonts.example/x.css');",
      'a foreign address',
    ],
    ['a test that runs alone', 'src/modules/plans/rules.test.ts', `${only}'x', () => {})`, 'every test runs'],
  ])('%s', (_, file, text, why) => {
    expect(findingsIn(file, `\n${text}\n`)).toEqual([expect.stringContaining(`${file}:2: `)])
    expect(findingsIn(file, text)[0]).toContain(why)
  })

  test('a package under a licence we do not accept', () => {
    const packages = {
      '': {},
      'node_modules/a': { license: 'MIT' },
      'node_modules/b': { license: 'AGPL-3.0' },
      'node_modules/c': { license: '(AGPL-3.0 OR MIT)' },
    }
    expect(foreignLicences({ packages })).toEqual(['package-lock.json: b is under AGPL-3.0'])
  })
})

test('the scan lets pass what is allowed where it is', () => {
  expect(findingsIn('src/kernel/clock.ts', `return ${now}`)).toEqual([])
  expect(findingsIn('src/config.ts', 'env = process.env')).toEqual([])
  expect(findingsIn('src/ui/chart.tsx', '<svg xmlns="http://www.w3.org/2000/svg">')).toEqual([])
  expect(findingsIn('territories/luga/facts.ts', "site: 'https://school.example/'")).toEqual([])
})
