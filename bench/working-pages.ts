import { atMost, type Figure, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { load } from './load.ts'
import { startProgram } from './program.ts'
import { code, idOf, signedIn } from './sign-in.ts'

const perSecond = Number(process.env.BENCH_RATE ?? 40)
const seconds = 4
/** A program of an office has been running for hours: a page is counted once its code has been compiled. */
const warming = 2

/** One territory of a whole country, and one that is a whole region. */
const places = [
  { name: 'one of 2,300 territories', at: code, official: 'official 1', head: 'head 1', site: 'site 1', plan: 'plan 1' },
  {
    name: 'a region of 1,000 sites, 128,000 people',
    at: 'region',
    official: 'official 2301',
    head: 'head 40001',
    site: 'site 10001',
    plan: 'plan 10001',
  },
] as const

/** The pages people work with, each for who uses it most. */
export async function benchWorkingPages(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    const figures: Figure[] = []
    for (const place of places) {
      const official = await signedIn(bench, program, place.official, place.at)
      const head = await signedIn(bench, program, place.head, place.at)
      const pages = [
        ['first page, official', official, ''],
        ['first page, head of a site', head, ''],
        ['sites', official, '/sites'],
        ['site', head, `/sites/${await idOf(bench, place.site)}`],
        ['plan of its site', head, `/plans/${await idOf(bench, place.plan)}`],
        ['plans', official, '/plans'],
        ['people', official, '/people'],
        ['organisations', official, '/organisations'],
        ['orders', official, '/orders'],
        ['reports', official, '/reports'],
        ['regulation', official, '/regulation'],
        ['people, by a name that many bear', official, `/people?q=${encodeURIComponent('Смирнова Анна')}`],
        ['search in the header, a name', official, `/search?q=${encodeURIComponent('Смирнова Анна')}`],
        ['search in the header, a word of points and plans', official, `/search?q=${encodeURIComponent('наставничества')}`],
        ['search in the header, an organisation', official, `/search?q=${encodeURIComponent('детский сад алексеевск')}`],
        ['search in the header, a typing error', official, `/search?q=${encodeURIComponent('смернова')}`],
      ] as const
      figures.push(toKnow(place.name, ''))
      for (const [what, cookie, path] of pages) {
        const asked = [{ path: `/t/${place.at}${path}`, cookie }]
        await load(program, asked, perSecond, warming)
        const found = await load(program, asked, perSecond, seconds)
        figures.push(atMost(`${what}: p95`, found.p95, 100, ms))
        figures.push(atMost('  CPU of the program and of PostgreSQL', found.cpu + found.databaseCpu, 10, ms))
        figures.push(toKnow('    apart', `${ms(found.cpu)} + ${ms(found.databaseCpu)}`))
        figures.push(atMost('  statements', found.statements, 12, String))
        if (found.failed > 0) figures.push(atMost('  answers that failed', found.failed, 0, String))
      }
    }
    return { title: `Working pages at ${perSecond} requests/s`, figures }
  } finally {
    await program.stop()
  }
}
