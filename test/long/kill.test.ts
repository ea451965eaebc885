import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCluster } from '../../src/db/supervisor.ts'
import { steadyMs } from '../../src/kernel/clock.ts'
import { aProgram, enter, type Program } from './program.ts'

const cycles = Number(process.env.KILL_CYCLES ?? 12)
const ways = ['program', 'database', 'both'] as const
let program: Program
beforeAll(async () => {
  program = await aProgram()
  await program.start()
}, 120_000)
afterAll(async () => {
  await program.stop()
  program.remove()
})

type Written = { readonly name: string; readonly key: string; acked: boolean; doubted: boolean }

/** Writes until told to end. A form that was not answered is sent again as it was, the way a person presses «Обновить». */
function writer({ cookie, home }: Awaited<ReturnType<typeof enter>>, number: number) {
  const written: Written[] = []
  let ending = false
  const { origin } = program
  const ask = (address: string, init: RequestInit = {}) =>
    fetch(`${origin}${address}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
      headers: { cookie, origin },
    })
      .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
      .catch(() => null)

  async function write(name: string): Promise<void> {
    const page = await ask(`${home}/organisations/new`)
    const key = page?.status === 200 ? /name="_key" value="([^"]+)"/.exec(page.text)?.[1] : undefined
    if (!key) return void (await sleep(50))
    const one: Written = { name, key, acked: false, doubted: false }
    written.push(one)
    const fields = { _key: key, kind: 'school', fullName: name, shortName: name }
    for (let tries = 0; tries < 200; tries++) {
      const answer = await ask(`${home}/organisations/new`, { method: 'POST', body: new URLSearchParams(fields) })
      if (answer?.status === 303) {
        one.acked = true
        return
      }
      // Killed between the deed and the note where to go next: the person is told that the form has been taken and to look.
      if (answer?.status === 409) {
        one.doubted = true
        return
      }
      if (answer && answer.status < 500) throw new Error(`${name} was answered with ${answer.status}`)
      await sleep(50)
    }
  }
  const done = (async () => {
    for (let n = 0; !ending; n++) await write(`Школа ${number}-${n}`)
  })()
  return {
    written,
    async end() {
      ending = true
      await done
    },
  }
}

test('what was acknowledged outlives every kill -9 of the program, of its database, and of both; each form is one deed', async () => {
  const person = await enter(program, /методист/i)
  const writers = Array.from({ length: 4 }, (_, number) => writer(person, number))
  const back: Record<(typeof ways)[number], number[]> = { program: [], database: [], both: [] }
  for (let cycle = 0; cycle < cycles; cycle++) {
    await sleep(300 + Math.random() * 1500)
    const way = ways[cycle % ways.length]!
    const began = steadyMs()
    if (way !== 'program') await program.killDatabase()
    if (way !== 'database') await program.killProgram()
    // A server without its master still answers for a moment; the page that counts comes after.
    if (way === 'database') await sleep(800)
    back[way].push(Math.round(way === 'database' ? await program.firstPage(began) : await program.start()))
    expect(program.alive()).toBe(true)
  }
  await sleep(1000)
  await Promise.all(writers.map((one) => one.end()))
  await program.stop()

  const all = writers.flatMap((one) => one.written)
  const acked = all.filter((one) => one.acked)
  const stored = await storedNames()
  const lost = all
    .filter((one) => one.acked || one.doubted)
    .filter((one) => !stored.includes(one.name))
    .map((one) => one.name)
  expect(lost).toEqual([])
  expect(stored.length).toBe(new Set(stored).size)
  expect(all.filter((one) => !one.acked && !one.doubted)).toEqual([])
  const [history, invariants] = [await program.command('verify-history'), await program.command('check-invariants')]
  expect([history.code, history.text]).toEqual([0, expect.stringContaining('История цела')])
  expect([invariants.code, invariants.text]).toEqual([0, expect.stringContaining('Данные целы')])
  process.stdout.write(
    `acknowledged ${acked.length}, lost 0, told to look ${all.filter((one) => one.doubted).length}, cycles ${cycles}, ms until the first page: ${JSON.stringify(back)}\n`,
  )
  expect(acked.length).toBeGreaterThan(cycles * 5)
  expect(Math.max(...back.program, ...back.database, ...back.both)).toBeLessThan(15_000)
}, 600_000)

async function storedNames(): Promise<string[]> {
  const cluster = await startCluster({ dir: path.join(program.dataDir, 'pg') })
  const client = new pg.Client(cluster.adminPool)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select full_name as name from organisations where full_name ~ '^Школа \\d+-\\d+$'",
  )
  await client.end()
  await cluster.stop()
  return rows.map((row) => row.name)
}
