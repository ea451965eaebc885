import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aBrowser, accountPages } from '../../../test/factories/accounts.ts'
import { aPerson, aTerritory, ctxOf, type TestCtx } from '../../../test/factory.ts'
import type { Territory } from '../../authz/ctx.ts'
import type { PersonId } from '../../kernel/types.ts'
import { createAccount } from './commands/create-account.ts'
import { invitePerson, type Letter } from './commands/invite-person.ts'

const database = ownDatabase()
let territory: Territory
let administrator: TestCtx
const letters: Letter[] = []
const post = {
  origin: 'https://set.primer.ru',
  sendsMail: true,
  mail: async (_tx: unknown, letter: Letter) => {
    letters.push(letter)
  },
}

beforeAll(async () => {
  territory = await aTerritory(database.db, '2021-09-01', { code: 'own' })
  administrator = await ctxOf(database.db, territory, await aPerson(database.db, territory, { roles: ['administrator'] }))
})

let made = 0
const newEmail = () => `invited${++made}@primer.ru`
const wayIn = () => /https:\/\/set\.primer\.ru(\/invitations\/\S+)/.exec(letters.at(-1)!.text)![1]!
const invite = (personId: PersonId, email: string, ctx = administrator) => invitePerson(ctx, { personId, email }, post)
const password = 'шкаф озеро тридцать велосипед'

describe('an invitation', () => {
  test('comes by mail, sets a password once and opens the territory', async () => {
    const email = newEmail()
    const person = await aPerson(database.db, territory)
    expect((await invite(person, ` ${email.toUpperCase()} `)).ok).toBe(true)
    expect(letters.at(-1)).toMatchObject({ to: email, subject: expect.stringContaining(territory.name) })

    const pages = accountPages(database.db)
    const browser = aBrowser(pages)
    const page = await browser.get(wayIn())
    expect(page.status).toBe(200)
    expect(page.text).toContain(email)
    const short = await browser.post(wayIn(), { password: 'короткий' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('пароль не короче 15, сейчас 8 знаков')
    expect(await browser.post(wayIn(), { password })).toMatchObject({ status: 303, to: '/t/own' })
    expect((await browser.get('/my')).to).toBe('/t/own')

    expect((await aBrowser(pages).get(wayIn())).status).toBe(404)
    expect((await aBrowser(pages).signIn(email, password)).status).toBe(303)
  })

  test('of two presses at once sets one password', async () => {
    await invite(await aPerson(database.db, territory), newEmail())
    const pages = accountPages(database.db)
    const browsers = [aBrowser(pages), aBrowser(pages)]
    for (const browser of browsers) await browser.get(wayIn())
    const answers = await Promise.all(browsers.map((browser, i) => browser.post(wayIn(), { password: `${password} ${i}` })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  })

  test('ends after seven days, and with the next invitation', async () => {
    const person = await aPerson(database.db, territory)
    const email = newEmail()
    await invite(person, email)
    const first = wayIn()
    await invite(person, email)
    const pages = accountPages(database.db)
    expect((await aBrowser(pages).get(first)).status).toBe(404)
    expect((await aBrowser(pages).get(wayIn())).status).toBe(200)
    await database.adminPool.query(`update invitations set expires_at = expires_at - interval '7 days'`)
    expect((await aBrowser(pages).get(wayIn())).text).toContain('Приглашение не действует')
  })

  test('is kept as a hash only', async () => {
    await invite(await aPerson(database.db, territory), newEmail())
    const token = wayIn().split('/').at(-1)!
    const { rows } = await database.adminPool.query('select token_hash from invitations')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.token_hash).not.toContain(token)
  })
})

describe('an invitation is refused', () => {
  test('to those who do not manage accounts', async () => {
    const teacher = await ctxOf(database.db, territory, await aPerson(database.db, territory))
    const result = await invite(await aPerson(database.db, territory), newEmail(), teacher)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  })

  test('for a person of another territory', async () => {
    const other = await aTerritory(database.db)
    const result = await invite(await aPerson(database.db, other), newEmail())
    expect(result).toEqual({ ok: false, refusal: { code: 'notFound' } })
  })

  test('for an address that cannot be one', async () => {
    const result = await invite(await aPerson(database.db, territory), 'почта')
    expect(result).toMatchObject({ ok: false, refusal: { rule: 'account.emailUnfit', field: 'email' } })
  })

  test('for the address on which a colleague is invited; then no letter goes out', async () => {
    const [first, second] = [await aPerson(database.db, territory), await aPerson(database.db, territory)]
    const email = newEmail()
    await invite(first, email)
    const sent = letters.length
    expect(await invite(second, email)).toMatchObject({ ok: false, refusal: { rule: 'account.invitedAsAnother' } })
    expect(letters.length).toBe(sent)
  })
})

test('an e-mail is one account, and a weak password makes none', async () => {
  const email = newEmail()
  expect((await createAccount(database.db, { email, name: 'Первая' })).ok).toBe(true)
  const again = await createAccount(database.db, { email: email.toUpperCase(), name: 'Вторая' })
  expect(again).toMatchObject({ ok: false, refusal: { rule: 'account.emailTaken' } })
  const weak = await createAccount(database.db, { email: newEmail(), name: 'Третья', password: 'пароль123456789' })
  expect(weak).toMatchObject({ ok: false, refusal: { rule: 'password.common' } })
})

test('history tells who was invited, without the address', async () => {
  const person = await aPerson(database.db, territory)
  await invite(person, newEmail())
  const { rows } = await database.adminPool.query('select kind, facts from history where subject_id = $1', [person])
  expect(rows).toEqual([{ kind: 'account.invited', facts: {} }])
})

test('where no letter can leave, the one who invites is given the way in', async () => {
  const personId = await aPerson(database.db, territory)
  const sent = letters.length
  const invited = await invitePerson(administrator, { personId, email: newEmail() }, { ...post, sendsMail: false })
  expect(invited).toMatchObject({
    ok: true,
    value: { handOver: expect.stringMatching(/^https:\/\/set\.primer\.ru\/invitations\/\S+$/) },
  })
  expect(letters.length).toBe(sent)
})
