import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { steadyMs } from '../src/kernel/clock.ts'
import { percentile } from './figures.ts'
import type { Running } from './program.ts'

export type Load = {
  readonly p50: number
  readonly p95: number
  /** CPU milliseconds of the program and of its database for one request. */
  readonly cpu: number
  readonly databaseCpu: number
  /** Statements for one request. */
  readonly statements: number
  /** Answers other than 200. */
  readonly failed: number
}

type Asked = { readonly path: string; readonly cookie?: string }

/**
 * Asks for pages at a steady rate, in turn, whether earlier ones have been answered or not: a slow answer makes the others wait in the
 * program, not here. A time counts from when the request was due. Any answer but 200 is counted as failed.
 */
export async function load(program: Running, pages: readonly Asked[], perSecond: number, seconds: number): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 100 })
  let failed = 0
  await Promise.all(pages.map((page) => get(program.origin, page, agent).catch(() => failed++)))
  const statements = await program.statements()
  const [cpu, databaseCpu] = [program.cpuMs(), program.databaseCpuMs()]
  const count = perSecond * seconds
  const began = steadyMs()
  const times = Array.from({ length: count }, async (_, n) => {
    const due = began + (n * 1000) / perSecond
    await sleep(Math.max(0, due - steadyMs()))
    await get(program.origin, pages[n % pages.length]!, agent).catch(() => failed++)
    return steadyMs() - due
  })
  const all = await Promise.all(times)
  agent.destroy()
  return {
    failed,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    cpu: (program.cpuMs() - cpu) / count,
    databaseCpu: (program.databaseCpuMs() - databaseCpu) / count,
    statements: Math.round(((await program.statements()) - statements) / count),
  }
}

/** The answer's text as the browser would get it: packed. */
export function get(origin: string, { path, cookie }: Asked, agent?: http.Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip, br', ...(cookie && { Cookie: cookie }) }
    const request = http.get(`${origin}${path}`, { agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts))
        else reject(new Error(`${path} was answered with ${response.statusCode}`))
      })
    })
    request.on('error', reject)
  })
}
