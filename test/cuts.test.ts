// Proves that nothing is cut in silence: each place that reads only so many rows stands here with where the rest is said or found.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const tasks = 'what is left is counted by `shortened` (modules/tasks/rules.ts)'
const said: Readonly<Record<string, string>> = {
  'src/accounts/kept-forms.ts': 'which forms are deleted, no list',
  'src/backup/queries.ts': 'the newest copies, each kept in its folder',
  'src/files/verify.ts': 'read some at a time, to the end',
  'src/history/subject-history.ts': 'the page says that there is more, with the way to it',
  'src/history/verify.ts': 'read some at a time, to the end',
  'src/kit/list/rows.ts': 'the pages of a list, which says how many there are',
  'src/modules/applications/kept-rounds.ts': 'read some at a time, to the end',
  'src/modules/applications/operator/request-queries.ts': tasks,
  'src/modules/applications/task-queries.ts': tasks,
  'src/modules/events/public.ts': 'the first few of each day, over the link to the whole day',
  'src/modules/events/queries.ts': tasks,
  'src/modules/orders/tasks.ts': tasks,
  'src/modules/organisations/choice-queries.ts': 'one more than is shown: the field says so',
  'src/modules/organisations/order-part.ts': 'a longer register is asked by name',
  'src/modules/organisations/queries.ts': 'one more than is shown: the rest is said, or a longer register is asked by name',
  'src/modules/people/order-part.ts': 'a longer register is asked by name',
  'src/modules/plans/proposal-queries.ts': tasks,
  'src/modules/plans/queries.ts': tasks,
  'src/modules/plans/site-part.tsx': 'the nearest few, over the link to the plan',
  'src/modules/plans/tasks.ts': tasks,
  'src/modules/programmes/copy-queries.ts': 'pages, which say how many there are',
  'src/modules/programmes/queries.ts': 'the first few, over the link to all sites',
  'src/modules/reminders/commands/write-daily-letters.ts': 'written some at a time, to the end',
  'src/modules/reviews/expert-queries.ts': 'one more than is shown: the page says so',
  'src/modules/reviews/task-queries.ts': tasks,
  'src/modules/sites/candidates.ts': 'one more than is shown: the field says so',
  'src/modules/sites/queries.ts': 'pages, which say how many there are',
  'src/modules/sites/site-queries.ts': 'of more sites than may be chosen from the name is typed',
  'src/modules/submissions/candidate-queries.ts': 'as many as one list may hold: the form refuses more in words',
  'src/ops/invariants.ts': 'the first that break it',
}

/** One row is asked for; or so many as the caller says. */
const only = /\blimit\s*(?:\(\s*1\s*\)|1\b)/gi
const some = /\.limit\(|\blimit (?:\$\{|\d)/i

test('every place that reads only so many rows says where the rest is', () => {
  const cutting = globSync('src/**/*.{ts,tsx}')
    .filter((file) => !/\.(test|fixture)\./.test(file))
    .filter((file) => some.test(readFileSync(file, 'utf8').replaceAll(only, '')))
  expect(cutting.toSorted()).toEqual(Object.keys(said).toSorted())
})

test('a number is never written into the question: whoever shows the rows has to know it', () => {
  const written = globSync('src/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\.limit\((?!1\))\d+\)|\blimit (?!1\b)\d+/gi)].map(([limit]) => `${file}: ${limit}`),
  )
  expect(written.toSorted()).toEqual(['src/modules/plans/site-part.tsx: limit 6'])
})
