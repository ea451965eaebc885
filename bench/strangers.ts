import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { steadyMs } from '../src/kernel/clock.ts'
import { atMost, type Figure, mb, ms, toKnow } from './figures.ts'
import { size } from './fill/country.ts'
import type { Bench } from './harness.ts'
import { load } from './load.ts'
import { startProgram } from './program.ts'
import { questions } from './register.ts'

const strangers = 60
const perSecond = 20
const seconds = 15
const files = ['/register.csv?state=all', '/register.xlsx?state=all', '/register.json?state=all']

type Taken = { whole: number; cut: number; refused: number; failed: number }

/** Sixty strangers take the whole register again and again, each coming back when told; others read its pages beside them. */
export async function benchStrangers(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    await load(program, questions, perSecond, 2)
    const before = program.memoryBytes()
    const taken: Taken = { whole: 0, cut: 0, refused: 0, failed: 0 }
    const until = steadyMs() + seconds * 1000
    let most = before
    const watching = (async () => {
      for (; steadyMs() < until; await sleep(50)) most = Math.max(most, program.memoryBytes())
    })()
    const all = Promise.all(Array.from({ length: strangers }, (_, n) => take(program.origin, n, until, taken)))
    const pages = await load(program, questions, perSecond, seconds)
    await Promise.all([all, watching])
    const figures = [
      atMost('pages of the register that failed', pages.failed, 0, String),
      atMost(`their p95 at ${perSecond} requests/s`, pages.p95, 300, ms),
      toKnow('p50', ms(pages.p50)),
      atMost('tables that were cut or failed', taken.cut + taken.failed, 0, String),
      toKnow('tables taken whole, told to come again', `${taken.whole}, ${taken.refused}`),
      toKnow('memory before, at most', `${mb(before)}, ${mb(most)}`),
    ]
    return { title: `${strangers} strangers with exports at once`, figures }
  } finally {
    await program.stop()
  }
}

async function take(origin: string, first: number, until: number, taken: Taken): Promise<void> {
  for (let n = first; steadyMs() < until; n++) {
    const path = files[n % files.length]!
    const { status, bytes, after } = await saved(origin + path).catch(() => ({ status: 0, bytes: Buffer.of(), after: 1 }))
    if (status === 200) taken[(await isWhole(path, bytes)) ? 'whole' : 'cut']++
    else taken[status === 429 ? 'refused' : 'failed']++
    if (status !== 200) await sleep(Math.min(after * 1000, Math.max(0, until - steadyMs())))
  }
}

/** A workbook ends as an archive does; a text is packed and has a line for every site. */
const isWhole = async (path: string, bytes: Buffer) =>
  path.includes('.xlsx')
    ? bytes.subarray(-22).readUInt32LE() === 0x06054b50
    : (await unpack(bytes)).toString('latin1').split('\n').length > size.sites
const unpack = promisify(gunzip)

function saved(address: string): Promise<{ status: number; bytes: Buffer; after: number }> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip' }
    const request = http.get(address, { agent: false, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          bytes: Buffer.concat(parts),
          after: Number(response.headers['retry-after'] ?? 1),
        }),
      )
    })
    request.on('error', reject)
  })
}
