import { beforeAll, expect, test, vi } from 'vitest'
import { GatheringClient } from '../src/db/gathering-client.ts'
import { appRole } from '../src/db/supervisor-roles.ts'
import { routes } from '../src/kit/install.ts'
import { loadTerritories } from '../src/loading/load-territories.ts'
import { territoryFiles } from '../territories/all.ts'
import { believeSize } from './believed-size.ts'
import { ownDatabase } from './database.ts'
import { examples } from './factories/examples.ts'
import { demoPeople, signIn, theApp } from './trust/world.ts'

/**
 * At ten million attendances nothing of the learning half is read row by row. Its pages are opened by people of three territories, its deeds are those by
 * which the life of the demonstration is lived; each question is explained by a database that takes its tables for those of a large region.
 */
const big = [
  ...['events', 'event_places', 'event_answers', 'public_events', 'history', 'notices'],
  ...['traineeships', 'traineeship_rows', 'tryouts', 'tryout_works', 'measurements'],
  ...['certificates', 'certified_events', 'published_certificates', 'certificate_runs'],
  ...['deficits', 'working_groups', 'working_group_members'],
]
const rows = 10_000_000
const visited = ['lenobl', 'luga', 'ustishim']

/** A list goes along an index in its own order, or counts up to a limit: nearly all that it passes is shown, only some states are not. */
const onlyStates = (filter: string) =>
  [...filter.matchAll(/([a-z_]+) (?:=|<>|<|>|IS|IN)/g)].every(([, column]) => column === 'state')

const base = ownDatabase()
type Asked = { readonly values: readonly unknown[]; readonly where: string }
/** The first of each question, by its text. */
const asked = new Map<string, Asked>()
const opened = new Set<string>()

beforeAll(async () => {
  const { adminPool, db } = base
  let where = 'the life of the demonstration'
  const client = GatheringClient.prototype as unknown as { query: (...given: unknown[]) => unknown }
  const send = client.query
  const watching = vi.spyOn(client, 'query').mockImplementation(function (this: unknown, ...given) {
    const [text, values] = given
    const ours = (this as { user: string }).user === appRole && typeof text === 'string' && Array.isArray(values)
    if (ours && !asked.has(text)) asked.set(text, { values, where })
    return send.apply(this, given)
  })
  await adminPool.query('insert into installation (demo, created_at) values (true, now())')
  await loadTerritories({ db, files: territoryFiles.filter(({ code }) => visited.includes(code)), demo: true, lived: true })
  const { app } = theApp(db)
  const as = signIn(app, base)
  for (const person of await demoPeople(base)) {
    const { territory, label } = person
    if (!visited.includes(territory)) continue
    const visitor = await as(person)
    for (const [pattern, address] of await addressesOf(territory)) {
      where = `${pattern}, ${label}`
      const { status } = await visitor.get(address)
      if (status === 200) opened.add(pattern)
    }
  }
  watching.mockRestore()
}, 120_000)

const isLearning = (pattern: string) =>
  /\/(my|events|traineeships|trainees|tryouts|certificates|certificate-runs|groups|deficits|proposals|notices|c)\b|^\/t\/:territory$/.test(
    pattern,
  ) && !/\.(csv|xlsx|docx|pdf|ics)$|:format|:file|\/my\/route$/.test(pattern)
const pages = routes().filter(({ method, path }) => method === 'GET' && isLearning(path.pattern))

/** Every page of a territory with what it is about: an event that is over and one that is ahead, a group at work. */
async function addressesOf(territory: string): Promise<[string, string][]> {
  const one = async (text: string) =>
    (await base.adminPool.query<{ id: string }>(`${text} limit 1`, [territory])).rows[0]?.id ?? ''
  const there = await examples(base, territory)
  const its = 'territory_id = (select id from territories where code = $1)'
  const group = await one(`select id from working_groups where ${its} and state = 'atWork'`)
  const over = await one(`select id from events where ${its} and state = 'closed'`)
  const ahead = await one(`select id from events where ${its} and state = 'open' order by starts_at desc`)
  const about = [over, ahead].map((event) => ({ ...there, event, group: group || there.group }))
  const filled = about.flatMap((params: Record<string, string | undefined>) =>
    pages.map(({ path: { pattern } }): [string, string] => [
      pattern,
      pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
    ]),
  )
  return [...new Map(filled.map(([pattern, address]) => [address, [pattern, address] as [string, string]])).values()]
}

