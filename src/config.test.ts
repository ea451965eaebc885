import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'config-test-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const secret = 'x'.repeat(32)
const server = { DATABASE_URL: 'postgresql://app:word@db:5432/ploshchadka', SECRET: secret }
const read = (env: Record<string, string>) => readConfig({ DATA_DIR: folder, ...env })

describe('without any setting', () => {
  test('the program runs a demonstration on its own database at localhost:3000', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: 'localhost',
      publicOrigin: 'http://localhost:3000',
      trustedProxies: 0,
      database: { kind: 'embedded', dir: path.join(folder, 'pg') },
      smtpUrl: null,
      demo: true,
      demoOpens: 'amidYear',
    })
  })

  test('the secret is made once, long, and closed to others', () => {
    const first = read({}).secret
    expect(first.length).toBeGreaterThanOrEqual(43)
    expect(read({}).secret).toBe(first)
    expect(fs.statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(folder)).toEqual(['secret'])
  })

  test('an empty variable counts as not set', () => {
    expect(read({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, database: { kind: 'embedded' } })
  })
})

test('DEMO=first-day opens the demonstration where nothing has been done yet', () => {
  expect(read({ DEMO: 'first-day' })).toMatchObject({ demo: true, demoOpens: 'firstDay' })
})

test('DEMO=off turns the demonstration off', () => {
  expect(read({ DEMO: 'off' }).demo).toBe(false)
})

test('on a server database there is never a demonstration', () => {
  expect(read(server)).toMatchObject({ demo: false, database: { kind: 'server', ownerUrl: null } })
})

test('the secret may come from a file', () => {
  const file = path.join(folder, 'given')
  fs.writeFileSync(file, `${secret}\n`)
  expect(read({ ...server, SECRET: '', SECRET_FILE: file }).secret).toBe(secret)
})

test.each<[string, Record<string, string>, RegExp]>([
  ['a port that is a word', { PORT: 'web' }, /^PORT должен быть целым числом/],
  ['a port out of range', { PORT: '70000' }, /^PORT должен быть целым числом от 1 до 65535/],
  ['a database address of another kind', { ...server, DATABASE_URL: 'mysql://db' }, /^DATABASE_URL должна иметь вид postgresql/],
  ['a database address that is no address', { ...server, DATABASE_URL: 'db' }, /^DATABASE_URL должна иметь вид postgresql/],
  ['demonstration on a server', { ...server, DEMO: 'on' }, /^Показ \(DEMO\) возможен только на встроенной базе/],
  ['demonstration neither on nor off', { DEMO: 'yes' }, /^DEMO может быть только on, first-day или off/],
  ['a replica without a database', { DATABASE_READ_URL: server.DATABASE_URL }, /^DATABASE_READ_URL задана/],
  ['a replica of another kind', { ...server, DATABASE_READ_URL: 'mysql://db' }, /^DATABASE_READ_URL должна иметь вид postgresql/],
  ['a second factor that is neither', { SECOND_FACTOR: 'yes' }, /^SECOND_FACTOR может быть только optional или required/],
  ['an owner without a database', { DATABASE_OWNER_URL: server.DATABASE_URL }, /^DATABASE_OWNER_URL задана/],
  ['a server without a secret', { DATABASE_URL: server.DATABASE_URL }, /^Задайте SECRET или SECRET_FILE/],
  ['a short secret', { SECRET: 'short' }, /^SECRET должен быть не короче 32 знаков/],
  ['a secret file that is not there', { SECRET_FILE: '/nowhere' }, /^Файл \/nowhere из SECRET_FILE не читается/],
  ['an origin with a path', { PUBLIC_ORIGIN: 'https://host/path' }, /^PUBLIC_ORIGIN должен быть без пути/],
  ['proxies that are no number', { TRUSTED_PROXIES: 'many' }, /^TRUSTED_PROXIES/],
  ['a mail server of another kind', { SMTP_URL: 'https://mail' }, /^SMTP_URL должен иметь вид/],
])('%s is refused in one sentence', (_, env, sentence) => {
  expect(() => read(env)).toThrow(sentence)
})

describe('an object store for files', () => {
  const s3 = {
    S3_ENDPOINT: 'https://storage.example.ru',
    S3_BUCKET: 'ploshchadka',
    S3_ACCESS_KEY: 'key',
    S3_SECRET_KEY: 'secret',
  }

  test('files lie in a folder unless it is set; keys may come from files', () => {
    expect(read({}).s3).toBeNull()
    fs.writeFileSync(path.join(folder, 'key'), ' from a file\n')
    const { S3_SECRET_KEY: _, ...rest } = s3
    expect(read({ ...rest, S3_SECRET_KEY_FILE: path.join(folder, 'key'), S3_REGION: 'ru-central1' }).s3).toEqual({
      endpoint: 'https://storage.example.ru',
      bucket: 'ploshchadka',
      region: 'ru-central1',
      accessKey: 'key',
      secretKey: 'from a file',
    })
  })

  test.each(Object.keys(s3))('half of it is refused: without %s', (name) => {
    expect(() => read({ ...s3, [name]: '' })).toThrow('Хранилище файлов S3 задано не полностью')
  })

  test('an address with a path, a name no store takes, a key file that is not there', () => {
    expect(() => read({ ...s3, S3_ENDPOINT: 'https://a.ru/b' })).toThrow('S3_ENDPOINT должен быть без пути')
    expect(() => read({ ...s3, S3_ENDPOINT: 'ftp://a.ru' })).toThrow('S3_ENDPOINT должен быть адресом')
    expect(() => read({ ...s3, S3_BUCKET: 'Моё' })).toThrow('S3_BUCKET')
    expect(() => read({ S3_SECRET_KEY_FILE: '/no/such' })).toThrow('Файл /no/such из S3_SECRET_KEY_FILE не читается')
  })
})

describe('copies', () => {
  const copies = { BACKUP_DIR: '/mnt/copies', BACKUP_KEY_FILE: '/etc/ploshchadka/copy-key' }

  test('are taken only where they are asked for, once a day, kept for a month', () => {
    expect(read({}).backup).toBeNull()
    const kept = { dir: '/mnt/copies', keyFile: copies.BACKUP_KEY_FILE, everyHours: 24, keepDays: 30 }
    expect(read(copies).backup).toEqual({ ...kept, secretsKeyFile: copies.BACKUP_KEY_FILE })
    expect(read({ ...copies, BACKUP_SECRETS_KEY_FILE: '/etc/other' }).backup).toEqual({ ...kept, secretsKeyFile: '/etc/other' })
  })

  test.each(Object.keys(copies))('half of it is refused: without %s', (name) => {
    expect(() => read({ ...copies, [name]: '' })).toThrow('Резервные копии заданы не полностью')
  })

  test('a key beside the data or beside the copies, and copies inside the data are refused', () => {
    expect(() => read({ ...copies, BACKUP_KEY_FILE: path.join(folder, 'key') })).toThrow('Ключ копий лежит вместе')
    expect(() => read({ ...copies, BACKUP_KEY_FILE: '/mnt/copies/key' })).toThrow('Ключ копий лежит вместе')
    expect(() => read({ ...copies, BACKUP_SECRETS_KEY_FILE: '/mnt/copies/key' })).toThrow('Ключ копий лежит вместе')
    expect(() => read({ ...copies, BACKUP_DIR: path.join(folder, 'copies') })).toThrow('Папка копий лежит внутри папки данных')
  })
})
