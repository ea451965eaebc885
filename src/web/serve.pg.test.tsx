import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ownDatabase } from '../../test/database.ts'
import { anAccount } from '../../test/factories/accounts.ts'
import { aPerson, aTerritory } from '../../test/factory.ts'
import { noServices, type Territory } from '../authz/ctx.ts'
import { transact } from '../db/transact.ts'
import { receiveIn, type SentFile } from '../files/incoming.ts'
import { systemNow } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { ok, refuseRule } from '../kernel/result.ts'
import type { AccountId } from '../kernel/types.ts'
import type { Shell } from './deps.ts'
import { text } from './fields.ts'
import { newFormKey } from './form-key.ts'
import { path as newPath, paths } from './paths.ts'
import { get, type Page, type PageRequest, post } from './route.ts'
import { mount } from './serve.ts'

const secret = 'a secret of the tests, forty letters long'
let prepared = 0
const shell: Shell = {
  prepare: async () => prepared++,
  territoryPage: async (_tx, _ctx, page, around) =>
    `${page.title}|version ${around.sentVersion ?? 'fresh'}|${around.notice ?? ''}`,
  publicPage: (_visitor, page) => page.title,
  errorPage: (status, _around, { sentences = [], typed = [] }) => `${status}|${sentences.join(' ')}|${typed.join(' ')}`,
}

const base = ownDatabase()
let territory: Territory
let account: AccountId
let app: Hono
let done: string[]
let sent: readonly SentFile[]
const folder = fs.mkdtempSync(path.join(tmpdir(), 'forms-'))

const formPage = async ({ form, conflict }: PageRequest): Promise<Page> => ({
  title: form
    ? `again ${form.values.name ?? ''} ${form.errors.map((error) => `${error.field}: ${error.message}`).join('; ')} ${conflict ? 'conflict' : ''}`
    : 'form',
  body: <p />,
})

beforeAll(async () => {
  receiveIn(folder)
  territory = await aTerritory(base.db)
  const personId = await aPerson(base.db, territory, { roles: ['methodist'] })
  account = await anAccount(base.db, 'one@example.ru', [{ territory, personId }])
  app = new Hono()
  const routes = [
    get(paths.newPerson, { permits: 'person.register', page: formPage }),
    get(paths.history, { permits: 'account.manage', page: formPage }),
    post(paths.people, {
      permits: 'person.register',
      form: z.object({ name: text('имя', 20) }),
      most: 2000,
      act: ({ ctx, form: { name }, version }) =>
        transact(ctx, async () => {
          if (version === 7) return { ok: false, refusal: { code: 'changedMeanwhile' } }
          if (name === 'нельзя') return refuseRule('test.no', { field: 'name', clause: '3.3' })
          done.push(name)
          return ok({ id: newId(), name })
        }),
      next: ({ params, value }) => ({ to: paths.person({ ...params, person: value.id }), notice: `Записано: ${value.name}` }),
      again: formPage,
    }),
    post(paths.organisations, {
      permits: 'organisation.register',
      form: z.object({ name: text('имя', 20) }),
      most: 3 * 1024 * 1024,
      act: async ({ form: { name }, files }) => {
        sent = files.files ?? []
        return name === 'нельзя' ? refuseRule('test.no', { field: 'name' }) : ok(name)
      },
      next: ({ params }) => ({ to: paths.organisations(params) }),
      again: formPage,
    }),
    post(newPath('/t/:territory/history/marks'), {
      permits: 'account.manage',
      form: z.object({}),
      act: async () => ok(null),
      next: ({ params }) => ({ to: paths.history(params) }),
    }),
    post(paths.orders, {
      permits: 'account.manage',
      form: z.object({}),
      most: 3 * 1024 * 1024,
      act: async () => ok(null),
      next: ({ params }) => ({ to: paths.orders(params) }),
    }),
  ]
  mount(app, routes, {
    db: base.db,
    shell,
    services: noServices,
    secret,
    secureCookies: false,
    systemNow,
    log: () => {},
    ruleTexts: { 'test.no': 'Так нельзя', 'form.stale': 'Страница устарела', 'form.unreadable': 'Не прочитать' },
    readSession: async (headers) =>
      headers.get('x-account') ? { sessionId: 's', accountId: headers.get('x-account') as AccountId } : null,
  })
  done = []
})
afterAll(async () => {
  fs.rmSync(folder, { recursive: true })
})

const address = () => `http://localhost${paths.people({ territory: territory.code })}`
const freshKey = () => newFormKey(secret, 's')
const send = (fields: Record<string, string>, more: { key?: string; url?: string; as?: string } = {}) =>
  app.request(more.url ?? address(), {
    method: 'POST',
    headers: { 'x-account': more.as ?? account },
    body: new URLSearchParams({ _key: more.key ?? freshKey(), ...fields }),
  })

test('a form that is right is done once, however often and however fast it is sent', async () => {
  const key = freshKey()
  const answers = await Promise.all(Array.from({ length: 10 }, () => send({ name: 'Вера' }, { key })))
  const later = await send({ name: 'Вера' }, { key })
  expect(done.filter((name) => name === 'Вера')).toEqual(['Вера'])
  expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(303))
  expect(new Set([...answers, later].map((answer) => answer.headers.get('location'))).size).toBe(1)
})

test('other content under a used key is not done silently: the text comes back with a new key', async () => {
  const key = freshKey()
  await send({ name: 'Надежда' }, { key })
  const second = await send({ name: 'Любовь' }, { key })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('again Любовь')
  expect(done).not.toContain('Любовь')
})

