import { describe, expect, test } from 'vitest'
import { goodPassword } from '../../test/factories/accounts.ts'
import {
  aStranger,
  base,
  canSignIn,
  letters,
  linkIn,
  luga,
  mailing,
  newEmail,
  password,
  plain,
  signedIn,
  silent,
  tver,
} from './identity.fixture.ts'
import { resetFromCommandLine } from './invite.ts'

describe('a forgotten password', () => {
  const ask = async (email: string) => {
    const browser = aStranger(mailing)
    await browser.get('/forgotten-password')
    return browser.post('/forgotten-password', { email })
  }
  const proved = (email: string) => base.adminPool.query('update auth_users set email_verified = true where email = $1', [email])

  test('is answered the same for every address; only a proved one is written to', async () => {
    const [known, unproved] = [await signedIn(luga, ['methodist']), await signedIn(luga, ['methodist'])]
    await proved(known.email)
    const clean = (text: string) => text.replaceAll(/nonce="[^"]+"/g, '').replaceAll(/name="_key" value="[^"]+"/g, '')
    const answers = []
    for (const email of [known.email, unproved.email, newEmail()]) answers.push(clean((await ask(email)).text))
    expect(new Set(answers).size).toBe(1)
    expect(letters.map(({ to }) => to)).toEqual([known.email])
  })

  test('gets a new one by the letter, once; sessions end; the owner is told and history says so', async () => {
    const owner = await signedIn(luga, ['methodist'])
    await proved(owner.email)
    await ask(owner.email)
    const link = linkIn(letters[0]!.text)
    const browser = aStranger(mailing)
    await browser.get(link)
    expect((await browser.post(link, { password: 'короткий' })).status).toBe(422)
    expect((await browser.post(link, { password })).to).toBe('/sign-in')
    expect((await owner.browser.get(owner.home)).to).toMatch(/^\/sign-in/)
    expect(await canSignIn(owner.email, password)).toBe(true)
    expect(await canSignIn(owner.email, goodPassword)).toBe(false)
    expect((await browser.get(link)).status).toBe(404)
    expect(letters.at(-1)).toMatchObject({ to: owner.email, subject: 'Пароль в «Площадке» изменён' })
    await owner.browser.signIn(owner.email, password)
    expect(plain((await owner.browser.get('/t/luga-test/notices')).text)).toContain('Ваш пароль изменён')
    const { rows } = await base.adminPool.query('select kind from history where subject_id = $1', [owner.personId])
    expect(rows).toEqual([{ kind: 'account.passwordChanged' }])
  })

  test('without a mail server is for the administrator of the installation, who ends the sessions and cannot do it in silence', async () => {
    const owner = await signedIn(luga, ['methodist'])
    const page = await aStranger().get('/forgotten-password')
    expect(plain(page.text)).toContain('ссылку для нового пароля выдаёт администратор установки')
    expect(page.text).not.toContain('name="email"')

    expect((await resetFromCommandLine(base.db, silent, newEmail())).done).toBe(false)
    const { text } = await resetFromCommandLine(base.db, silent, ` ${owner.email.toUpperCase()}`)
    expect((await owner.browser.get(owner.home)).to).toMatch(/^\/sign-in/)
    const browser = aStranger()
    await browser.get(linkIn(text))
    expect((await browser.post(linkIn(text), { password })).to).toBe('/sign-in')
    await browser.signIn(owner.email, password)
    const told = plain((await browser.get('/t/luga-test/notices')).text)
    expect(told).toContain('Администратор установки выдал ссылку')
    const { rows } = await base.adminPool.query(
      'select kind, account_id, person_id from history where subject_id = $1 order by seq',
      [owner.personId],
    )
    expect(rows).toEqual([
      { kind: 'account.passwordLinkGiven', account_id: null, person_id: null },
      { kind: 'account.passwordChanged', account_id: owner.accountId, person_id: owner.personId },
    ])
  })

  test('with a mail server the owner also gets a letter about the link', async () => {
    const owner = await signedIn(luga, ['methodist'])
    await resetFromCommandLine(base.db, mailing, owner.email)
    expect(letters.map(({ to, text }) => ({ to, link: linkIn(text) }))).toEqual([{ to: owner.email, link: '' }])
  })
})

