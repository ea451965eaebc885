import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aBrowser, accountPages, anAccount, goodPassword } from '../../../test/factories/accounts.ts'
import { takeAttempt } from '../../accounts/attempts.ts'

const database = ownDatabase()

const wrong = 'совсем другой пароль'
/** Words joined by no-break spaces, joined by plain ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const secret = 'a secret of the tests, forty letters long'

test('after ten wrong guesses nobody gets in, with the right password neither, in no process; the wait is said in minutes', async () => {
  const email = 'guessed@primer.ru'
  await anAccount(database.db, email)
  const guesser = aBrowser(accountPages(database.db))
  for (let i = 0; i < 10; i++) expect((await guesser.signIn(email, wrong)).status).toBe(422)

  const afterRestart = accountPages(database.db)
  const answer = await aBrowser(afterRestart, '198.51.100.1').signIn(email, goodPassword)
  expect(answer.status).toBe(429)
  expect(plain(answer.text)).toContain('Слишком много попыток войти. Попробуйте снова через 15 минут')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(14 * 60)

  await database.adminPool.query(`update sign_in_attempts set ends_at = ends_at - interval '15 minutes'`)
  expect((await aBrowser(afterRestart).signIn(email, goodPassword)).status).toBe(303)
})

test('an unknown e-mail is locked just the same', async () => {
  const browser = aBrowser(accountPages(database.db), '198.51.100.2')
  for (let i = 0; i < 10; i++) await browser.signIn('nobody@primer.ru', wrong)
  const answer = await browser.signIn('nobody@primer.ru', wrong)
  expect(answer.status).toBe(429)
  expect(plain(answer.text)).toContain('Попробуйте снова через 15 минут')
})

test('the owner on a device known before is not locked out by the guesses of others', async () => {
  const email = 'owner@primer.ru'
  await anAccount(database.db, email)
  const pages = accountPages(database.db)
  const own = aBrowser(pages, '198.51.100.3')
  expect((await own.signIn(email, goodPassword)).status).toBe(303)
  own.cookies.delete('pl_session')

  const guesser = aBrowser(pages, '198.51.100.3')
  for (let i = 0; i < 11; i++) await guesser.signIn(email, wrong)
  expect((await guesser.signIn(email, goodPassword)).status).toBe(429)
  expect((await own.signIn(email, goodPassword)).status).toBe(303)

  // The mark fits its own account only, and the device has its own limit.
  own.cookies.delete('pl_session')
  expect((await own.signIn('nobody@primer.ru', wrong)).status).toBe(429)
  for (let i = 0; i < 10; i++) expect((await own.signIn(email, wrong)).status).toBe(422)
  expect((await own.signIn(email, wrong)).status).toBe(429)
})

test('one try at each of many accounts from one address stops at sixty', async () => {
  const now = new Date()
  const tries = Array.from({ length: 80 }, (_, i) =>
    takeAttempt(
      database.db,
      secret,
      [
        { kind: 'account', of: `sprayed${i}@primer.ru` },
        { kind: 'address', of: '192.0.2.1' },
      ],
      now,
    ),
  )
  const taken = (await Promise.all(tries)).filter((until) => until === null)
  expect(taken).toHaveLength(60)
})

test('fifty guesses at once in two processes are ten guesses', async () => {
  const counters = [
    { kind: 'account' as const, of: 'raced@primer.ru' },
    { kind: 'address' as const, of: '192.0.2.2' },
  ]
  const now = new Date()
  const all = await Promise.all(Array.from({ length: 50 }, () => takeAttempt(database.db, secret, counters, now)))
  expect(all.filter((until) => until === null)).toHaveLength(10)
})

test('a right password gives its try back, so a school behind one address is not stopped by its own teachers', async () => {
  const email = 'teacher@primer.ru'
  await anAccount(database.db, email)
  const pages = accountPages(database.db)
  const counted = async () =>
    (await database.adminPool.query(`select sum(attempts)::int as tries from sign_in_attempts where key like 'address:%'`))
      .rows[0].tries
  const before = await counted()
  for (let i = 0; i < 12; i++) expect((await aBrowser(pages, '198.51.100.9').signIn(email, goodPassword)).status).toBe(303)
  expect(await counted()).toBe(before)
})

test('neither e-mails nor addresses are kept', async () => {
  const { rows } = await database.adminPool.query('select key from sign_in_attempts')
  expect(rows.length).toBeGreaterThan(0)
  for (const { key } of rows) expect(key).toMatch(/^(account|address|device):[\w-]{43}$/)
})
