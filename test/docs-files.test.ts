import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What a paper for the next builder names is there. ADRs tell of the day they were written and are left out. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n')
const papers = files.filter((file) => file.endsWith('.md') && !file.startsWith('docs/adr/'))
/** Names a reader puts in the place of: `src/modules/NAME/module.ts`, `commands/verb-noun.ts`. */
const isPattern = (name: string) => /[A-Z]{4}|verb-noun/.test(name)

test.each(papers)('every file that %s names is there', (paper) => {
  const named = [...readFileSync(paper, 'utf8').matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, name = '']) => name)
  const missing = named.filter((name) => {
    const here = path.join(path.dirname(paper), name)
    return !isPattern(name) && !files.some((file) => file === here || file === name || file.endsWith(`/${name}`))
  })
  expect(missing).toEqual([])
})
