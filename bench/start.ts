import { atMost, type Figure, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { startProgram } from './program.ts'

/** From the launch to the first page on a loaded database. The first start loads the territories of the demonstration and does not count. */
export async function benchStart(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  await (await startProgram(bench)).stop()
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const program = await startProgram(bench)
    times.push(program.startedInMs)
    await program.stop()
  }
  return {
    title: 'Start on a loaded database',
    figures: [
      atMost('to the first page, worst of three', Math.max(...times), 2000, ms),
      toKnow('best of three', ms(Math.min(...times))),
    ],
  }
}
