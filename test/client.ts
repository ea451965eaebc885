import { Hono } from 'hono'
import { shell } from '../src/app/shell.tsx'
import { noServices } from '../src/authz/ctx.ts'
import { instantOf } from '../src/kernel/clock.ts'
import { newId } from '../src/kernel/ids.ts'
import { routes, ruleTexts } from '../src/kit/install.ts'
import type { WebDeps } from '../src/web/deps.ts'
import { newFormKey } from '../src/web/form-key.ts'
import type { Route } from '../src/web/route.ts'
import { securityHeaders } from '../src/web/security.ts'
import { mount } from '../src/web/serve.ts'
import type { FreshDatabase } from './database.ts'
import { buttonsOf } from './html.ts'

const secret = 'a secret of at least thirty-two signs'

export type Fields = Readonly<Record<string, string | File | readonly (string | File)[]>>
export type Answer = {
  readonly status: number
  readonly to: string | null
  /** What a reader sees: words joined by no-break spaces are joined by plain ones. */
  readonly text: string
  readonly bytes: Buffer
  readonly headers: Headers
}
export type Person = {
  /** A page. An address is within the person's territory unless it begins with /t/ or http. */
  get(address: string): Promise<Answer>
  /** A form, sent with a key of its own; with a key given it is the same press again. */
  post(address: string, fields?: Fields, key?: string): Promise<Answer>
  /** Presses the button of this name on the page last shown: what stands in its form is sent, with what is typed over it. */
  press(button: string, typed?: Fields): Promise<Answer>
  /** A key as a form shown to this person has it. */
  newKey(): Promise<string>
}
export type Client = {
  readonly app: Hono
  /** A person of any territory by the id of the person or of the account; null is a stranger. Who has no account gets one. */
  as(who: string | null): Person
}

/** The whole product over a database of a test, spoken with as a browser does. Who asks stands in a header instead of a session. */
export function aClient(
  base: Pick<FreshDatabase, 'db' | 'adminPool'>,
  { routes: given, ...parts }: Partial<WebDeps> & { readonly routes?: readonly Route[] } = {},
): Client {
  let made: Hono | null = null
  const client: Client = {
    // Made when it is first asked: a test may install modules before.
    get app() {
      made ??= serve(given ?? routes(), { db: base.db, ruleTexts: ruleTexts(), ...parts })
      return made
    },
    as: (who) => aPersonOf(client, () => (who === null ? null : memberOf(base, who))),
  }
  return client
}

function serve(all: readonly Route[], deps: Pick<WebDeps, 'db' | 'ruleTexts'> & Partial<WebDeps>): Hono {
  const app = new Hono()
  app.use(securityHeaders(false))
  mount(app, all, {
    readSession: async (headers) => {
      const who = headers.get('x-account')
      return who ? { sessionId: who, accountId: who as never } : null
    },
    shell,
    services: noServices,
    secret,
    secureCookies: false,
    systemNow: () => instantOf('2026-01-01', '12:00:00', 'Europe/Moscow'),
    log: () => {},
    ...deps,
  })
  return app
}

/** A key as a form shown to this account has it. */
const keyOf = (account: string): string => newFormKey(secret, account)

function aPersonOf(client: Client, find: () => Promise<Member> | null): Person {
  let last: { address: string; html: string } | null = null
  async function send(address: string, init: RequestInit): Promise<Answer> {
    const member = await find()
    const whole = !member || /^(\/t\/|\/installation|http)/.test(address) ? address : `/t/${member.code}${address}`
    const response = await client.app.request(whole, { ...init, headers: member ? { 'x-account': member.account } : {} })
    const bytes = Buffer.from(await response.arrayBuffer())
    const html = bytes.toString()
    if (response.headers.get('content-type')?.startsWith('text/html')) last = { address: whole, html }
    return {
      status: response.status,
      to: response.headers.get('location'),
      text: html
        .replaceAll('\u00a0', ' ')
        .replaceAll(/[\u00ad\u2060]/g, '')
        .replaceAll('&quot;', '"'),
      bytes,
      headers: response.headers,
    }
  }
  const newKey = async () => keyOf((await find())?.account ?? 'nobody')
  const post: Person['post'] = async (address, fields, key) =>
    send(address, { method: 'POST', body: bodyOf({ _key: key ?? (await newKey()), ...fields }) })
  return {
    get: (address) => send(address, {}),
    post,
    newKey,
    press: async (name, typed) => {
      if (!last) throw new Error(`no page was shown on which to press «${name}»`)
      const buttons = buttonsOf(last.html)
      const button = buttons.find(({ text }) => text === name)
      if (!button) throw new Error(`no button «${name}» on ${last.address}; there are: ${buttons.map(({ text }) => text)}`)
      return post(button.action || last.address.replace(/\?.*/, ''), { ...button.fields, ...typed })
    },
  }
}

/** An address with these things in it, and with ids of nothing where there are none. */
export const fill = (pattern: string, things: Readonly<Record<string, string>>): string =>
  pattern.replace(/:(\w+)/g, (_, name: string) => things[name] ?? newId())

/** A form as a browser sends it: in parts only when it holds a file. */
function bodyOf(fields: Fields): URLSearchParams | FormData {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  if (!pairs.some(([, one]) => one instanceof File)) return new URLSearchParams(pairs as [string, string][])
  const body = new FormData()
  for (const [name, one] of pairs) body.append(name, one as string)
  return body
}

type Member = { readonly account: string; readonly code: string }
const known = new WeakMap<object, Map<string, Promise<Member>>>()

/** The account of a person and the territory it is a member of. */
function memberOf(base: Pick<FreshDatabase, 'adminPool'>, who: string): Promise<Member> {
  const members = known.get(base) ?? new Map<string, Promise<Member>>()
  known.set(base, members)
  const member = members.get(who) ?? findMember(base, who)
  members.set(who, member)
  return member
}

async function findMember({ adminPool }: Pick<FreshDatabase, 'adminPool'>, who: string): Promise<Member> {
  const find = async () =>
    (
      await adminPool.query<Member>(
        `select m.account_id as account, t.code from memberships m join territories t on t.id = m.territory_id
         where m.person_id::text = $1 or m.account_id = $1 limit 1`,
        [who],
      )
    ).rows[0]
  const found = await find()
  if (found) return found
  await adminPool.query(
    `insert into auth_users (id, name, email, created_at, updated_at)
     select $1, 'Проверка', $1 || '@primer.ru', '2020-01-01', '2020-01-01' on conflict do nothing`,
    [who],
  )
  await adminPool.query(
    `insert into memberships (territory_id, account_id, person_id, created_at)
     select territory_id, id::text, id, '2020-01-01' from people where id::text = $1 on conflict do nothing`,
    [who],
  )
  const member = await find()
  if (!member) throw new Error(`${who} is nobody of this database`)
  return member
}
