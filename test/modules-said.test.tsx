import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { HelpPage } from '../src/modules/info-pages/views/help-page.tsx'

test('help speaks of every section that a module adds', () => {
  const html = renderToString(<HelpPage />).replaceAll('\u00a0', ' ')
  const labels = modules.flatMap(({ navigation }) => navigation?.work ?? []).map(({ label }) => label)
  const named = labels.filter((label) => typeof label === 'string')
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((label) => !html.includes(`<b>${label}</b>`))).toEqual([])
})

test('the architecture speaks of every module', () => {
  const table = readFileSync('docs/architecture.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|')[1] ?? '')
    .join(', ')
  const said = new Set(table.split(',').map((name) => name.trim()))
  expect(modules.map(({ name }) => name).filter((name) => !said.has(name))).toEqual([])
})
