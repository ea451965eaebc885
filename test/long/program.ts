import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { steadyMs } from '../../src/kernel/clock.ts'
import { formsOf } from '../html.ts'

/** PROGRAM_MAIN names another build of the program than the usual one. */
const main = process.env.PROGRAM_MAIN ?? path.resolve(import.meta.dirname, '../../dist/src/main.js')

/** The built program on a folder of its own, started and killed as a machine would. */
export async function aProgram(more: Readonly<Record<string, string>> = {}) {
  const dataDir = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-killed-'))
  fs.chmodSync(dataDir, 0o755)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { PATH: process.env.PATH, PORT: `${port}`, DATA_DIR: dataDir, DEMO: 'first-day', PUBLIC_ORIGIN: origin, ...more }
  const run = (words: string[], other: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, [main, ...words], { env: { ...env, ...other }, stdio: ['ignore', 'pipe', 'pipe'] })
  let child: ChildProcess | null = null
  let said = ''

  const hear = (process: ChildProcess) => {
    for (const stream of [process.stdout!, process.stderr!])
      stream.on('data', (chunk) => {
        said = (said + chunk).slice(-20_000)
      })
  }
  const program = {
    origin,
    dataDir,
    said: () => said,
    alive: () => child !== null && child.exitCode === null && child.signalCode === null,
    /** Starts the program; gives the milliseconds until the first page. */
    async start(): Promise<number> {
      const began = steadyMs()
      child = run(['start'])
      hear(child)
      return program.firstPage(began)
    },
    async firstPage(began = steadyMs()): Promise<number> {
      while (steadyMs() - began < 60_000) {
        const answer = await fetch(origin, { signal: AbortSignal.timeout(5000) }).catch(() => null)
        await answer?.arrayBuffer()
        if (answer?.status === 200) return steadyMs() - began
        await sleep(25)
      }
      throw new Error(`no page within a minute: ${said}`)
    },
    async killProgram(): Promise<void> {
      const ended = new Promise((resolve) => child!.once('exit', resolve))
      child!.kill('SIGKILL')
      await ended
    },
    async killDatabase(): Promise<void> {
      const lock = path.join(dataDir, 'pg', 'data', 'postmaster.pid')
      while (!fs.existsSync(lock)) await sleep(50) // not started again yet since the last time
      process.kill(Number.parseInt(fs.readFileSync(lock, 'utf8'), 10), 'SIGKILL')
    },
    async stop(): Promise<void> {
      if (!program.alive()) return
      const ended = new Promise((resolve) => child!.once('exit', resolve))
      child!.kill('SIGTERM')
      await ended
    },
    /** Carries out one command of the command line; gives what it said and its exit code. */
    command: (...words: string[]) => program.commandWith({}, ...words),
    /** The same with other settings. */
    async commandWith(
      other: Readonly<Record<string, string>>,
      ...words: string[]
    ): Promise<{ code: number | null; text: string }> {
      const process = run(words, other)
      let text = ''
      for (const stream of [process.stdout, process.stderr])
        stream.on('data', (chunk) => {
          text += chunk
        })
      const code = await new Promise<number | null>((resolve) => process.once('exit', resolve))
      return { code, text }
    },
    remove: () => fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
  return program
}
export type Program = Awaited<ReturnType<typeof aProgram>>

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Enters as the first demo person whose button reads so; gives the cookies and the first page. */
export async function enter({ origin }: Program, button: RegExp): Promise<{ cookie: string; home: string }> {
  const page = await fetch(`${origin}/sign-in`)
  const visit = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const html = await page.text()
  const who = [...html.matchAll(/<button\b[^>]*name="who"[^>]*value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g)].find(([, , text]) =>
    button.test(text!),
  )
  const key = /name="_key" value="([^"]+)"/.exec(html)
  if (!who || !key) throw new Error(`no button ${button} among the demo people: ${formsOf(html).length} forms`)
  const answer = await fetch(`${origin}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie: visit.join('; ') },
    body: new URLSearchParams({ _key: key[1]!, who: who[1]! }),
  })
  if (answer.status !== 303) throw new Error(`the demo sign-in was answered with ${answer.status}`)
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  return { cookie: cookies.join('; '), home: answer.headers.get('location')! }
}
