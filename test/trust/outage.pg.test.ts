import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { createDb, createPool } from '../../src/db/pool.ts'
import { type Cluster, startCluster } from '../../src/db/supervisor.ts'
import { appRole } from '../../src/db/supervisor-roles.ts'
import { steadyMs } from '../../src/kernel/clock.ts'
import { demoPeople, fill, missingHeaders, signIn, theApp, type Visitor } from './world.ts'

/** A server of its own, because this one is taken down. */
const dir = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-outage-'))
let cluster: Cluster
let appPool: pg.Pool
let app: ReturnType<typeof theApp>
let official: Visitor
let stranger: Visitor
const start = () => startCluster({ dir: path.join(dir, 'pg'), settings: { fsync: 'off' } })

beforeAll(async () => {
  fs.chmodSync(dir, 0o755)
  cluster = await start()
  await migrate(cluster.ownerPool, appRole)
  appPool = createPool(cluster.appPool)
  const adminPool = new pg.Pool(cluster.adminPool)
  app = theApp(createDb(appPool))
  await fill({ db: createDb(appPool), adminPool })
  const people = await demoPeople({ adminPool })
  await adminPool.end()
  const as = signIn(app.app, { appPool })
  official = await as(
    people.find(({ territory, role }) => territory === 'luga' && /подписывает|председатель|ответственн/i.test(role)) ??
      people[0]!,
  )
  stranger = { ...official, get: (address) => plain(address) }
}, 120_000)
afterAll(async () => {
  await appPool.end()
  await cluster.stop()
  fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

async function plain(address: string) {
  const response = await app.app.request(`http://localhost${address}`)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

async function timed(work: () => Promise<{ status: number; text: string; headers: Headers }>) {
  const began = steadyMs()
  return { ...(await work()), ms: steadyMs() - began }
}

const typed = 'Рассказать <b>родителям</b> о новых уроках & кружках'
const isTold = (answer: Awaited<ReturnType<typeof timed>>, about: string) => {
  expect([about, answer.status, answer.headers.get('retry-after')]).toEqual([about, 503, '10'])
  expect([about, missingHeaders(answer.headers)]).toEqual([about, []])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.text).toContain('Данные сейчас недоступны')
  expect([about, answer.ms < 2000]).toEqual([about, true])
}

async function everyPageSaysSo() {
  for (const address of ['/', '/register.csv', '/register.json', '/orders', '/sign-in', '/ready'])
    isTold(await timed(() => stranger.get(address)), address)
  for (const address of ['/t/luga', '/t/luga/people', '/t/luga/orders', '/t/luga/plans', '/t/luga/search?q=школа', '/my'])
    isTold(await timed(() => official.get(address)), address)
}

test('while the database is away every page says so within two seconds and comes back by itself', async () => {
  expect((await stranger.get('/')).status).toBe(200)
  expect((await official.get('/t/luga')).status).toBe(200)
  await cluster.stop()
  try {
    await everyPageSaysSo()
    expect((await stranger.get('/help')).status).not.toBe(500)
    const crowd = await Promise.all(Array.from({ length: 60 }, () => timed(() => official.get('/t/luga'))))
    for (const answer of crowd) isTold(answer, 'one of sixty')
  } finally {
    cluster = await start()
  }
  expect((await stranger.get('/')).status).toBe(200)
  expect((await official.get('/t/luga')).status).toBe(200)
  expect(app.logged.filter((entry) => entry.event === 'fault')).toEqual([])
}, 60_000)

test('what was typed stands on the page that says so; passwords and keys do not', async () => {
  await cluster.stop()
  try {
    const form = {
      shortName: typed,
      fullName: 'Школа № 5',
      kind: 'supplementary',
      password: 'верный конь батарея',
      email: 'a@b.ru',
    }
    const answer = await timed(() => official.post('/t/luga/organisations/new', form, 'the.key'))
    isTold(answer, 'a form')
    expect(answer.text).toContain('Рассказать &lt;b>родителям&lt;/b> о новых уроках &amp; кружках')
    expect(answer.text).toContain('Школа № 5')
    for (const hidden of ['верный конь', 'the.key']) expect(answer.text).not.toContain(hidden)
    const signing = await timed(() => official.post('/sign-in', { email: 'vera@primer.ru', password: 'верный конь батарея' }))
    isTold(signing, 'signing in')
    expect(signing.text).not.toContain('верный конь')
    expect((await timed(() => official.get('/t/luga'))).text).not.toContain('<textarea')
  } finally {
    cluster = await start()
  }
})

test('a fault of the program gives the typed text back too, with a number and no trace of the inside', async () => {
  const admin = new pg.Client(cluster.adminPool)
  await admin.connect()
  await admin.query('alter table role_grants rename to role_grants_away')
  try {
    const answer = await timed(() => official.post('/t/luga/organisations/new', { shortName: typed }))
    expect([answer.status, missingHeaders(answer.headers)]).toEqual([500, []])
    expect(answer.text).toContain('Рассказать &lt;b>родителям')
    expect(answer.text).toMatch(/назовите оператору номер/)
    expect(answer.text).not.toMatch(/role_grants|relation|node_modules|\.ts:/)
    expect(app.logged.filter((entry) => entry.event === 'fault').length).toBe(1)
    expect(JSON.stringify(app.logged)).not.toContain('родителям')
  } finally {
    await admin.query('alter table role_grants_away rename to role_grants')
    await admin.end()
  }
})

test('a server killed under load: requests under way are answered, the next ones are served again', async () => {
  let stop = false
  const statuses: number[] = []
  const load = Array.from({ length: 8 }, async () => {
    while (!stop) statuses.push((await official.get('/t/luga/sites')).status)
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  process.kill(cluster.pid, 'SIGKILL')
  let back = 0
  const began = steadyMs()
  while (back < 3 && steadyMs() - began < 20_000) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    back = statuses.includes(503) && (await plain('/')).status === 200 ? back + 1 : 0
  }
  stop = true
  await Promise.all(load)
  expect([...new Set(statuses)].sort()).toEqual([200, 503])
  expect(steadyMs() - began).toBeLessThan(20_000)
  expect((await official.get('/t/luga')).status).toBe(200)
}, 60_000)

test('a server that is there and says nothing: nobody waits for longer than it may take to notice', async () => {
  const processes = [
    cluster.pid,
    ...execFileSync('pgrep', ['-P', `${cluster.pid}`], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number),
  ]
  for (const pid of processes) process.kill(pid, 'SIGSTOP')
  try {
    const crowd = await Promise.all(Array.from({ length: 30 }, () => timed(() => official.get('/t/luga'))))
    expect([...new Set(crowd.map((answer) => answer.status))]).toEqual([503])
    expect(Math.max(...crowd.map((answer) => answer.ms))).toBeLessThan(2000)
  } finally {
    for (const pid of processes) process.kill(pid, 'SIGCONT')
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect((await official.get('/t/luga')).status).toBe(200)
}, 60_000)
