import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aBrowser, accountPages, anAccount, goodPassword } from '../../../test/factories/accounts.ts'
import { aPerson, aTerritory, inScope } from '../../../test/factory.ts'
import { createSecondFactor } from '../../accounts/second-factor.ts'
import { periodOf } from '../../accounts/second-factor-rules.ts'
import { systemNow } from '../../kernel/clock.ts'
import { ok, refuseRule } from '../../kernel/result.ts'
import { takeAwaySecondFactor } from './commands/second-factor.ts'

const database = ownDatabase()
const secret = 'a secret of the tests, forty letters long'

let made = 0
let shift = 0
/** The machine's clock, moved on by whole periods: a code is good once. */
const now = () => new Date(systemNow().getTime() + shift * 30_000)

async function somebody() {
  const email = `factor${++made}@primer.ru`
  const territory = await aTerritory(database.db)
  const accountId = await anAccount(database.db, email, [{ territory, personId: await aPerson(database.db, territory) }])
  const pages = accountPages(database.db, { now })
  return { email, accountId, territory, pages, browser: aBrowser(pages) }
}

/** Connects an app: its codes, and the recovery codes that were shown. */
async function connected() {
  const person = await somebody()
  await person.browser.signIn(person.email, goodPassword)
  await person.browser.get('/my/access')
  const shown = await person.browser.post('/my/access/codes', { ownPassword: goodPassword })
  const key = /pl-num">([A-Z2-7 ]+)</.exec(shown.text)![1]!.replaceAll(' ', '')
  const otp = createOTP(base32.decode(key))
  const code = () => otp.hotp(periodOf(now()))
  const proved = await person.browser.post('/my/access/codes/proofs', { code: await code() })
  const recovery = [...proved.text.matchAll(/pl-num">([0-9A-Z-]{14})</g)].map(([, one]) => one!)
  shift++
  return { ...person, code, shown, proved, recovery }
}

describe('a second factor', () => {
  test('is connected by whoever knows the password, and shows ten recovery codes once', async () => {
    const { browser, shown, proved, recovery } = await connected()
    expect(shown.text).toContain('<svg')
    expect(proved.status).toBe(200)
    expect(recovery).toHaveLength(10)
    const page = await browser.get('/my/access')
    expect(page.text).toContain('Осталось запасных кодов: 10')
    expect(page.text).not.toContain(recovery[0])
    const { rows } = await database.adminPool.query('select secret, recovery_hashes from auth_second_factors')
    expect(JSON.stringify(rows)).not.toContain(recovery[0])
  })

  test('is not connected with a wrong password or a wrong first code', async () => {
    const { browser, email } = await somebody()
    await browser.signIn(email, goodPassword)
    await browser.get('/my/access')
    const refused = await browser.post('/my/access/codes', { ownPassword: 'не тот пароль' })
    expect(refused).toMatchObject({ status: 422 })
    expect(refused.text).toContain('href="#f-ownPassword"')
    await browser.post('/my/access/codes', { ownPassword: goodPassword })
    const wrong = await browser.post('/my/access/codes/proofs', { code: 'abcdef' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Код не подходит')
    expect((await browser.get('/my/access')).text).toContain('Подключить')
  })

  test('the password alone opens nothing; the code does, once', async () => {
    const { email, accountId, pages, code } = await connected()
    const browser = aBrowser(pages)
    const first = await browser.signIn(email, goodPassword, '/t/x/plans')
    expect(first).toMatchObject({ status: 303, to: '/sign-in/code?next=%2Ft%2Fx%2Fplans' })
    expect(await pages.auth.readSession(browser.headers())).toBeNull()
    const { rows } = await database.adminPool.query('select count(*)::int as n from auth_sessions where user_id = $1', [
      accountId,
    ])
    expect(rows[0].n).toBe(1) // that of the browser which connected it
    await browser.get(first.to!)
    const wrong = await browser.post('/sign-in/code', { code: '000' })
    expect(wrong.status).toBe(422)
    const shown = await code()
    expect(await browser.post('/sign-in/code', { code: shown, next: '/t/x/plans' })).toMatchObject({
      status: 303,
      to: '/t/x/plans',
    })
    expect(await pages.auth.readSession(browser.headers())).toMatchObject({ accountId })

    const another = aBrowser(pages)
    await another.signIn(email, goodPassword)
    await another.get('/sign-in/code')
    expect((await another.post('/sign-in/code', { code: shown })).text).toContain('Код не подходит')
  })

  test('a recovery code lets in once', async () => {
    const { email, pages, recovery } = await connected()
    for (const status of [303, 422]) {
      const browser = aBrowser(pages)
      await browser.signIn(email, goodPassword)
      await browser.get('/sign-in/code')
      expect((await browser.post('/sign-in/code', { code: recovery[3]!.toLowerCase() })).status).toBe(status)
    }
  })

  test('wrong codes are counted: after ten not even the right one is taken', async () => {
    const { email, pages, code } = await connected()
    const browser = aBrowser(pages)
    await browser.signIn(email, goodPassword)
    await browser.get('/sign-in/code')
    for (let tries = 0; tries < 10; tries++) await browser.post('/sign-in/code', { code: '1' })
    expect((await browser.post('/sign-in/code', { code: await code() })).text).toContain('Слишком много неверных кодов')
  })

  test('without the password of this browser there is no second step', async () => {
    const { pages } = await connected()
    const browser = aBrowser(pages)
    expect(await browser.get('/sign-in/code')).toMatchObject({ status: 303, to: '/sign-in' })
    await browser.get('/sign-in')
    browser.cookies.set('pl_half', Buffer.from('["a","b","2099-01-01"]').toString('base64url'))
    expect(await browser.get('/sign-in/code')).toMatchObject({ status: 303, to: '/sign-in' })
  })

  test('goes away with the password and a code, and by the administrator of the installation', async () => {
    const { browser, code, email, pages, accountId } = await connected()
    await browser.get('/my/access')
    const refused = await browser.post('/my/access/codes/ends', { ownPassword: goodPassword, code: '' })
    expect(refused.text).toContain('Напишите код')
    await browser.post('/my/access/codes/ends', { ownPassword: goodPassword, code: await code() })
    expect(await aBrowser(pages).signIn(email, goodPassword)).toMatchObject({ to: '/my' })

    const lost = await connected()
    expect(await takeAwaySecondFactor(lost.pages.deps, lost.email)).toBe('done')
    expect(await takeAwaySecondFactor(lost.pages.deps, lost.email)).toBe('none')
    expect(await takeAwaySecondFactor(lost.pages.deps, 'nobody@primer.ru')).toBe('unknown')
    expect(await lost.pages.auth.readSession(lost.browser.headers())).toBeNull()
    const told = await database.adminPool.query("select count(*)::int as n from notices where kind = 'account.secondFactorOff'")
    expect(told.rows[0].n).toBe(2)
    expect(accountId).not.toBe(lost.accountId)
  })
})

describe('a deed that asks for the code', () => {
  const guard = (isDemanded: boolean) => createSecondFactor({ db: database.db, secret, systemNow: now, isDemanded })

  test('takes a right one, refuses a wrong one and an empty one, and uses none up when it is refused itself', async () => {
    const { accountId, code, territory } = await connected()
    const factor = guard(false)
    const doing = (shown: string, isFine = true) =>
      factor.guarding({ accountId, code: shown }, (proves) =>
        inScope(database.db, territory.id, async (tx) => {
          const proved = await proves(tx)
          if (proved.ok && !isFine) throw new Error('the deed failed')
          return proved
        }),
      )
    expect(await doing('')).toEqual(refuseRule('account.codeEmpty', { field: 'code' }))
    expect(await doing('12')).toEqual(refuseRule('account.codeWrong', { field: 'code' }))
    const shown = await code()
    await expect(doing(shown, false)).rejects.toThrow('the deed failed')
    expect(await doing(shown)).toEqual(ok(null))
    expect(await doing(shown)).toEqual(refuseRule('account.codeWrong', { field: 'code' }))
  })

  test('asks nobody who has none, unless the installation demands it', async () => {
    const { accountId, territory } = await somebody()
    const proved = (isDemanded: boolean) =>
      guard(isDemanded).guarding({ accountId, code: '' }, (proves) => inScope(database.db, territory.id, (tx) => proves(tx)))
    expect(await proved(false)).toEqual(ok(null))
    expect(await proved(true)).toEqual(refuseRule('account.secondFactorMissing'))
  })
})
