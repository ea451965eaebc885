import { describe, expect, test } from 'vitest'
import { goodPassword } from '../../test/factories/accounts.ts'
import { aPerson, aTerritory, inScope } from '../../test/factory.ts'
import type { Territory } from '../authz/ctx.ts'
import {
  aStranger,
  base,
  canSignIn,
  invitations,
  invite,
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
import { inviteFromCommandLine } from './invite.ts'

describe('an account of another territory', () => {
  test('is only asked, however often it is invited; its password and its sessions stay', async () => {
    const owner = await signedIn(tver, ['methodist'])
    const official = await signedIn(luga, ['official'])
    const person = await aPerson(base.db, luga)
    const links: string[] = []
    for (let time = 0; time < 3; time++) links.push(linkIn((await invite(official, luga, person, owner.email)).text))
    expect(links.every((link) => link !== '')).toBe(true)

    for (const link of links) {
      const thief = aStranger()
      await thief.get(link)
      const taken = await thief.post(link, { password })
      expect(taken.to ?? '').not.toMatch(/^\/t\//)
      expect((await thief.get('/my')).to).toMatch(/^\/sign-in/)
    }
    expect(await canSignIn(owner.email, goodPassword)).toBe(true)
    expect(await canSignIn(owner.email, password)).toBe(false)
    expect((await owner.browser.get(owner.home)).status).toBe(200)
    expect((await owner.browser.get('/t/luga-test')).status).toBe(404)

    const last = links.at(-1)!
    expect(plain((await owner.browser.get(last)).text)).toContain('Принять приглашение')
    expect(await owner.browser.post(last, { answer: 'accept' })).toMatchObject({ status: 303, to: '/t/luga-test' })
    expect((await owner.browser.get('/t/luga-test')).status).toBe(200)
    expect((await owner.browser.get(owner.home)).status).toBe(200)
    expect((await owner.browser.get(last)).status).toBe(404)
  })

  test('and an address nobody has look the same to whoever invites, without a mail server', async () => {
    const owner = await signedIn(tver, ['methodist'])
    const official = await signedIn(luga, ['official'])
    const answers = []
    for (const email of [owner.email, newEmail()]) {
      const person = await aPerson(base.db, luga, { familyName: 'Одинаковая' })
      const answer = await invite(official, luga, person, email)
      const link = linkIn(answer.text)
      const opened = await aStranger().get(link)
      const same = (text: string) =>
        text
          .replaceAll(email, 'EMAIL')
          .replaceAll(encodeURIComponent(link), 'LINK')
          .replaceAll(link, 'LINK')
          .replaceAll(person, 'PERSON')
          .replaceAll(/name="_key" value="[^"]+"/g, '')
          .replaceAll(/nonce="[^"]+"/g, '')
      answers.push({ status: answer.status, text: same(answer.text), opened: same(opened.text), openedStatus: opened.status })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]!.opened).toContain('Войти и ответить')
    expect(answers[0]!.opened).toContain('Задать пароль и войти')
  })

  test('and an address nobody has look the same to whoever invites, with a mail server', async () => {
    const owner = await signedIn(tver, ['methodist'])
    const official = await signedIn(luga, ['official'], mailing)
    const answers = []
    for (const email of [owner.email, newEmail()]) {
      const answer = await invite(official, luga, await aPerson(base.db, luga), email)
      answers.push({ status: answer.status, text: answer.text, cookie: official.browser.cookies.get('pl_notice') })
    }
    expect(answers[0]).toEqual(answers[1])
    const [known, fresh] = letters.map(({ text }) => text.replace(linkIn(text), ''))
    expect(known).toBe(fresh)
    expect((await aStranger(mailing).get(linkIn(letters[0]!.text))).text).not.toContain('name="password"')
    expect((await aStranger(mailing).get(linkIn(letters[1]!.text))).text).toContain('name="password"')
  })

  test('may decline: nothing is given, those who keep accounts are told, the link is spent', async () => {
    const owner = await signedIn(tver, ['methodist'])
    const official = await signedIn(luga, ['official'])
    const person = await aPerson(base.db, luga, { familyName: 'Отказная' })
    const link = linkIn((await invite(official, luga, person, owner.email)).text)
    await owner.browser.get(link)
    expect(await owner.browser.post(link, { answer: 'decline' })).toMatchObject({ status: 303, to: '/my' })
    expect((await owner.browser.get('/t/luga-test')).status).toBe(404)
    expect((await owner.browser.get(link)).status).toBe(404)
    expect(plain((await official.browser.get('/t/luga-test/notices')).text)).toContain(
      'От приглашения отказались: Отказная Анна Ивановна',
    )
  })

  test('another one, signed in by mistake, is told so and leads on after signing out', async () => {
    const [owner, other] = [await signedIn(tver, ['methodist']), await signedIn(tver, ['methodist'])]
    const official = await signedIn(luga, ['official'])
    const link = linkIn((await invite(official, luga, await aPerson(base.db, luga), owner.email)).text)
    const { text } = await other.browser.get(link)
    expect(plain(text)).toContain(`Вы вошли как ${other.email}, а приглашение отправлено на ${owner.email}`)
    expect((await other.browser.post(link, { answer: 'accept' })).status).toBe(403)
    expect((await other.browser.get('/t/luga-test')).status).toBe(404)
    await other.browser.get(link)
    expect(await other.browser.post('/sign-out', { next: link })).toMatchObject({ status: 303, to: link })
    expect((await other.browser.get(link)).text).toContain('Войти и ответить')
    expect((await other.browser.signIn(owner.email, goodPassword, link)).to).toBe(link)
  })
})

describe('inside a territory', () => {
  test('an official lets nobody in who signs orders or keeps accounts; an administrator does', async () => {
    const [official, administrator] = [await signedIn(luga, ['official']), await signedIn(luga, ['administrator'])]
    for (const role of ['signatory', 'administrator'] as const) {
      const person = await aPerson(base.db, luga, { roles: [role] })
      const refused = await invite(official, luga, person, newEmail())
      expect(refused.status).toBe(422)
      expect(plain(refused.text)).toContain('приглашает только человек с ролью «ведёт учётные записи»')
      expect((await invite(administrator, luga, person, newEmail())).status).toBe(200)
    }
  })

  test('an address of a colleague, an own one, and one already invited for another person are refused in words', async () => {
    const [official, colleague] = [await signedIn(luga, ['official']), await signedIn(luga, ['methodist'])]
    const [first, second] = [await aPerson(base.db, luga), await aPerson(base.db, luga)]
    for (const email of [colleague.email, official.email]) {
      const refused = await invite(official, luga, first, email)
      expect(refused.status).toBe(422)
      expect(plain(refused.text)).toContain('С этой почтой в вашей территории работает другой человек')
    }
    const email = newEmail()
    expect((await invite(official, luga, first, email)).status).toBe(200)
    const refused = await invite(official, luga, second, email)
    expect(refused.status).toBe(422)
    expect(plain(refused.text)).toContain('уже отправлено приглашение другому человеку')
    await base.adminPool.query(`update invitations set expires_at = now() where email = $1`, [email])
    expect((await invite(official, luga, second, email)).status).toBe(200)
  })

  test('a member is invited no more, by anybody, to any address', async () => {
    const [official, member] = [await signedIn(luga, ['official']), await signedIn(luga, ['methodist'])]
    for (const email of [member.email, newEmail()]) {
      const refused = await invite(official, luga, member.personId, email)
      expect(refused.status).toBe(422)
      expect(plain(refused.text)).toContain('Этот человек уже входит в систему')
    }
    expect(await canSignIn(member.email, goodPassword)).toBe(true)
  })

  test('whose work has ended is not invited, and an invitation from before leads nowhere', async () => {
    const official = await signedIn(luga, ['official'])
    const person = await aPerson(base.db, luga, { roles: ['methodist'] })
    const link = linkIn((await invite(official, luga, person, newEmail())).text)
    await base.adminPool.query(`update role_grants set ends_on = '2021-08-31' where person_id = $1`, [person])
    const opened = await aStranger().get(link)
    expect(opened.status).toBe(404)
    expect(plain(opened.text)).toContain('Ваша работа в этой территории закончилась')
    const late = aStranger()
    await late.get('/sign-in')
    expect((await late.post(link, { password })).status).not.toBe(303)
    expect(plain((await invite(official, luga, person, newEmail())).text)).toContain('назначения этого человека закончились')
  })

  test('an invitation is replaced by the next one, withdrawn by hand, and used once', async () => {
    const official = await signedIn(luga, ['official'])
    const person = await aPerson(base.db, luga)
    const links: string[] = []
    for (let time = 0; time < 2; time++) links.push(linkIn((await invite(official, luga, person, newEmail())).text))
    expect((await aStranger().get(links[0]!)).status).toBe(404)
    expect((await aStranger().get(links[1]!)).status).toBe(200)
    expect(plain((await official.browser.get(invitations(luga, person))).text)).toContain('Приглашение без ответа')
    await official.browser.post(`${invitations(luga, person)}/withdrawals`)
    expect((await aStranger().get(links[1]!)).status).toBe(404)

    const link = linkIn((await invite(official, luga, person, newEmail())).text)
    const both = [aStranger(), aStranger()]
    for (const browser of both) await browser.get(link)
    const answers = await Promise.all(both.map((browser, i) => browser.post(link, { password: `${password} ${i}` })))
    expect(answers.filter(({ to }) => to === '/t/luga-test')).toHaveLength(1)
    expect((await aStranger().get(link)).status).toBe(404)
  })
})

describe('a link that is handed over', () => {
  test('is shown once and kept neither in a cookie nor in a table', async () => {
    const official = await signedIn(luga, ['official'])
    const person = await aPerson(base.db, luga)
    const answer = await invite(official, luga, person, newEmail())
    const token = linkIn(answer.text).split('/').at(-1)!
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.getSetCookie().join()).not.toContain(token)
    expect([...official.browser.cookies.values()].join()).not.toContain(token)
    const { rows: tables } = await base.adminPool.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(50)
    for (const { name } of tables) {
      const { rows } = await base.adminPool.query(`select 1 from ${name} t where t::text like $1`, [`%${token.split('.')[1]}%`])
      expect({ name, found: rows.length }).toEqual({ name, found: 0 })
    }
  })

  test('is not shown again by the same press', async () => {
    const official = await signedIn(luga, ['official'])
    const person = await aPerson(base.db, luga)
    const address = invitations(luga, person)
    const { text } = await official.browser.get(address)
    const form = { email: newEmail(), _key: /name="_key" value="([^"]+)"/.exec(text)![1]! }
    expect(linkIn((await official.browser.post(address, form)).text)).not.toBe('')
    const again = await official.browser.post(address, form)
    expect(again).toMatchObject({ status: 303, to: `/t/luga-test/people/${person}` })
    expect(linkIn(again.text)).toBe('')
  })
})

