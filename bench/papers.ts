import { anOffice, aPoint, aSubmitted, done, sign, theRegulationOrder } from '../test/factories/orders.ts'
import { atMost, type Figure, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { get } from './load.ts'
import { type Running, startProgram } from './program.ts'
import { sessionOfNew } from './sign-in.ts'

const [warming, papers] = [20, 60]

/** Papers of signed orders, each of another order, so that none is made already. */
export async function benchPapers(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    const paths = await ordersToPrint(bench, program, warming + papers)
    const figures: Figure[] = []
    for (const format of ['docx', 'pdf'] as const) {
      await take(program, paths.slice(0, warming), format)
      const cost = await take(program, paths.slice(warming), format)
      figures.push(atMost(`.${format}: CPU of the program and of PostgreSQL`, cost, 25, ms))
    }
    figures.push(toKnow('memory afterwards', `${Math.round(program.memoryBytes() / 1024 / 1024)} MB`))
    return { title: `Papers of ${papers} orders`, figures }
  } finally {
    await program.stop()
  }
}

type Printed = { readonly path: string; readonly cookie: string }

/** So many signed orders of five points: the addresses of their papers but for the format, and the cookie of who may read them. */
export async function ordersToPrint(bench: Bench, program: Running, count: number): Promise<Printed[]> {
  // A kept database has the offices of the runs before.
  const office = await anOffice(bench.db, undefined, undefined, { code: `papers${Date.now().toString(36)}` })
  await theRegulationOrder(office)
  const { territory, officialId } = office
  const cookie = await sessionOfNew(bench, program, { territory, personId: officialId })
  const printed: Printed[] = []
  for (let n = 0; n < count; n++) {
    const points = Array.from({ length: 5 }, (_, k) =>
      aPoint([], { text: `Провести работу по направлению ${n + k} в сельской школе и сообщить об исполнении.` }),
    )
    const orderId = await aSubmitted(office, points)
    done(await sign(office, orderId))
    printed.push({ path: `/t/${territory.code}/orders/${orderId}/document`, cookie })
  }
  return printed
}

/** CPU milliseconds of one of the papers, taken one after another. */
async function take(program: Running, printed: readonly Printed[], format: string): Promise<number> {
  const before = program.cpuMs() + program.databaseCpuMs()
  for (const { path, cookie } of printed) await get(program.origin, { path: `${path}/${format}`, cookie })
  return (program.cpuMs() + program.databaseCpuMs() - before) / printed.length
}
