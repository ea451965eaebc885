// Whose table it is: the folder that writes it. Nobody else may write it. Whoever reads it past its owner is counted per pair of folders; the
// counts in tables.json only fall.   node bin/tables.ts [--write]
import { globSync, readFileSync, writeFileSync } from 'node:fs'

type Uses = Map<string, Map<string, number>>
const counts = 'bin/tables.json'
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `src/accounts` and `src/modules/accounts` are one owner: what lies under its pages. */
const folderOf = (file: string) => (file.split('/')[1] === 'modules' ? file.split('/')[2]! : file.split('/')[1]!)

const tables = globSync('src/db/migrations/*.sql')
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/create table (?:if not exists )?(\w+)/gi)])
  .map((found) => found[1]!)
const byName = new Map(
  tables.flatMap((table) => [
    [table, table],
    [camel(table), table],
  ]),
)

const writes = [/(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)/g, /\b(?:insert into|update|delete from)\s+(\w+)/g]
const reads = [
  /\blockRows\(\w+, [\w.]+, '(\w+)'/g,
  /(?:selectFrom|[jJ]oin)\(\s*\[?'(\w+)/g,
  /\b(?:(?<!delete )from|join)\s+(\w+)/g,
]

function usesOf(patterns: readonly RegExp[]): Uses {
  const uses: Uses = new Map()
  for (const file of globSync('src/**/*.{ts,tsx}').filter((name) => !/\.(test|fixture)\.|db\/types/.test(name))) {
    const text = readFileSync(file, 'utf8')
    for (const name of patterns.flatMap((pattern) => [...text.matchAll(pattern)]).map((found) => byName.get(found[1]!))) {
      if (name === undefined) continue
      const folders = uses.get(name) ?? new Map<string, number>()
      uses.set(name, folders.set(folderOf(file), (folders.get(folderOf(file)) ?? 0) + 1))
    }
  }
  return uses
}

const written = usesOf(writes)
/** Of several that write, the owner is the one that does it most. */
const ownerOf = (table: string) => [...(written.get(table) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0]

/** How often each folder does it to tables of each other one: «plans reads orders». */
function strangersIn(uses: Uses, deed: string): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [table, folders] of uses)
    for (const [folder, times] of folders) {
      const owner = ownerOf(table)
      if (owner === undefined || owner === folder) continue
      const pair = `${folder} ${deed} ${owner}`
      found[pair] = (found[pair] ?? 0) + times
    }
  return found
}

const found = strangersIn(usesOf(reads), 'reads')
const wrong = Object.entries(strangersIn(written, 'writes')).map(
  ([pair, times]) => `${pair}: ${times} times. Only the owner writes`,
)
const kept = JSON.parse(readFileSync(counts, 'utf8')) as Record<string, number>
for (const [pair, times] of Object.entries(found))
  if (times > (kept[pair] ?? 0)) wrong.push(`${pair}: ${times} times, ${kept[pair] ?? 0} allowed. Ask the owner's queries`)
for (const line of wrong) process.stderr.write(`${line}\n`)
const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => a.localeCompare(b)))
if (process.argv.includes('--write')) writeFileSync(counts, `${JSON.stringify(sorted, null, 2)}\n`)
else if (wrong.length > 0) process.exitCode = 1
