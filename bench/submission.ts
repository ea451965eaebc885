import path from 'node:path'
import { keepFilesIn } from '../src/files/store.ts'
import { steadyMs } from '../src/kernel/clock.ts'
import { anApplication, anApplyingTerritory, send } from '../test/factories/applications.ts'
import { lenobl as regulation } from '../test/regulations.ts'
import { atMost, type Figure, ms, percentile, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'

const [warm, runs] = [5, 30]

/** Sending a whole application with its programme: everything checked, the version fixed, a number taken, kept as shown, everyone told. */
export async function benchSubmission(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  keepFilesIn(path.join(bench.dataDir, 'files'))
  const times: number[] = []
  const cpu: number[] = []
  for (let run = 0; run < warm + runs; run++) {
    const there = await anApplyingTerritory(bench.db, regulation)
    const id = await anApplication(there, { state: 'complete' })
    const [began, before] = [steadyMs(), process.cpuUsage()]
    await send(there, id)
    const { user, system } = process.cpuUsage(before)
    if (run < warm) continue
    times.push(steadyMs() - began)
    cpu.push((user + system) / 1000)
  }
  const figures = [
    atMost('CPU of the program, median', percentile(cpu, 0.5), 50, ms),
    toKnow('CPU of the program, p95', ms(percentile(cpu, 0.95))),
    toKnow('whole, median', ms(percentile(times, 0.5))),
  ]
  return { title: `Submitting an application, ${runs} runs`, figures }
}
