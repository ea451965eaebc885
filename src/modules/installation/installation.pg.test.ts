import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aBrowser, anAccount, goodPassword } from '../../../test/factories/accounts.ts'
import { aPerson, aTerritory, historyOf } from '../../../test/factory.ts'
import { createSecondFactor } from '../../accounts/second-factor.ts'
import { makeAdministrator, removeAdministrator } from '../../app/administrators.ts'
import { createApp } from '../../app/create-app.ts'
import { noServices, type Services } from '../../authz/ctx.ts'
import { installation } from '../../authz/installation.ts'
import { verifyHistory } from '../../history/verify.ts'
import { systemNow } from '../../kernel/clock.ts'
import { setNewPassword } from '../accounts/commands/set-new-password.ts'

const base = ownDatabase()
const origin = 'http://localhost:3000'
const services: Services = { ...noServices, origin }
const deps = () => ({ db: base.db, owner: base.owner, services })
const secret = 'a secret of the tests, forty letters long'
const appWith = (services: Services) => ({
  app: createApp({
    config: { publicOrigin: origin, secret, demo: false, trustedProxies: 0 },
    db: base.db,
    services,
    log: () => {},
  }),
})
const signedIn = async (email: string, with_ = services) => {
  const browser = aBrowser(appWith(with_))
  await browser.signIn(email, goodPassword)
  return browser
}
const plain = (html: string) => html.replaceAll('\u00a0', ' ').replaceAll('&quot;', '"')

const filled = {
  name: 'Верхнереченский муниципальный район',
  shortName: 'Верхнереченский район',
  code: '',
  level: 'municipal',
  region: 'Омская область',
  timeZone: 'Asia/Omsk',
  authorityName: 'Комитет образования Верхнереченского района',
  authorityShort: 'Комитет образования',
  settlement: 'с. Верхняя Речка',
  actKind: 'order',
  numberForm: 'N-о',
  enactingWord: 'приказываю:',
  letterhead: 'Омская область\n\nКомитет образования',
  operatorName: '',
  operatorShort: '',
  familyName: 'Новикова',
  givenName: 'Мария',
  patronymic: 'Олеговна',
  post: 'председатель комитета',
  email: 'novikova@primer.ru',
  signs: 'yes',
  regulation: 'empty',
}

beforeAll(async () => {
  await anAccount(base.db, 'admin@primer.ru')
  expect(await makeAdministrator(deps(), 'admin@primer.ru')).toMatchObject({ done: true })
})

test('the pages of the installation are there for its administrators only', async () => {
  const territory = await aTerritory(base.db, '2021-09-01', { code: 'somewhere' })
  const personId = await aPerson(base.db, territory, { roles: ['administrator', 'official', 'signatory'] })
  await anAccount(base.db, 'official@primer.ru', [{ territory, personId }])
  const official = await signedIn('official@primer.ru')
  for (const page of [
    '/installation',
    '/installation/new-territory',
    '/installation/history',
    '/installation/territories/somewhere',
  ])
    expect([page, (await official.get(page)).status]).toEqual([page, 404])
  await official.get('/t/somewhere')
  expect((await official.post('/installation/new-territory', filled)).status).toBe(404)
  expect((await aBrowser(appWith(services)).get('/installation')).to).toContain('/sign-in')

  const administrator = await signedIn('admin@primer.ru')
  expect((await administrator.get('/my')).to).toBe('/installation')
  expect((await administrator.get('/installation')).text).toContain('Район')
  expect((await administrator.get('/t/somewhere')).status).toBe(404)
})

test('a territory is made, served at once, and its first official comes in by an own password', async () => {
  const other = aBrowser(appWith(services))
  const administrator = await signedIn('admin@primer.ru')
  await administrator.get('/installation/new-territory')
  const made = await administrator.post('/installation/new-territory', filled)
  expect(made.status).toBe(200)
  const link = /http:\/\/localhost:3000(\/invitations\/[^<\s]+)/.exec(made.text)?.[1] ?? ''
  expect(link).toContain('/invitations/verkhnerechenskiy.')

  await other.get(link)
  const joined = await other.post(link, { password: goodPassword })
  expect(joined.to).toBe('/t/verkhnerechenskiy')
  const first = plain((await other.get('/t/verkhnerechenskiy')).text)
  expect(first).toContain('Верхнереченский район')
  expect((await other.get('/t/verkhnerechenskiy/regulation')).status).toBe(200)
  expect((await other.get('/t/verkhnerechenskiy/orders')).status).toBe(200)
  expect((await other.get('/installation')).status).toBe(404)

  const { rows } = await base.adminPool.query(
    `select o.letterhead, o.number_format, o.place, o.enacting_word, t.region, t.time_zone, t.act_kind, t.demo_today, t.loaded_at is not null as loaded
     from offices o join territories t on t.id = o.territory_id where t.code = 'verkhnerechenskiy'`,
  )
  expect(rows).toEqual([
    {
      letterhead: ['Омская область', 'Комитет образования'],
      number_format: '{n}-о',
      place: 'с. Верхняя Речка',
      enacting_word: 'приказываю:',
      region: 'Омская область',
      time_zone: 'Asia/Omsk',
      act_kind: 'order',
      demo_today: null,
      loaded: true,
    },
  ])
  const page = plain((await administrator.get('/installation/territories/verkhnerechenskiy')).text)
  expect(page).toContain('в территорию уже вошли')
  expect(page).not.toContain('Создать новое приглашение')
  await administrator.get('/installation/new-territory')
  const again = await administrator.post('/installation/territories/verkhnerechenskiy/invitations', { email: 'thief@primer.ru' })
  expect([again.status, plain(again.text)]).toEqual([422, expect.stringContaining('уже вошли')])
})

