import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { steadyMs } from '../../src/kernel/clock.ts'
import { aProgram, enter, type Program } from './program.ts'

let program: Program
beforeAll(async () => {
  program = await aProgram()
  await program.start()
}, 120_000)
afterAll(async () => {
  await program.stop()
  program.remove()
})

/** The server and everything that works for it. */
function processesOf(dataDir: string): number[] {
  const lock = fs.readFileSync(path.join(dataDir, 'pg', 'data', 'postmaster.pid'), 'utf8')
  const master = Number.parseInt(lock, 10)
  return [
    master,
    ...execFileSync('pgrep', ['-P', `${master}`], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number),
  ]
}

test('a server frozen for fifteen seconds: every page says within two seconds that data is away, and comes back by itself', async () => {
  const { cookie, home } = await enter(program, /методист/i)
  const ask = async (address: string, own: string) => {
    const began = steadyMs()
    const answer = await fetch(`${program.origin}${address}`, { headers: { cookie: own }, signal: AbortSignal.timeout(20_000) })
    const text = await answer.text()
    return { address, status: answer.status, said: text.includes('Данные сейчас недоступны'), ms: Math.round(steadyMs() - began) }
  }
  const pages = [home, `${home}/plans`, `${home}/people`, `${home}/search?q=школа`]
  for (const page of pages) expect((await ask(page, cookie)).status).toBe(200)
  const frozen = processesOf(program.dataDir)
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  for (const pid of frozen) process.kill(pid, 'SIGSTOP')
  const began = steadyMs()
  try {
    answers.push(...(await Promise.all(Array.from({ length: 20 }, (_, n) => ask(pages[n % pages.length]!, cookie)))))
    while (steadyMs() - began < 15_000) {
      for (const page of [...pages, '/register.csv']) answers.push(await ask(page, cookie))
      answers.push(await ask('/sign-in', ''))
    }
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT')
  }
  process.stdout.write(`frozen: ${JSON.stringify(answers.map(({ ms, status, address }) => `${status} ${address} ${ms}`))}\n`)
  expect(answers.filter(({ status, said }) => status === 503 && !said)).toEqual([])
  expect(answers.filter(({ ms }) => ms > 2000)).toEqual([])
  expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(20)
  await sleep(2000)
  expect((await ask(home, cookie)).status).toBe(200)
}, 120_000)
