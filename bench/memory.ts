import { setTimeout as sleep } from 'node:timers/promises'
import { atMost, type Figure, mb, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { get, load } from './load.ts'
import { ordersToPrint } from './papers.ts'
import { startProgram } from './program.ts'
import { code, signedIn } from './sign-in.ts'

const [perSecond, seconds, idleMs] = [10, 4, 30_000]
const tables = ['people.csv', 'people.xlsx', 'sites.xlsx', 'organisations.csv']

/** What the program holds on to when nobody asks any more: after pages, whole tables of a region and papers. */
export async function benchMemory(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench)
  try {
    const fresh = program.memoryBytes()
    const official = await signedIn(bench, program, 'official 2301', 'region')
    const here = await signedIn(bench, program, 'official 1')
    const pages = ['', '/sites', '/plans', '/people', '/organisations', '/orders', '/reports'].flatMap((path) => [
      { path: `/t/region${path}`, cookie: official },
      { path: `/t/${code}${path}`, cookie: here },
    ])
    const { failed } = await load(program, pages, perSecond, seconds)
    for (const table of tables) await get(program.origin, { path: `/t/region/${table}`, cookie: official })
    for (const table of ['/register.csv?state=all', '/register.xlsx?state=all']) await get(program.origin, { path: table })
    for (const { path, cookie } of await ordersToPrint(bench, program, 20))
      for (const format of ['docx', 'pdf']) await get(program.origin, { path: `${path}/${format}`, cookie })
    const busy = program.memoryBytes()
    await sleep(idleMs)
    return {
      title: 'Memory of the program',
      figures: [
        atMost(`idle, ${idleMs / 1000} s after use`, program.memoryBytes(), 250 * 1024 * 1024, mb),
        toKnow('just started, at work', `${mb(fresh)}, ${mb(busy)}`),
        atMost('answers that failed', failed, 0, String),
      ],
    }
  } finally {
    await program.stop()
  }
}