test('what is wrong is told at its field, all at once, and nothing is made', async () => {
  const administrator = await signedIn('admin@primer.ru')
  await administrator.get('/installation/new-territory')
  const bad = await administrator.post('/installation/new-territory', {
    ...filled,
    code: 'verkhnerechenskiy',
    numberForm: '17-о',
    patronymic: '',
    gender: '',
  })
  expect(bad.status).toBe(422)
  const text = plain(bad.text)
  for (const sentence of ['Этот код занят: напишите другой, например verkhnerechenskiy-2', 'поставив N на место самого номера'])
    expect(text).toContain(sentence)
  expect(text).toContain('value="Новикова"')
  const zone = await administrator.post('/installation/new-territory', {
    ...filled,
    timeZone: 'Mars/Olympus',
    region: '',
    email: 'нет',
  })
  for (const sentence of ['Выберите часовой пояс', 'Напишите адрес почты', 'Напишите регион'])
    expect(plain(zone.text)).toContain(sentence)
  const half = await administrator.post('/installation/new-territory', { ...filled, operatorName: 'Центр' })
  expect(plain(half.text)).toContain('Назовите оператора полностью и кратко')
  const { rows } = await base.adminPool.query(`select count(*)::int as n from territories where code like 'verkhnerechenskiy%'`)
  expect(rows).toEqual([{ n: 1 }])
})

test('an official who is not the head, an operator of its own, and an invitation anew while nobody has come in', async () => {
  const administrator = await signedIn('admin@primer.ru')
  await administrator.get('/installation/new-territory')
  const { signs: _, ...unsigned } = filled
  const second = {
    ...unsigned,
    shortName: 'Верхнереченский район',
    name: 'Ещё один район',
    operatorName: 'Методический центр',
    operatorShort: 'МЦ',
  }
  const made = await administrator.post('/installation/new-territory', { ...second, email: 'admin@primer.ru' })
  expect(made.status).toBe(200)
  const page = plain((await administrator.get('/installation/territories/verkhnerechenskiy-2')).text)
  expect(page).toContain('Новикова Мария Олеговна')
  expect(page).toContain('admin@primer.ru')
  const again = await administrator.post('/installation/territories/verkhnerechenskiy-2/invitations', {
    email: 'novikova@primer.ru',
  })
  const link = /http:\/\/localhost:3000(\/invitations\/[^<\s]+)/.exec(again.text)?.[1] ?? ''
  // The address has an account by now: its owner is asked to come in with the own password.
  const owner = await signedIn('novikova@primer.ru')
  await owner.get(link)
  expect((await owner.post(link, { answer: 'accept' })).to).toBe('/t/verkhnerechenskiy-2')
  const history = plain((await administrator.get('/installation/history')).text)
  expect(history).toContain('Создана территория')
  expect(history).toContain('отправлено новое приглашение')
})

test('a mistake of two presses is one territory', async () => {
  const administrator = await signedIn('admin@primer.ru')
  await administrator.get('/installation/new-territory')
  const form = { ...filled, shortName: 'Нижнереченский район', name: 'Нижнереченский район', email: 'nizh@primer.ru' }
  await Promise.all([
    administrator.post('/installation/new-territory', form),
    administrator.post('/installation/new-territory', form),
  ])
  const { rows } = await base.adminPool.query(`select code from territories where name = 'Нижнереченский район'`)
  expect(rows).toEqual([{ code: 'nizhnerechenskiy' }])
})

test('where a second factor is demanded, it is demanded of an administrator of the installation', async () => {
  const demanding = { ...services, secondFactor: createSecondFactor({ db: base.db, secret, systemNow, isDemanded: true }) }
  const administrator = await signedIn('admin@primer.ru', demanding)
  expect((await administrator.get('/installation')).to).toBe('/my/access')
})

test('who has no account yet gets a link for a password; the right is taken away again; all of it stands in a whole history', async () => {
  const made = await makeAdministrator(deps(), 'second@primer.ru')
  const token = /new-passwords\/([\w.-]+)/.exec(made.text)?.[1] ?? ''
  expect(await setNewPassword({ db: base.db, services }, { token, password: goodPassword })).toMatchObject({ ok: true })
  const second = await signedIn('second@primer.ru')
  expect((await second.get('/installation')).status).toBe(200)
  expect(await makeAdministrator(deps(), 'second@primer.ru')).toMatchObject({
    text: expect.stringContaining('уже'),
  })
  expect(await removeAdministrator(deps(), 'second@primer.ru')).toMatchObject({ done: true })
  expect((await second.get('/installation')).status).toBe(404)
  expect(await removeAdministrator(deps(), 'second@primer.ru')).toMatchObject({ done: false })
  expect(await makeAdministrator(deps(), 'не почта')).toMatchObject({ done: false })
  expect(await historyOf(base, installation.id)).toEqual([
    'installation.administratorMade',
    'installation.administratorMade',
    'installation.administratorDropped',
  ])
  expect(await verifyHistory(base.db)).toMatchObject({ damages: [] })
  await expect(base.appPool.query(`insert into installation_administrators values ('x', 'x', now())`)).rejects.toMatchObject({
    code: '42501',
  })
})
