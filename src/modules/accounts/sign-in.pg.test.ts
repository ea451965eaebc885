import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aBrowser, accountPages, anAccount, goodPassword } from '../../../test/factories/accounts.ts'
import { aPerson, aTerritory } from '../../../test/factory.ts'
import { noServices } from '../../authz/ctx.ts'
import { newFormKey } from '../../web/form-key.ts'
import { changePassword } from './commands/change-password.ts'
import { forgetExpired } from './commands/forget-expired.ts'
import { signOutEverywhere } from './commands/sign-out-everywhere.ts'

const database = ownDatabase()

let made = 0
const newEmail = () => `account${++made}@primer.ru`
const email = 'morozova@primer.ru'

describe('sign-in', () => {
  test('with the right password opens the only territory, whatever the letters of the e-mail', async () => {
    const territory = await aTerritory(database.db, '2021-09-01', { code: 'one-territory' })
    await anAccount(database.db, email, [{ territory, personId: await aPerson(database.db, territory) }])
    const pages = accountPages(database.db)
    const browser = aBrowser(pages)
    expect(await browser.signIn(' Morozova@PRIMER.ru ', goodPassword)).toMatchObject({ status: 303, to: '/my' })
    expect(await browser.get('/my')).toMatchObject({ status: 303, to: '/t/one-territory' })
    expect(await browser.get('/sign-in?next=/t/one-territory/plans')).toMatchObject({ status: 303, to: '/t/one-territory/plans' })
  })

  test('of somebody in two territories offers the choice, of somebody in none says whom to ask', async () => {
    const [first, second] = [await aTerritory(database.db), await aTerritory(database.db)]
    const both = newEmail()
    await anAccount(database.db, both, [
      { territory: first, personId: await aPerson(database.db, first) },
      { territory: second, personId: await aPerson(database.db, second) },
    ])
    const browser = aBrowser(accountPages(database.db))
    await browser.signIn(both, goodPassword)
    const { text } = await browser.get('/my')
    expect(text).toContain(`href="/t/${first.code}"`)
    expect(text).toContain(`href="/t/${second.code}"`)

    const none = newEmail()
    await anAccount(database.db, none)
    await browser.signIn(none, goodPassword)
    expect((await browser.get('/my')).text).toContain('Ни одна территория вас пока не пригласила')
  })

  test('with a wrong password keeps the e-mail, drops the password and opens nothing', async () => {
    const browser = aBrowser(accountPages(database.db))
    const answer = await browser.signIn(email, 'совсем другой пароль')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Почта или пароль не подходят')
    expect(answer.text).toContain(`value="${email}"`)
    expect(answer.text).not.toContain('совсем другой пароль')
    expect(browser.cookies.has('pl_session')).toBe(false)
  })

  test('answers a known and an unknown e-mail with the same bytes', async () => {
    const clean = (text: string) => text.replace(/value="[^"]*"/g, '')
    const pages = accountPages(database.db)
    const known = newEmail()
    await anAccount(database.db, known)
    const answers = []
    for (const typed of [known, newEmail()]) answers.push(await aBrowser(pages).signIn(typed, 'совсем другой пароль'))
    expect(clean(answers[0]!.text)).toBe(clean(answers[1]!.text))
    expect(answers[0]!.status).toBe(answers[1]!.status)
    expect(answers[0]!.text.length).toBe(answers[1]!.text.length)
  })

  test('works as hard for an unknown e-mail as for a known one', async () => {
    const { auth } = accountPages(database.db)
    const known = newEmail()
    await anAccount(database.db, known)
    const processorTime = async (typed: string) => {
      const before = process.cpuUsage()
      for (let i = 0; i < 8; i++) expect(await auth.signIn({ email: typed, password: 'совсем другой пароль' })).toBeNull()
      return process.cpuUsage(before).user
    }
    const ratio = (await processorTime(known)) / (await processorTime('nobody@primer.ru'))
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  test('asks for what is missing without counting a try', async () => {
    const browser = aBrowser(accountPages(database.db))
    const answer = await browser.signIn('', '')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Напишите адрес почты')
    expect(answer.text).toContain('Напишите пароль')
  })

  test('refuses a form that no page of ours made for this browser', async () => {
    const pages = accountPages(database.db)
    const known = newEmail()
    await anAccount(database.db, known)
    const attacker = aBrowser(pages)
    const key = /name="_key" value="([^"]+)"/.exec((await attacker.get('/sign-in')).text)![1]!
    const victim = aBrowser(pages)
    await victim.get('/sign-in')
    const answer = await victim.post('/sign-in', { email: known, password: goodPassword, _key: key })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('страница входа устарела')
    expect(victim.cookies.has('pl_session')).toBe(false)
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-out'])('does not lead to %s', async (next) => {
    const known = newEmail()
    await anAccount(database.db, known)
    const pages = accountPages(database.db)
    expect((await aBrowser(pages).signIn(known, goodPassword, next)).to).toBe('/my')
    expect((await aBrowser(pages).get(`/sign-in?next=${encodeURIComponent(next)}`)).text).not.toContain('name="next"')
  })

  test('leads back to the page that asked for it', async () => {
    const known = newEmail()
    await anAccount(database.db, known)
    const answer = await aBrowser(accountPages(database.db)).signIn(known, goodPassword, '/t/luga/plans?year=2021')
    expect(answer.to).toBe('/t/luga/plans?year=2021')
  })

  test('takes a form of no more than a few kilobytes', async () => {
    const browser = aBrowser(accountPages(database.db))
    await browser.get('/sign-in')
    expect((await browser.post('/sign-in', { email, password: 'я'.repeat(20_000) })).status).toBe(413)
    expect((await browser.post('/sign-in', { email, password: 'я'.repeat(500) })).status).toBe(422)
  })
})