describe('a new address', () => {
  test('invited by two territories is one account: the second asks its owner', async () => {
    const [ofLuga, ofTver] = [await signedIn(luga, ['official']), await signedIn(tver, ['official'])]
    const email = newEmail()
    const first = linkIn((await invite(ofLuga, luga, await aPerson(base.db, luga), email)).text)
    const second = linkIn((await invite(ofTver, tver, await aPerson(base.db, tver), email)).text)
    const owner = aStranger()
    await owner.get(first)
    expect((await owner.post(first, { password })).to).toBe('/t/luga-test')

    const thief = aStranger()
    await thief.get(second)
    expect((await thief.post(second, { password: `${password} другой` })).to).toMatch(/^\/sign-in\?next=/)
    expect((await thief.get('/my')).to).toMatch(/^\/sign-in/)
    await owner.get(second)
    expect((await owner.post(second, { answer: 'accept' })).to).toBe('/t/tver-test')
    expect(await canSignIn(email, password)).toBe(true)
  })

  test('never answered leaves no account and lets nobody in', async () => {
    const official = await signedIn(luga, ['official'])
    const email = newEmail()
    await invite(official, luga, await aPerson(base.db, luga), email)
    const { rows } = await base.adminPool.query('select 1 from auth_users where email = $1', [email])
    expect(rows).toEqual([])
  })
})

