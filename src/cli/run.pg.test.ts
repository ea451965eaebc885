import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'

const entry = path.join(import.meta.dirname, 'program.fixture.ts')
let folder: string
let port: number
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'run-test-'))
  fs.chmodSync(folder, 0o755)
  const probe = await occupy(0)
  port = (probe.address() as AddressInfo).port
  probe.close()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  const lock = path.join(folder, 'pg', 'data', 'postmaster.pid')
  if (fs.existsSync(lock)) process.kill(Number.parseInt(fs.readFileSync(lock, 'utf8'), 10), 'SIGQUIT')
  await sleep(100)
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})

const occupy = (on: number) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(on, '127.0.0.1', () => resolve(server))
  })

function program(words: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [entry, ...words], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      PORT: String(port),
      ...(env.DATABASE_URL ? {} : { DEMO: 'first-day' }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const says = async (text: string) => {
    for (let tries = 0; tries < 400 && !said.includes(text); tries++) await sleep(50)
    expect(said).toContain(text)
  }
  return { child, ended, says, said: () => said }
}

describe('on its own database', () => {
  test('starts, serves, and at Ctrl-C stops everything it started', async () => {
    const running = program([])
    await running.says('Остановить: Ctrl-C.')
    expect(running.said()).toContain(`Площадка работает: http://localhost:${port}`)
    expect(running.said()).toContain('territories loaded')
    expect(running.said()).toContain('a sign-in')
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('ploshchadka_app')

    running.child.kill('SIGINT')
    expect(await running.ended).toBe(0)
    expect(fs.existsSync(path.join(folder, 'pg', 'data', 'postmaster.pid'))).toBe(false)
  })

  test('a second start while the first runs says that the port is in use and leaves the first alone', async () => {
    const first = program([])
    await first.says('Остановить')
    const second = program([])
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(new RegExp(`^Порт ${port} занят другой программой: [^\\n]+\\n$`))
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200)
  })

  test('survives kill -9 of PostgreSQL: the process stays and serves again', async () => {
    const running = program([])
    await running.says('Остановить')
    process.kill(Number.parseInt(fs.readFileSync(path.join(folder, 'pg', 'data', 'postmaster.pid'), 'utf8'), 10), 'SIGKILL')
    await running.says('запускаем её снова')
    let answer = 0
    for (let tries = 0; tries < 100 && answer !== 200; tries++) {
      await sleep(100)
      answer = (await fetch(`http://localhost:${port}/`)).status
    }
    expect(answer).toBe(200)
    expect(running.child.exitCode).toBeNull()
  })

  test('Ctrl-C in the middle of the first start stops what had been begun', async () => {
    const running = program([])
    await sleep(700)
    running.child.kill('SIGINT')
    await running.ended
    expect(fs.existsSync(path.join(folder, 'pg', 'data', 'postmaster.pid'))).toBe(false)
  })
})

describe('a wrong surrounding ends with one sentence', () => {
  const onServer = (user: string, database: string) => {
    const { host, port: socketPort } = inject('admin')
    return `postgresql://${user}@localhost:${socketPort}/${database}?host=${encodeURIComponent(host!)}`
  }
  const secret = { SECRET: 'x'.repeat(32) }
  const oneLine = async (words: string[], env: Record<string, string>) => {
    const running = program(words, env)
    expect(await running.ended).not.toBe(0)
    const lines = running
      .said()
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Остановлено'))
    expect(lines).toHaveLength(1)
    return lines[0]
  }

  test('an unknown command', async () => {
    expect(await oneLine(['dance'], {})).toBe(
      'Нет команды «dance»; есть: start, web, worker, migrate, load-territories, verify-history, check-invariants, backup, restore, verify, invite, reset-password, take-second-factor, make-administrator, remove-administrator.',
    )
  })

  test('a setting', async () => {
    expect(await oneLine(['web'], { PORT: '0' })).toMatch(/^PORT должен быть целым числом/)
  })

  test('a database that does not answer', async () => {
    const env = { DATABASE_URL: 'postgresql://app@127.0.0.1:9/ploshchadka', ...secret }
    expect(await oneLine(['web'], env)).toMatch(/^База данных 127\.0\.0\.1:9 не отвечает \(ECONNREFUSED\)/)
    expect(await oneLine(['migrate'], { ...env, DATABASE_OWNER_URL: env.DATABASE_URL })).toMatch(/адрес в DATABASE_OWNER_URL\.$/)
  })

  test('a role that may do too much', async () => {
    const database = await freshDatabase()
    try {
      expect(await oneLine(['web'], { DATABASE_URL: onServer('postgres', database.app.database!), ...secret })).toMatch(
        /^Роль «postgres»/,
      )
    } finally {
      await database.drop()
    }
  })

  test('a schema of another version', async () => {
    const database = await freshDatabase()
    try {
      await database.ownerPool.query("delete from schema_migrations where name like '0001%'")
      const sentence = await oneLine(['web'], { DATABASE_URL: onServer('ploshchadka_app', database.app.database!), ...secret })
      expect(sentence).toMatch(/\(0001_territories\.sql\): выполните node dist\/src\/main\.js migrate\.$/)
    } finally {
      await database.drop()
    }
  })

  test('migrate without the owner’s address', async () => {
    expect(await oneLine(['migrate'], { DATABASE_URL: 'postgresql://app@db/x', ...secret })).toMatch(/задайте DATABASE_OWNER_URL/)
  })
})
