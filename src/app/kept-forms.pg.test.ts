import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { aBrowser, anAccount, goodPassword } from '../../test/factories/accounts.ts'
import { aPerson, aTerritory } from '../../test/factory.ts'
import { noServices, type Territory } from '../authz/ctx.ts'
import type { PersonId } from '../kernel/types.ts'
import { createApp } from './create-app.ts'

/** What a person has typed outlives their session, however it ended, and is shown to nobody else. */
const base = ownDatabase()
let territory: Territory
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  territory = await aTerritory(base.db, '2021-09-01', { code: 'kept' })
  const config = {
    publicOrigin: 'http://localhost:3000',
    secret: 'a secret of the tests, forty letters long',
    demo: false,
    trustedProxies: 0,
  }
  app = createApp({ config, db: base.db, services: noServices, log: () => {} })
})

type Somebody = { email: string; personId: PersonId; browser: ReturnType<typeof aBrowser> }
let methodist: Somebody
let colleague: Somebody
let person: PersonId
let made = 0

async function somebody(): Promise<Somebody> {
  const personId = await aPerson(base.db, territory, { roles: ['methodist'] })
  const email = `kept${++made}@primer.ru`
  await anAccount(base.db, email, [{ territory, personId }])
  const browser = aBrowser({ app })
  await browser.signIn(email, goodPassword)
  return { email, personId, browser }
}
beforeEach(async () => {
  methodist = await somebody()
  colleague = await somebody()
  person = await aPerson(base.db, territory, { familyName: 'Прежняя' })
})

