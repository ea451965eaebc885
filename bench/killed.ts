import { aProgram } from '../test/long/program.ts'
import { atMost, type Figure, ms, toKnow } from './figures.ts'

const runs = 5

/** From the launch to the first page after the program and its database were killed at once (kill -9), on the demonstration. */
export async function benchKilled(): Promise<{ title: string; figures: Figure[] }> {
  const program = await aProgram()
  try {
    await program.start()
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      await program.killDatabase()
      await program.killProgram()
      times.push(await program.start())
    }
    await program.stop()
    return {
      title: 'Start after kill -9 of everything',
      figures: [
        atMost(`to the first page, worst of ${runs}`, Math.max(...times), 3000, ms),
        toKnow(`best of ${runs}`, ms(Math.min(...times))),
      ],
    }
  } finally {
    program.remove()
  }
}