test('from the command line an address that has an account is asked as everywhere, and a member is refused', async () => {
  const owner = await signedIn(tver, ['methodist'])
  const fresh = await aTerritory(base.db, '2021-09-01')
  await aPerson(base.db, fresh, { familyName: 'Начальная', roles: ['administrator'] })
  const given = { territory: fresh.code, email: owner.email, familyName: 'Начальная' }
  const { text, done } = await inviteFromCommandLine(base.db, silent, given)
  expect(done).toBe(true)
  const link = linkIn(text)
  const thief = aStranger()
  await thief.get(link)
  expect((await thief.post(link, { password })).to).toMatch(/^\/sign-in\?next=/)
  await owner.browser.get(link)
  expect((await owner.browser.post(link, { answer: 'accept' })).to).toBe(`/t/${fresh.code}`)
  const again = await inviteFromCommandLine(base.db, silent, given)
  expect(again).toMatchObject({ done: false, text: expect.stringContaining('уже входит в систему') })
})

test('a territory sees only its own invitations', async () => {
  const official = await signedIn(luga, ['official'])
  await invite(official, luga, await aPerson(base.db, luga), newEmail())
  const seen = (territory: Territory) =>
    inScope(base.db, territory.id, (tx) => tx.selectFrom('invitations').select('territoryId').execute())
  expect((await seen(luga)).length).toBeGreaterThan(0)
  expect((await seen(tver)).every(({ territoryId }) => territoryId === tver.id)).toBe(true)
})

test('an address with a slash at its end means the one without, here and nowhere else', async () => {
  const stranger = aStranger()
  expect(await stranger.get('/sign-in/?next=%2Fmy')).toMatchObject({ status: 308, to: '/sign-in?next=%2Fmy' })
  expect((await stranger.get('/t/luga/plans//')).to).toBe('/t/luga/plans')
  for (const address of ['//primer.ru/', '/%5Cprimer.ru/', '//primer.ru//'])
    expect((await stranger.get(address)).to ?? '', address).not.toMatch(/^\/[/\\]|^http/)
})