const edit = () => `/t/kept/people/${person}/edit`
const keyIn = (text: string) => /<form action="[^"]*\/edit"[^>]*><input type="hidden" name="_key" value="([^"]+)"/.exec(text)![1]!
const typed = {
  familyName: 'Набранная',
  givenName: 'Ольга',
  patronymic: '',
  gender: 'female',
  email: '',
  phone: '8 900 000-00-00',
  naming: 'correction',
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const inDays = (what: string) => base.adminPool.query(what)

/** The ways a session ends while a form stands open. */
const endings: readonly [string, string, () => Promise<unknown>][] = [
  ['left alone for two hours', 'два часа', () => inDays(`update auth_sessions set updated_at = updated_at - interval '2 hours'`)],
  ['twelve hours over', 'двенадцати часов', () => inDays(`update auth_sessions set expires_at = now() - interval '1 second'`)],
  [
    'ended in another window',
    'в том числе в другом окне',
    async () => {
      await methodist.browser.get('/t/kept')
      await methodist.browser.post('/sign-out')
    },
  ],
]

describe.each(endings)('a session %s', (_, why, end) => {
  test('gives the same form with the text after signing in again, and the sign-in page says why', async () => {
    const { text } = await methodist.browser.get(edit())
    const form = { ...typed, _key: keyIn(text), _version: /name="_version" value="(\d+)"/.exec(text)![1]! }
    await end()
    const answer = await methodist.browser.post(edit(), form)
    expect(answer.status).toBe(303)
    const signIn = await methodist.browser.get(answer.to!)
    expect(plain(signIn.text)).toContain(why)
    expect(plain(signIn.text)).toContain('Набранное сохранено на сутки')
    const next = /name="next" value="([^"]+)"/.exec(signIn.text)![1]!
    const signedIn = await methodist.browser.post('/sign-in', { email: methodist.email, password: goodPassword, next })
    expect(signedIn.to).toBe(next)

    const again = await methodist.browser.get(next)
    expect(again.status).toBe(200)
    expect(plain(again.text)).toContain('Набранное цело, но не записано')
    expect(again.text).toContain('value="Набранная"')
    expect(again.text).toContain('value="8 900 000-00-00"')
    expect(again.text).toContain(`name="_version" value="${form._version}"`)
    // The one before has the same name by now, which is asked about.
    const sent = await methodist.browser.post(edit(), {
      ...typed,
      namesake: 'yes',
      _key: keyIn(again.text),
      _version: form._version,
    })
    expect(sent.text).toBe('')
    expect(sent.to).toBe(`/t/kept/people/${person}`)
    expect((await methodist.browser.get(sent.to!)).text).toContain('Набранная')
  })
})

async function keptByMethodist(): Promise<string> {
  const { text } = await methodist.browser.get(edit())
  await endings[0]![2]()
  const answer = await methodist.browser.post(edit(), { ...typed, _key: keyIn(text) })
  return new URL(`http://localhost:3000${answer.to}`).searchParams.get('next')!
}

describe('what was typed', () => {
  test('never passes to another account that signs in afterwards in the same browser', async () => {
    const next = await keptByMethodist()
    await methodist.browser.signIn(colleague.email, goodPassword, next)
    const shown = await methodist.browser.get(next)
    expect(shown.status).toBe(404)
    expect(shown.text).not.toContain('Набранная')
    expect(plain(shown.text)).toContain('Выйти и войти под другим именем')
    const unknown = await methodist.browser.get('/kept-forms/nothing')
    const same = (page: string) => page.replaceAll(/value="[^"]+"|href="[^"]+"/g, '')
    expect(same(unknown.text)).toBe(same(shown.text))
  })

  test('is done by nobody else: a form of one account sent in the session of another waits for its own', async () => {
    const { text } = await methodist.browser.get(edit())
    const form = { ...typed, _key: keyIn(text) }
    await methodist.browser.get('/t/kept')
    await methodist.browser.post('/sign-out')
    await methodist.browser.signIn(colleague.email, goodPassword)
    const answer = await methodist.browser.post(edit(), form)
    expect(answer.to).toMatch(/^\/kept-forms\//)
    expect((await methodist.browser.get(answer.to!)).text).not.toContain('Набранная')
    const { rows } = await base.adminPool.query('select family_name from people where id = $1', [person])
    expect(rows).toEqual([{ family_name: 'Прежняя' }])
    await methodist.browser.get('/t/kept')
    await methodist.browser.post('/sign-out')
    await methodist.browser.signIn(methodist.email, goodPassword)
    expect((await methodist.browser.get(answer.to!)).text).toContain('value="Набранная"')
  })

  test('by the same person in a session begun since is shown again, not refused', async () => {
    const { text } = await methodist.browser.get(edit())
    await methodist.browser.get('/t/kept')
    await methodist.browser.post('/sign-out')
    await methodist.browser.signIn(methodist.email, goodPassword)
    const answer = await methodist.browser.post(edit(), { ...typed, _key: keyIn(text) })
    expect((await methodist.browser.get(answer.to!)).text).toContain('value="Набранная"')
  })

  test('stands in the database in cipher, and only for a day', async () => {
    const next = await keptByMethodist()
    const { rows } = await base.adminPool.query(`select encode(content, 'escape') as content from kept_forms`)
    expect(rows.length).toBeGreaterThan(0)
    for (const { content } of rows) expect(content).not.toMatch(/familyName|900 000/)
    await methodist.browser.signIn(methodist.email, goodPassword)
    expect((await methodist.browser.get(next)).status).toBe(200)
    await base.adminPool.query(`update kept_forms set kept_at = kept_at - interval '1 day'`)
    expect((await methodist.browser.get(next)).status).toBe(404)
  })

  test('is kept for twenty forms of one account at most, and not at all for a key we did not make', async () => {
    const page = (await methodist.browser.get(edit())).text
    await endings[0]![2]()
    const forged = await methodist.browser.post(edit(), {
      ...typed,
      _key: keyIn(page).replace(/\.(.)([^.]+)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
    })
    expect(forged.to).not.toContain('kept-forms')
    const { rows: none } = await base.adminPool.query('select 1 from kept_forms where id = $1', [keyIn(page).split('.')[0]])
    expect(none).toEqual([])
    for (let time = 0; time < 22; time++) {
      await methodist.browser.signIn(methodist.email, goodPassword)
      await keptByMethodist()
    }
    const { rows } = await base.adminPool.query(
      'select account_id, count(*)::int as n from kept_forms group by 1 order by 2 desc',
    )
    expect(rows[0].n).toBe(20)
  })
})

describe('the end of a session', () => {
  test('is said on every page of a territory, asked without prolonging, and moved by going on', async () => {
    const { text } = await methodist.browser.get('/t/kept')
    expect(plain(text)).toMatch(/Вход действует до \d\d:\d\d/)
    await base.adminPool.query(`update auth_sessions set updated_at = updated_at - interval '118 minutes'`)
    const asked = async () => JSON.parse((await methodist.browser.get('/my/session')).text)
    const before = await asked()
    expect(new Date(before.endsAt).getTime() - Date.now()).toBeLessThan(3 * 60_000)
    expect(await asked()).toEqual(before)
    expect(before.goesOn).toBe(true)
    const after = JSON.parse((await methodist.browser.post('/my/session')).text)
    expect(new Date(after.endsAt).getTime() - Date.now()).toBeGreaterThan(110 * 60_000)
    await base.adminPool.query(`update auth_sessions set expires_at = now() + interval '2 minutes'`)
    expect((await asked()).goesOn).toBe(false)
    await base.adminPool.query(`update auth_sessions set expires_at = now()`)
    expect(await asked()).toBeNull()
  })
})