describe('one’s own password and sessions', () => {
  test('are changed by whoever knows the password; other sessions end, this one goes on, the owner is told', async () => {
    const owner = await signedIn(luga, ['methodist'], mailing)
    const elsewhere = aStranger(mailing)
    await elsewhere.signIn(owner.email, goodPassword)
    const { text } = await owner.browser.get('/my/access')
    expect(plain(text)).toContain(`Вы входите с почтой ${owner.email}`)
    expect(text.match(/<p>Начат/g)).toHaveLength(2)

    const wrong = await owner.browser.post('/my/access/passwords', { current: 'совсем не тот пароль', next: password })
    expect(wrong.status).toBe(422)
    expect(plain(wrong.text)).toContain('Проверьте нынешний пароль')
    const done = await owner.browser.post('/my/access/passwords', { current: goodPassword, next: password })
    expect(done).toMatchObject({ status: 303, to: '/my/access' })
    expect((await owner.browser.get(owner.home)).status).toBe(200)
    expect((await elsewhere.get(owner.home)).to).toMatch(/^\/sign-in/)
    expect(await canSignIn(owner.email, password)).toBe(true)
    expect(letters.at(-1)).toMatchObject({ to: owner.email, subject: 'Пароль в «Площадке» изменён' })
  })

  test("owner's address changes by an answered letter to the new one; links to the old one die, and it is told", async () => {
    const owner = await signedIn(tver, ['methodist'], mailing)
    const fresh = newEmail()
    const sent = (email: string, current = goodPassword) => owner.browser.post('/my/access/emails', { email, password: current })
    await owner.browser.get('/my/access')
    expect(plain((await sent(fresh, 'совсем не тот пароль')).text)).toContain('он не подходит')
    expect(plain((await sent(owner.email.toUpperCase())).text)).toContain('с этой вы уже входите')
    expect(letters).toEqual([])

    expect(await sent(fresh)).toMatchObject({ status: 303, to: '/my/access' })
    const first = linkIn(letters[0]!.text)
    await sent(fresh)
    const link = linkIn(letters[1]!.text)
    expect((await owner.browser.get(first)).status).toBe(404)
    expect((await aStranger().get(link)).to).toMatch(/^\/sign-in/)
    const thief = await signedIn(tver, ['methodist'], mailing)
    expect((await thief.browser.get(link)).status).toBe(404)
    expect(await canSignIn(fresh, goodPassword)).toBe(false)

    expect(plain((await owner.browser.get(link)).text)).toContain(`входить с почтой ${fresh}`)
    expect(await owner.browser.post(link)).toMatchObject({ status: 303, to: '/my/access' })
    expect(await canSignIn(fresh, goodPassword)).toBe(true)
    expect(await canSignIn(owner.email, goodPassword)).toBe(false)
    expect(letters.at(-1)).toMatchObject({ to: owner.email, subject: 'Почта для входа в «Площадку» изменена' })
    expect((await owner.browser.get(link)).status).toBe(404)
  })

  test("the answer does not tell whether a wanted address is somebody else's, and sends nothing there", async () => {
    const owner = await signedIn(tver, ['methodist'], mailing)
    const other = await signedIn(luga, ['official'], mailing)
    await owner.browser.get('/my/access')
    expect(await owner.browser.post('/my/access/emails', { email: other.email, password: goodPassword })).toMatchObject({
      status: 303,
    })
    expect(letters).toEqual([])
  })

  test('what is wrong stands at the form it was sent by; letters are counted, sent or not', async () => {
    const owner = await signedIn(tver, ['methodist'], mailing)
    await owner.browser.get('/my/access')
    const wrongFields = ({ text }: { text: string }) => [...text.matchAll(/id="f-(\w+)-error"/g)].map(([, field]) => field)
    const other = { email: owner.email, current: 'совсем не тот пароль', next: password }
    expect(wrongFields(await owner.browser.post('/my/access/passwords', other))).toEqual(['current'])
    const empty = { email: '', password: goodPassword }
    expect(wrongFields(await owner.browser.post('/my/access/emails', empty))).toEqual(['email'])
    const wrong = { email: newEmail(), password: 'совсем не тот пароль' }
    expect(wrongFields(await owner.browser.post('/my/access/emails', wrong))).toEqual(['password'])
    const answers = []
    for (let time = 0; time < 10; time++)
      answers.push((await owner.browser.post('/my/access/emails', { email: newEmail(), password: goodPassword })).status)
    expect(answers).toContain(303)
    expect(answers.at(-1)).toBe(429)
  })

  test('end one by one or all but this, and only one’s own', async () => {
    const [owner, other] = [await signedIn(luga, ['methodist']), await signedIn(luga, ['methodist'])]
    const browsers = [aStranger(), aStranger(), aStranger()]
    for (const browser of browsers) await browser.signIn(owner.email, goodPassword)
    const alive = async () => Promise.all(browsers.map(async (browser) => (await browser.get(owner.home)).status === 200))
    const [id] = /name="session" value="[^"]+"/.exec((await owner.browser.get('/my/access')).text)!
    const session = id!.split('"')[3]!
    await other.browser.get('/my/access')
    await other.browser.post('/my/access/session-ends', { session })
    expect(await alive()).toEqual([true, true, true])
    await owner.browser.post('/my/access/session-ends', { session })
    expect((await alive()).filter(Boolean)).toHaveLength(2)
    await owner.browser.post('/my/access/session-ends')
    expect(await alive()).toEqual([false, false, false])
    expect((await owner.browser.get(owner.home)).status).toBe(200)
    expect((await other.browser.get(other.home)).status).toBe(200)
    expect((await aStranger().get('/my/access')).to).toBe('/sign-in?next=%2Fmy%2Faccess')
  })
})
