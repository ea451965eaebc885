import { atMost, type Figure, ms, toKnow } from './figures.ts'
import { fillLearning } from './fill/learning.ts'
import type { Bench } from './harness.ts'
import { load } from './load.ts'
import { type Running, startProgram } from './program.ts'
import { idOf, signedIn } from './sign-in.ts'

const at = '/t/region'
const perSecond = Number(process.env.BENCH_RATE ?? 40)
const [warming, seconds] = [2, 4]
/** So many rows make a table a big one: whoever reads it row by row has forgotten an index. */
const big = 50_000

type Page = { readonly what: string; readonly most: number | null; readonly path: string; readonly cookie?: string }

/** The pages of the learning half, among ten million attendances in one territory. */
export async function benchLearning(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  await fillLearning(bench)
  const program = await startProgram(bench, 'web')
  const figures: Figure[] = []
  let before = new Map<string, number>()
  try {
    const pages = await pagesOf(bench, program) // looks for its examples in ways of its own
    before = await readInRows(bench)
    for (const page of pages) figures.push(...(await measured(program, page)))
  } finally {
    await program.stop() // what its connections have read is told when they end
  }
  const after = await readInRows(bench)
  const read = [...after].filter(([table, rows]) => rows > (before.get(table) ?? 0)).map(([table]) => table)
  figures.push(atMost(`big tables read row by row${read.length > 0 ? `: ${read.join(', ')}` : ''}`, read.length, 0, String))
  return { title: `The learning half among ${await attendances(bench)} attendances, ${perSecond} requests/s`, figures }
}

export async function pagesOf(bench: Bench, program: Running): Promise<Page[]> {
  const as = (who: string) => signedIn(bench, program, who, 'region')
  const [teacher, head, schoolHead, official] = [
    await as('teacher 40500'),
    await as('head 40001'),
    await as('head 43000'),
    await as('official 2301'),
  ]
  const [site, trainee, programme] = [
    await idOf(bench, 'site 10001'),
    await idOf(bench, 'traineeship 1'),
    await idOf(bench, 'programme 10001'),
  ]
  const event = await firstId(bench, "select id from events where site_id = $1 and state = 'open' order by starts_at limit 1", [
    site,
  ])
  const held = await firstId(
    bench,
    "select id from events where site_id = $1 and state = 'closed' order by starts_at desc limit 1",
    [site],
  )
  const tryout = await firstId(bench, "select id from tryouts where site_id = $1 and state = 'handedIn' order by id limit 1", [
    site,
  ])
  const run = await idOf(bench, 'run 10001')
  const paper = await firstId(bench, 'select code as id from published_certificates where certificate_id = $1', [
    await idOf(bench, 'paper 1'),
  ])
  const page = (what: string, cookie: string | undefined, path: string, most: number | null = 10): Page => ({
    ...{ what, most, path },
    ...(cookie && { cookie }),
  })
  return [
    page('/my', teacher, `${at}/my`, 5),
    page('calendar of a month', teacher, `${at}/events?show=month`, 6),
    page('calendar of a month, in public', undefined, '/events/region?show=month', 6),
    page('500 trainees of a site', head, `${at}/sites/${site}/trainees`),
    page('first page, teacher', teacher, at),
    page('first page, head of a school', schoolHead, at),
    page('first page, head of a site', head, at),
    page('where one may go', teacher, `${at}/events`),
    page('where one may go, in public', undefined, '/events/region'),
    page('where one may go, free places', teacher, `${at}/events?places=free`),
    page('where one may go, a word', teacher, `${at}/events?q=${encodeURIComponent('наставничество')}`),
    page('events that are over', teacher, `${at}/events?show=past`),
    page('own events', teacher, `${at}/events?show=mine`),
    page('event that is ahead, teacher', teacher, `${at}/events/${event}`),
    page('event that was held, its head', head, `${at}/events/${held}`),
    page('list of an event', head, `${at}/events/${held}/list`),
    page('people of an event', head, `${at}/events/${held}/people`),
    page('traineeships, head of a site', head, `${at}/traineeships`),
    page('traineeships, official', official, `${at}/traineeships`),
    page('traineeship', head, `${at}/traineeships/${trainee}`),
    page('plans of 500 trainees, one table', head, `${at}/sites/${site}/trainees/plans/${programme}`, null),
    page('try-outs, head of a site', head, `${at}/tryouts`),
    page('try-outs, official', official, `${at}/tryouts`),
    page('try-out', head, `${at}/tryouts/${tryout}`),
    page('papers of a site', head, `${at}/sites/${site}/certificates`),
    page('papers to issue', head, `${at}/sites/${site}/certificates/issue`),
    page('papers of a press', head, `${at}/certificate-runs/${run}`),
    page('check of a paper', undefined, `/c/${paper}`),
    page('site, its head', head, `${at}/sites/${site}`),
  ]
}

async function measured(program: Running, { what, most, path, cookie }: Page): Promise<Figure[]> {
  const asked = [{ path, ...(cookie && { cookie }) }]
  await load(program, asked, perSecond, warming)
  const found = await load(program, asked, perSecond, seconds)
  const cpu = found.cpu + found.databaseCpu
  const cost = `${what}: CPU of the program and of PostgreSQL`
  return [
    most === null ? toKnow(cost, ms(cpu)) : atMost(cost, cpu, most, ms),
    toKnow('  apart; statements; p95', `${ms(found.cpu)} + ${ms(found.databaseCpu)}; ${found.statements}; ${ms(found.p95)}`),
    ...(found.failed > 0 ? [atMost('  answers that failed', found.failed, 0, String)] : []),
  ]
}

async function firstId({ admin }: Bench, text: string, values: readonly string[]): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(text, [...values])
  if (!rows[0]) throw new Error(`nothing is found by: ${text}`)
  return rows[0].id
}

/** How many rows of each big table were read without an index so far. */
async function readInRows({ admin }: Bench): Promise<Map<string, number>> {
  const { rows } = await admin.query<{ name: string; read: number }>(
    'select relname as name, seq_tup_read as read from pg_stat_user_tables where n_live_tup > $1',
    [big],
  )
  return new Map(rows.map(({ name, read }) => [name, read]))
}

async function attendances({ admin }: Bench): Promise<string> {
  const { rows } = await admin.query<{ count: number }>(
    "select reltuples::bigint as count from pg_class where relname = 'event_places'",
  )
  return (rows[0]?.count ?? 0).toLocaleString('en')
}
