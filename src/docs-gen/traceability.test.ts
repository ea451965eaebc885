import { expect, test } from 'vitest'
import { reachOf, touchedBy } from './imports.ts'
import { traceability } from './traceability.ts'

const file = (name: string, text: string) => ({ name, text })

test('what is imported and used is touched; types, idle names and comments are not', () => {
  const text = [
    "import { a } from './a.ts'",
    "import type { B } from './b.ts'",
    "import { type C, d as e } from '../d.ts'",
    "import { idle } from './idle.ts'",
    "import './effect.ts'",
    'a(e) // idle',
    "const late = await import('./late.ts')",
  ].join('\n')
  expect(touchedBy(file('src/x/y.test.ts', text))).toEqual(['src/x/a.ts', 'src/d.ts', 'src/x/effect.ts', 'src/x/late.ts'])
})

test('a file reaches what it uses, and what that uses', () => {
  const files = [
    file('a.ts', "import { b } from './b.ts'\nb()"),
    file('b.ts', "import { a } from './a.ts'\na()"),
    file('c.ts', ''),
  ]
  expect([...reachOf(files)('a.ts')]).toEqual(['a.ts', 'b.ts'])
})

test('a test counts for a requirement when it names it and runs code that keeps it', () => {
  const kept = file('src/rule.ts', '// R-33\nexport const rule = 1')
  const row = (...tests: ReturnType<typeof file>[]) =>
    traceability([kept, ...tests])
      .split('\n')
      .find((line) => line.startsWith('| R-33 |'))!
  expect(row(file('src/only-named.test.ts', '// Proves R-33.'))).toContain('not yet')
  expect(row(file('src/only-used.test.ts', "import { rule } from './rule.ts'\nrule"))).toContain('not yet')
  expect(row(file('src/both.test.ts', "// Proves R-33.\nimport { rule } from './rule.ts'\nrule"))).toContain('both.test.ts')
  expect(row(file('test/journeys/a.spec.ts', '// R-33'))).toContain('a.spec.ts')
})