describe('a session', () => {
  async function signedIn(settings = {}) {
    const known = newEmail()
    const accountId = await anAccount(database.db, known)
    const pages = accountPages(database.db, settings)
    const browser = aBrowser(pages)
    await browser.signIn(known, goodPassword)
    return { known, accountId, browser, read: () => pages.auth.readSession(browser.headers()) }
  }

  test('is kept as a hash only', async () => {
    const { accountId, browser, read } = await signedIn()
    expect(await read()).toMatchObject({ accountId })
    const token = decodeURIComponent(browser.cookies.get('pl_session')!).split('.')[0]!
    const { rows } = await database.adminPool.query('select token from auth_sessions where user_id = $1', [accountId])
    expect(rows).toHaveLength(1)
    expect(rows[0].token).not.toBe(token)
    expect(token.length).toBeGreaterThanOrEqual(32)
    // The stored text is no way in either.
    const stolen = new Headers({ cookie: browser.headers().get('cookie')!.replace(token, rows[0].token) })
    expect(await accountPages(database.db).auth.readSession(stolen)).toBeNull()
  })

  test('has a cookie that scripts and other sites cannot use', async () => {
    const known = newEmail()
    await anAccount(database.db, known)
    const browser = aBrowser(accountPages(database.db, { secureCookies: true }))
    const cookie = (await browser.signIn(known, goodPassword)).headers
      .getSetCookie()
      .find((one) => one.startsWith('__Host-pl_session='))!
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=43200'])
      expect(cookie.toLowerCase()).toContain(attribute.toLowerCase())
    expect(cookie).not.toMatch(/domain=/i)
  })

  test('ends with «Выйти», and its cookie is worth nothing afterwards', async () => {
    const { browser, read } = await signedIn()
    const stolen = browser.headers()
    await browser.get('/my')
    const session = (await read())!
    const { deps } = accountPages(database.db)
    expect((await browser.post('/sign-out', { _key: 'чужой.ключ' })).status).toBe(422)
    expect(await read()).not.toBeNull()
    const answer = await browser.post('/sign-out', { _key: newFormKey(deps.secret, session.sessionId) })
    expect(answer).toMatchObject({ status: 303, to: '/' })
    expect(browser.cookies.has('pl_session')).toBe(false)
    expect(await accountPages(database.db).auth.readSession(stolen)).toBeNull()
  })

  test('ends at once in every process when it is ended everywhere', async () => {
    const { accountId, browser, read } = await signedIn()
    const otherProcess = accountPages(database.db)
    expect(await otherProcess.auth.readSession(browser.headers())).not.toBeNull()
    await signOutEverywhere(database.db, accountId)
    expect(await otherProcess.auth.readSession(browser.headers())).toBeNull()
    expect(await read()).toBeNull()
  })

  test('is new after each sign-in; the one before it in this browser is gone', async () => {
    const { known, browser } = await signedIn()
    const before = browser.headers()
    browser.cookies.delete('pl_session')
    await browser.get('/sign-in')
    browser.cookies.set('pl_session', /pl_session=([^;]+)/.exec(before.get('cookie')!)![1]!)
    await browser.post('/sign-in', { email: known, password: goodPassword })
    expect(browser.headers().get('cookie')).not.toBe(before.get('cookie'))
    expect(await accountPages(database.db).auth.readSession(before)).toBeNull()
    expect(await accountPages(database.db).auth.readSession(browser.headers())).not.toBeNull()
  })

  test('left alone for two hours ends, used it lives, and after twelve hours it ends anyway', async () => {
    let hours = 0
    const start = Date.now()
    const { read } = await signedIn({ now: () => new Date(start + hours * 3_600_000) })
    for (hours of [1.9, 3.7, 5.5, 7.3, 9.1, 10.9]) expect(await read()).not.toBeNull()
    hours = 12.1
    expect(await read()).toBeNull()

    hours = 0
    const idle = await signedIn({ now: () => new Date(start + hours * 3_600_000) })
    hours = 2.1
    expect(await idle.read()).toBeNull()
    await forgetExpired(database.db, new Date(start + hours * 3_600_000))
    const { rows } = await database.adminPool.query('select 1 from auth_sessions where user_id = $1', [idle.accountId])
    expect(rows).toHaveLength(0)
  })

  test('with a changed signature is no session', async () => {
    const { browser } = await signedIn()
    const cookie = browser.headers().get('cookie')!
    const { auth } = accountPages(database.db)
    for (const broken of [cookie.replace(/\.\w/, '.#'), 'pl_session=', 'pl_session=a', 'pl_session=a.b', 'pl_session=%'])
      expect(await auth.readSession(new Headers({ cookie: broken }))).toBeNull()
  })

  test('does not outlive a change of password', async () => {
    const { known, accountId, read } = await signedIn()
    const wrong = await changePassword(
      { db: database.db, services: noServices },
      {
        accountId,
        current: 'не тот пароль совсем',
        next: 'шкаф озеро тридцать велосипед',
      },
    )
    expect(wrong).toMatchObject({ ok: false, refusal: { rule: 'password.currentWrong' } })
    const short = await changePassword(
      { db: database.db, services: noServices },
      { accountId, current: goodPassword, next: 'короткий' },
    )
    expect(short).toMatchObject({ ok: false, refusal: { rule: 'password.tooShort', field: 'next' } })
    expect(await read()).not.toBeNull()

    const changed = await changePassword(
      { db: database.db, services: noServices },
      { accountId, current: goodPassword, next: 'шкаф озеро тридцать велосипед' },
    )
    expect(changed.ok).toBe(true)
    expect(await read()).toBeNull()
    const { auth } = accountPages(database.db)
    expect(await auth.signIn({ email: known, password: goodPassword })).toBeNull()
    expect(await auth.signIn({ email: known, password: 'шкаф озеро тридцать велосипед' })).toMatchObject({ accountId })
  })
})

test('a password is kept as argon2id of 19 MiB and two passes', async () => {
  const accountId = await anAccount(database.db, newEmail())
  const { rows } = await database.adminPool.query('select password from auth_credentials where user_id = $1', [accountId])
  expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
})
