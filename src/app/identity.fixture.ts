import { beforeAll, beforeEach } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { aBrowser, anAccount, goodPassword } from '../../test/factories/accounts.ts'
import { aPerson, aTerritory } from '../../test/factory.ts'
import { noServices, type Services, type Territory } from '../authz/ctx.ts'
import type { GrantedRole } from '../authz/roles.ts'
import type { PersonId } from '../kernel/types.ts'
import { createApp } from './create-app.ts'

/** Two territories behind the whole web side: nobody of one may touch an account of the other, with a mail server and without one. */
export const base = ownDatabase()
export let luga: Territory
export let tver: Territory
export const letters: { to: string; subject: string; text: string }[] = []
export const origin = 'http://localhost:3000'
export const mailing: Services = {
  ...noServices,
  origin,
  sendsMail: true,
  mail: async (_tx, letter) => {
    letters.push(letter)
  },
}
export const silent: Services = { ...noServices, origin }
export const password = 'шкаф озеро тридцать велосипед'

const appWith = (services: Services) => ({
  app: createApp({
    config: { publicOrigin: origin, secret: 'a secret of the tests, forty letters long', demo: false, trustedProxies: 0 },
    db: base.db,
    services,
    log: () => {},
  }),
})
type Browser = ReturnType<typeof aBrowser>
export const aStranger = (services = silent): Browser => aBrowser(appWith(services))

let made = 0
export const newEmail = () => `somebody${++made}@primer.ru`

/** Somebody of a territory, signed in. */
export async function signedIn(territory: Territory, roles: readonly GrantedRole[], services = silent, email = newEmail()) {
  const personId = await aPerson(base.db, territory, { roles })
  const accountId = await anAccount(base.db, email, [{ territory, personId }])
  const browser = aStranger(services)
  await browser.signIn(email, goodPassword)
  return { browser, personId, accountId, email, home: `/t/${territory.code}` }
}
export type Member = Awaited<ReturnType<typeof signedIn>>

export const invitations = (territory: Territory, person: PersonId) => `/t/${territory.code}/people/${person}/invitations`

export async function invite({ browser }: Pick<Member, 'browser'>, territory: Territory, person: PersonId, email: string) {
  await browser.get(invitations(territory, person))
  return browser.post(invitations(territory, person), { email })
}
export const linkIn = (text: string) =>
  /http:\/\/localhost:3000(\/(?:invitations|new-passwords|my\/access\/emails)\/[\w.-]+)/.exec(text)?.[1] ?? ''
export const canSignIn = async (email: string, typed: string) => (await aStranger().signIn(email, typed)).status === 303
export const plain = (text: string) => text.replaceAll('\u00a0', ' ')

beforeAll(async () => {
  luga = await aTerritory(base.db, '2021-09-01', { code: 'luga-test', name: 'Лужский проверочный район' })
  tver = await aTerritory(base.db, '2021-09-01', { code: 'tver-test', name: 'Тверской проверочный район' })
})
beforeEach(() => void letters.splice(0))
