import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { aPerson, aTerritory } from '../../test/factory.ts'
import type { Territory } from '../authz/ctx.ts'
import { noServices } from '../authz/ctx.ts'
import { acceptAsNew } from '../modules/accounts/commands/answer-invitation.ts'
import { inviteFromCommandLine } from './invite.ts'

const base = ownDatabase()
let territory: Territory
beforeAll(async () => {
  territory = await aTerritory(base.db, '2021-09-01', { code: 'first' })
  await aPerson(base.db, territory, { familyName: 'Первая', roles: ['administrator'] })
  await aPerson(base.db, territory, { familyName: 'Обычная' })
})

const services = { ...noServices, origin: 'http://localhost:3000' }
const invite = (given: Partial<{ territory: string; email: string; familyName: string }>) =>
  inviteFromCommandLine(base.db, services, { territory: 'first', email: 'first@example.ru', familyName: 'Первая', ...given })

test('the link that is printed lets the first person set a password', async () => {
  const { done, text } = await invite({})
  expect(done).toBe(true)
  const token = /invitations\/([\w.-]+)/.exec(text)?.[1] ?? ''
  expect(await acceptAsNew({ db: base.db, services }, { token, password: 'достаточно длинный пароль' })).toMatchObject({
    ok: true,
  })
})

test('only who has a role is let in this way; what is wrong is said', async () => {
  await aPerson(base.db, territory, { familyName: 'Вторая', roles: ['methodist'] })
  await aPerson(base.db, territory, { familyName: 'Вторая', givenName: 'Вера', roles: ['methodist'] })
  expect(await invite({ familyName: 'Вторая' })).toMatchObject({ done: false, text: expect.stringContaining('не один') })
  expect(await invite({ familyName: 'Вторая Вера Ивановна', email: 'second@example.ru' })).toMatchObject({ done: true })
  expect(await invite({ familyName: 'Обычная' })).toMatchObject({ done: false, text: expect.stringContaining('нет человека') })
  expect(await invite({ territory: 'nowhere' })).toMatchObject({ done: false, text: expect.stringContaining('«nowhere»') })
  expect(await invite({ email: 'не почта' })).toMatchObject({ done: false, text: expect.stringMatching(/почт/) })
})