test('an address that only takes a form leads to the page above it when it is opened again', async () => {
  const at = paths.history({ territory: territory.code })
  const opened = await app.request(`${at}/marks`)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, at])
})

test('a refused form keeps its key: put right, it may be sent again', async () => {
  const key = freshKey()
  const refused = await send({ name: 'нельзя', _version: '3' }, { key })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toBe('again нельзя name: Так нельзя (п. 3.3 Положения) |version 3|')
  expect((await send({ name: 'можно' }, { key })).status).toBe(303)
})

test('errors of fields come back as sentences at the field, the text kept', async () => {
  const empty = await send({ name: '  ' })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('name: Напишите имя')])
  const long = await send({ name: 'Ы'.repeat(21) })
  expect(await long.text()).toContain(`again ${'Ы'.repeat(21)} name: Сократите: имя — не длиннее 20 знаков`)
})

test('someone else was faster: 409, the text kept, and the fresh version with the next try', async () => {
  const answer = await send({ name: 'Вторая', _version: '7' })
  expect([answer.status, await answer.text()]).toEqual([409, 'again Вторая  conflict|version fresh|'])
})

test('a form without our key, or with the key of another session, is not taken', async () => {
  for (const key of ['', 'x.y', newFormKey(secret, 'another'), newFormKey('another secret', 's')]) {
    expect((await send({ name: 'Чужая' }, { key })).status).toBe(422)
  }
  expect(done).not.toContain('Чужая')
})

test('a body too large and field names made to hurt are refused', async () => {
  expect((await send({ name: 'а'.repeat(5000) })).status).toBe(413)
  expect((await send({ name: 'Мария', '__proto__.admin': 'yes' })).status).toBe(422)
  expect(({} as { admin?: string }).admin).toBeUndefined()
})

test('nothing of the layout is asked for who may never see the page; for who may it is asked once', async () => {
  const headers = { 'x-account': account }
  prepared = 0
  expect((await app.request(paths.history({ territory: territory.code }), { headers })).status).toBe(403)
  expect(prepared).toBe(0)
  expect((await app.request(paths.newPerson({ territory: territory.code }), { headers })).status).toBe(200)
  expect(prepared).toBe(1)
})

test('a territory one does not belong to does not exist; a page one may not open says so', async () => {
  const other = await aTerritory(base.db)
  const theirs = `http://localhost${paths.people({ territory: other.code })}`
  expect((await send({ name: 'Мария' }, { url: theirs })).status).toBe(404)
  expect((await send({ name: 'Мария' }, { url: theirs.replace(other.code, 'nowhere') })).status).toBe(404)
  const page = await app.request(`http://localhost${paths.history({ territory: territory.code })}`, {
    headers: { 'x-account': account },
  })
  expect(page.status).toBe(403)
})

test('a stranger is led to the sign-in and back', async () => {
  const answer = await app.request(`http://localhost${paths.newPerson({ territory: territory.code })}?a=1`)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/sign-in?next=${encodeURIComponent(`/t/${territory.code}/people/new?a=1`)}`,
  ])
})

const withFiles = (to: { path: (params: { territory: string }) => string }, fields: Record<string, string>, bytes: number) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ _key: freshKey(), ...fields })) form.append(name, value)
  form.append('files', new File([new Uint8Array(bytes)], 'а.pdf'))
  const url = `http://localhost${to.path({ territory: territory.code })}`
  return app.request(url, { method: 'POST', headers: { 'x-account': account }, body: form })
}

test('files of a form lie on the disk while it is answered, and go whatever the answer is', async () => {
  const taken = await withFiles({ path: paths.organisations }, { name: 'Школа' }, 100_000)
  expect(taken.status).toBe(303)
  expect(sent).toMatchObject([{ name: 'а.pdf', size: 100_000 }])
  expect(fs.readdirSync(folder)).toEqual([])
  const refused = await withFiles({ path: paths.organisations }, { name: 'нельзя' }, 100_000)
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('again нельзя name: Так нельзя')])
  expect(fs.readdirSync(folder)).toEqual([])
})

test('the same text with another file is not the same act', async () => {
  const key = freshKey()
  const once = await withFiles({ path: paths.people }, { _key: key, name: 'Полина' }, 10)
  const twin = await withFiles({ path: paths.people }, { _key: key, name: 'Полина' }, 10)
  const other = await withFiles({ path: paths.people }, { _key: key, name: 'Полина' }, 11)
  expect([once.status, twin.status, other.status]).toEqual([303, 303, 409])
})

test('a form that is too large as a whole says so and gives the text back', async () => {
  const answer = await withFiles({ path: paths.organisations }, { name: 'Школа на горе' }, 4 * 1024 * 1024)
  expect([answer.status, await answer.text()]).toEqual([
    413,
    expect.stringMatching(/^413\|Файл или текст слишком велик: не больше 3 МБ за один раз\..*\|Школа на горе$/),
  ])
  expect(fs.readdirSync(folder)).toEqual([])
})

test('files are not even read from one who may not send them', async () => {
  let read = 0
  const body = new ReadableStream({
    pull(controller) {
      read++
      controller.enqueue(new Uint8Array(65536))
    },
  })
  const answer = await app.request(`http://localhost${paths.orders({ territory: territory.code })}`, {
    method: 'POST',
    headers: { 'x-account': account, 'content-type': 'multipart/form-data; boundary=x' },
    body,
    duplex: 'half',
  } as RequestInit)
  expect([answer.status, read < 3]).toEqual([403, true])
})
