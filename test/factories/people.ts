import { Hono } from 'hono'
import { shell } from '../../src/app/shell.tsx'
import { noServices, type Services, type Territory } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { instantOf } from '../../src/kernel/clock.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { AccountId, Day, Instant, OrganisationId, PersonId } from '../../src/kernel/types.ts'
import type { PostKind } from '../../src/regulation/kinds.ts'
import { newFormKey } from '../../src/web/form-key.ts'
import type { RuleTexts } from '../../src/web/refusals.ts'
import type { Route } from '../../src/web/route.ts'
import { mount } from '../../src/web/serve.ts'
import { formTexts } from '../../src/web/texts.ts'
import { accountOf, inScope } from '../factory.ts'

const secret = 'a secret of at least thirty-two signs'

/** The pages given, served to people of a test: who asks stands in a header. */
export function aProgram(
  db: Db,
  routes: readonly Route[],
  ruleTexts: RuleTexts,
  services: Services = noServices,
  systemNow: () => Instant = () => instantOf('2026-01-01', '12:00:00', 'Europe/Moscow'),
): Hono {
  const app = new Hono()
  mount(app, routes, {
    db,
    readSession: async (headers) => {
      const who = headers.get('x-account')
      return who ? { sessionId: who, accountId: who as AccountId } : null
    },
    shell,
    ruleTexts: { ...formTexts, ...ruleTexts },
    services,
    secret,
    secureCookies: false,
    systemNow,
    log: () => {},
  })
  return app
}

/** Makes a person a member of the territory; the account's id is the person's. */
export async function aMember(db: Db, territory: Territory, personId: PersonId): Promise<AccountId> {
  const createdAt = new Date('2020-01-01T00:00:00Z')
  await inScope(db, territory.id, async (tx) => {
    await tx
      .insertInto('authUsers')
      .values({ id: accountOf(personId), name: 'Проверка', email: `${personId}@primer.ru`, createdAt, updatedAt: createdAt })
      .execute()
    await tx
      .insertInto('memberships')
      .values({ territoryId: territory.id, accountId: accountOf(personId), personId, createdAt })
      .execute()
  })
  return accountOf(personId)
}

/** A key as a form shown to this account has it. */
export const theKeyOf = (account: AccountId): string => newFormKey(secret, account)

/** Speaks with the program as a member does. Addresses are within the territory unless they are whole. */
export function aBrowser(app: Hono, territory: Territory, account: AccountId) {
  const at = (address: string) => (address.startsWith('/t/') ? address : `/t/${territory.code}${address}`)
  const headers = { 'x-account': account }
  return {
    async get(address: string) {
      const response = await app.request(at(address), { headers })
      return { status: response.status, text: plain(await response.text()), headers: response.headers }
    },
    async post(address: string, fields: Record<string, string>) {
      const body = new URLSearchParams({ _key: newFormKey(secret, account), ...fields })
      const response = await app.request(at(address), { method: 'POST', body, headers })
      return { status: response.status, to: response.headers.get('location'), text: plain(await response.text()) }
    },
  }
}
const plain = (html: string) => html.replaceAll('\u00a0', ' ').replaceAll('&quot;', '"')

/** A post from a day on, besides what `aPerson` gives. */
export async function aPost(
  db: Db,
  territory: Territory,
  given: { personId: PersonId; organisationId: OrganisationId; kind: PostKind; startsOn: Day; endsOn?: Day; subject?: string },
): Promise<string> {
  const id = newId()
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('posts')
      .values({ territoryId: territory.id, id, title: 'Должность', ...given })
      .execute(),
  )
  return id
}

/** The trait «низкие результаты» from a day on. */
export async function aSupportNeed(db: Db, territory: Territory, organisationId: OrganisationId, startsOn: Day): Promise<string> {
  const id = newId()
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('supportNeeds')
      .values({ territoryId: territory.id, id, organisationId, kind: 'lowResults', startsOn, ground: 'Приказ № 7' })
      .execute(),
  )
  return id
}
