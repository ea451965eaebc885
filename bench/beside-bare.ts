import path from 'node:path'
import { atMost, type Figure, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { type Load, load } from './load.ts'
import { launch, startProgram } from './program.ts'
import { code, signedIn } from './sign-in.ts'

const [perSecond, seconds, rounds] = [Number(process.env.BENCH_RATE ?? 40), 3, 4]
const times = (value: number) => `${value.toFixed(2)} ×`

/** The list of orders beside a bare page of the same framework and question, in turns, so that what else the machine does is in both. */
export async function benchBesideBare(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const bare = await launch(bench, ['--import', 'tsx', path.join(import.meta.dirname, 'bare-page.tsx')], {
    BARE_POOL: JSON.stringify(bench.cluster.appPool),
    BARE_TERRITORY: code,
  })
  const program = await startProgram(bench, 'web')
  try {
    const cookie = await signedIn(bench, program, 'official 1')
    const askProgram = () => load(program, [{ path: `/t/${code}/orders`, cookie }], perSecond, seconds)
    const askBare = () => load(bare, [{ path: '/' }], perSecond, seconds)
    await askProgram()
    await askBare()
    const [ours, theirs]: [Load[], Load[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      theirs.push(await askBare())
      ours.push(await askProgram())
    }
    const mean = (loads: readonly Load[], of: (load: Load) => number) => loads.reduce((sum, one) => sum + of(one), 0) / rounds
    const all = (one: Load) => one.cpu + one.databaseCpu
    const apart = (loads: readonly Load[]) =>
      `${ms(mean(loads, (one) => one.cpu))} + ${ms(mean(loads, (one) => one.databaseCpu))}`
    return {
      title: 'A page beside a bare one: the list of orders',
      figures: [
        atMost('CPU of the program and of PostgreSQL, to that of the bare page', mean(ours, all) / mean(theirs, all), 1.4, times),
        toKnow('  apart', apart(ours)),
        toKnow('  bare page', apart(theirs)),
        atMost(
          'answers that failed',
          [...ours, ...theirs].reduce((sum, one) => sum + one.failed, 0),
          0,
          String,
        ),
      ],
    }
  } finally {
    await Promise.all([program.stop(), bare.stop()])
  }
}
