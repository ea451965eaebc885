import { atMost, type Figure, ms, toKnow } from './figures.ts'
import { size } from './fill/country.ts'
import type { Bench } from './harness.ts'
import { load } from './load.ts'
import { startProgram } from './program.ts'
import { code, idOf, signedIn } from './sign-in.ts'

const perSecond = 10
const seconds = 5

/** The pages people work with, each for who uses it most, in one territory of a whole country. */
export async function benchWorkingPages(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    const [official, head] = [await signedIn(bench, program, 'official 1'), await signedIn(bench, program, 'head 1')]
    const [site, plan] = [await idOf(bench, 'site 1'), await idOf(bench, 'plan 1')]
    const pages = [
      ['first page, official', official, ''],
      ['first page, head of a site', head, ''],
      ['sites', official, '/sites'],
      ['site', head, `/sites/${site}`],
      ['plan of forty lines', head, `/plans/${plan}`],
      ['plans', official, '/plans'],
      ['people', official, '/people'],
      ['organisations', official, '/organisations'],
      ['orders', official, '/orders'],
    ] as const
    const figures: Figure[] = []
    for (const [what, cookie, path] of pages) {
      const asked = [{ path: `/t/${code}${path}`, cookie }]
      await load(program, asked, perSecond, 1)
      const found = await load(program, asked, perSecond, seconds)
      figures.push(atMost(`${what}: p95`, found.p95, 100, ms))
      figures.push(toKnow('  CPU of the program and of PostgreSQL', `${ms(found.cpu)} + ${ms(found.databaseCpu)}`))
    }
    return {
      title: `Working pages at ${perSecond} requests/s among ${size.territories} territories, ${size.organisations} organisations`,
      figures,
    }
  } finally {
    await program.stop()
  }
}