test('nothing that the learning half asks reads a big table row by row', { timeout: 120_000 }, async () => {
  await believeSize(base.adminPool, big, rows)
  const partial = await namesOf(
    'select relname as name from pg_index join pg_class on oid = indexrelid where indpred is not null',
  )
  const territories = await namesOf('select id::text as name from territories')
  const explained = new Set<string>()
  const found: string[] = []
  const client = await base.appPool.connect()
  try {
    await client.query('begin')
    await client.query('set local enable_seqscan = off')
    for (const [text, { values, where }] of asked) {
      if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) continue
      const scope = values.find((value) => territories.has(String(value))) ?? ''
      await client.query("select set_config('app.territory_id', $1, true)", [scope])
      const answer = await client.query(`explain (format json) ${text}`, [...values])
      for (const scan of scansOf(answer.rows[0]['QUERY PLAN'][0].Plan)) {
        if (!big.includes(scan.table)) continue
        explained.add(scan.table)
        if (isByRows(scan, partial)) found.push(`${scan.table} by ${scan.index ?? 'rows'} — ${where}: ${text}`)
      }
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
  expect(found).toEqual([])
  expect(pages.map(({ path }) => path.pattern).filter((one) => !opened.has(one))).toEqual([])
  expect(big.filter((table) => !explained.has(table))).toEqual([])
})

async function namesOf(text: string): Promise<ReadonlySet<string>> {
  return new Set((await base.adminPool.query<{ name: string }>(text)).rows.map(({ name }) => name))
}

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Filter?: string
  readonly 'Subplan Name'?: string
  readonly Plans?: readonly Plan[]
}
type Scan = {
  readonly table: string
  readonly index: string | undefined
  /** What is looked for in the index. */
  readonly by: string
  readonly filter: string | undefined
  /** It ends with the page of a list. */
  readonly limited: boolean
}

/** Nothing passes these before everything below has been read. */
const gathers = /^Sort|Aggregate|Hash$|Materialize|WindowAgg/

function scansOf(plan: Plan, limited = false): Scan[] {
  const { 'Node Type': kind, 'Relation Name': table, 'Index Name': index, 'Index Cond': by = '', Filter, Plans = [] } = plan
  if (table && kind === 'Bitmap Heap Scan')
    return Plans.flatMap((one) => bitmaps(one)).map((one) => ({ ...one, table, filter: undefined, limited: false }))
  const below = kind === 'Limit' || (limited && !gathers.test(kind))
  const own = table && kind !== 'ModifyTable' ? [{ table, index, by, filter: Filter, limited }] : []
  return [...own, ...Plans.flatMap((one) => scansOf(one, below && one['Subplan Name'] === undefined))]
}

/** By what the rows of a bitmap are found: of several that all have to hold, by all of them. */
function bitmaps({
  'Node Type': kind,
  'Index Name': index,
  'Index Cond': by = '',
  Plans = [],
}: Plan): Pick<Scan, 'index' | 'by'>[] {
  const parts = Plans.flatMap((one) => bitmaps(one))
  if (kind === 'Bitmap Index Scan') return [{ index, by }]
  return kind === 'BitmapAnd' ? [{ index: parts[0]?.index, by: parts.map((part) => part.by).join(' AND ') }] : parts
}

/** Without an index, or by one of which only the territory is asked: unless it holds few rows by itself, or a list goes along it. */
function isByRows({ index, by, filter, limited }: Scan, partial: ReadonlySet<string>): boolean {
  if (index === undefined) return true
  const asksMore = /[a-z]/.test(
    by.replaceAll(/\(?territory_id = [^()]*(\([^()]*(\([^()]*\))?[^()]*\))?[^()]*\)/g, '').replaceAll(/\bAND\b/g, ''),
  )
  return !asksMore && !partial.has(index) && (!limited || !(filter === undefined || onlyStates(filter)))
}
