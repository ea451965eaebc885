import { atMost, type Figure, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { get } from './load.ts'
import { type Running, startProgram } from './program.ts'
import { code, idOf, signedIn } from './sign-in.ts'

const [warming, papers] = [20, 60]

/** Papers of orders, each of another order, so that none is made already. */
export async function benchPapers(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    const cookie = await signedIn(bench, program, 'official 1')
    const figures: Figure[] = []
    for (const format of ['docx', 'pdf'] as const) {
      await take(bench, program, { cookie, format, from: 1, count: warming })
      const cost = await take(bench, program, { cookie, format, from: 1 + warming, count: papers })
      figures.push(atMost(`.${format}: CPU of the program and of PostgreSQL`, cost, 25, ms))
    }
    figures.push(toKnow('memory afterwards', `${Math.round(program.memoryBytes() / 1024 / 1024)} MB`))
    return { title: `Papers of ${papers} orders`, figures }
  } finally {
    await program.stop()
  }
}

type Taken = { readonly cookie: string; readonly format: string; readonly from: number; readonly count: number }

/** CPU milliseconds of one of so many papers, taken one after another. */
async function take(bench: Bench, program: Running, { cookie, format, from, count }: Taken): Promise<number> {
  const ids = await Promise.all(Array.from({ length: count }, (_, n) => idOf(bench, `order ${from + n}`)))
  const before = program.cpuMs() + program.databaseCpuMs()
  for (const id of ids) await get(program.origin, { path: `/t/${code}/orders/${id}/document/${format}`, cookie })
  return (program.cpuMs() + program.databaseCpuMs() - before) / count
}
