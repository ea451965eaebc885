import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TerritoryId } from '../../src/kernel/types.ts'
import { routes } from '../../src/kit/install.ts'
import { fill } from '../client.ts'
import { examples } from '../factories/examples.ts'
import { formsOf } from '../html.ts'
import { fingerprintOf, liveAYear, putCanaries } from './lived.ts'
import { type Answer, missingHeaders, territoryId, theWorld, type Visitor, type World } from './world.ts'

const sign = 'КАНАРЕЙКА'
const groundSign = `${sign}-support_needs-ground`
const its = 'luga'
let world: World
let itsId: TerritoryId
let canaries: string[]
let itsThings: Record<string, string>
const own: Record<string, Record<string, string>> = {}
let foreigners: { visitor: Visitor; territory: string }[]
let insiders: { visitor: Visitor; role: string; account: string }[]

beforeAll(async () => {
  world = await theWorld()
  const { base, people } = world
  itsId = await territoryId(base, its)
  await liveAYear(base.adminPool, itsId)
  for (const code of new Set(people.map((person) => person.territory))) own[code] = await examples(base, code)
  itsThings = own[its]!
  canaries = await putCanaries(base.adminPool, itsId, sign)
  // Two people of each territory; in the long run everybody.
  const others = people.filter(({ territory }, n) => territory !== its && (process.env.LONG_TESTS || n % 4 === 0))
  foreigners = await Promise.all(others.map(async (person) => ({ visitor: await world.as(person), territory: person.territory })))
  const inside = people.filter((person) => person.territory === its)
  insiders = await Promise.all(
    inside.map(async (one) => ({ visitor: await world.as(one), role: one.role, account: one.account })),
  )
}, 120_000)
afterAll(() => world.base.drop())

const gets = routes()
  .filter((route) => route.method === 'GET')
  .map((route) => route.path.pattern)
const posts = routes()
  .filter((route) => route.method === 'POST')
  .map((route) => route.path.pattern)
const asked = `?q=${encodeURIComponent(sign)}&page=1`

/** The signs that can be read in an answer. */
const seen = ({ text, headers }: Answer) =>
  [
    ...`${text}\n${decodeURIComponent(headers.get('content-disposition') ?? '')}`.matchAll(
      new RegExp(`${sign}-([a-z_]+-[a-z_]+)`, 'g'),
    ),
  ].map((found) => found[1]!)

test('the sign stands in every column a person can write, and a person of the territory sees it', async () => {
  expect(canaries.length).toBeGreaterThan(40)
  const met = new Set<string>()
  const faults: string[] = []
  for (const { visitor } of insiders)
    for (const pattern of gets) {
      const answer = await visitor.get(fill(pattern, itsThings))
      // The file of the example is a row without bytes.
      if (answer.status >= 500 && !pattern.endsWith('/:file')) faults.push(`${visitor.label} ${pattern}: ${answer.status}`)
      for (const one of seen(answer)) met.add(one)
    }
  expect(faults).toEqual([])
  expect(met.size).toBeGreaterThan(25)
}, 240_000)

describe('nobody of another territory and no stranger ever meets it', () => {
  test('at its own addresses, at theirs with its ids, and in their lists, searches and files', async () => {
    const leaks: string[] = []
    let requests = 0
    const stranger = { visitor: world.stranger, territory: 'chebula' }
    for (const { visitor, territory } of [...foreigners, stranger])
      for (const pattern of gets) {
        const mixed = { ...itsThings, territory }
        const addresses = [fill(pattern, itsThings), fill(pattern, mixed), `${fill(pattern, own[territory]!)}${asked}`]
        for (const address of new Set(addresses)) {
          const answer = await visitor.get(address)
          requests++
          if (seen(answer).length > 0) leaks.push(`${visitor.label} ${address}: ${seen(answer)[0]}`)
          if (answer.status >= 500) leaks.push(`${visitor.label} ${address}: ${answer.status}`)
          if (missingHeaders(answer.headers).length > 0)
            leaks.push(`${visitor.label} ${address}: no ${missingHeaders(answer.headers)}`)
          if (pattern.startsWith('/t/') && address.startsWith(`/t/${its}`) && ![303, 404].includes(answer.status))
            leaks.push(`${visitor.label} ${address}: ${answer.status} instead of 404`)
        }
      }
    expect(leaks).toEqual([])
    expect(requests).toBeGreaterThan(1000)
  }, 600_000)

  test('in their documents either', async () => {
    const leaks: string[] = []
    for (const { visitor, territory } of foreigners.filter((_, n) => n % 3 === 0))
      for (const pattern of gets.filter((one) => one.endsWith(':format')))
        for (const things of [own[territory]!, { ...itsThings, territory }]) {
          const address = fill(pattern, { ...things, format: 'docx' })
          const response = await world.app.request(`http://localhost${address}`, { headers: { cookie: visitor.cookie } })
          if (response.status !== 200) continue
          const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
          for (const part of Object.values(parts)) if (new TextDecoder().decode(part).includes(sign)) leaks.push(address)
        }
    expect(leaks).toEqual([])
  }, 120_000)
})

describe('forms', () => {
  test('sent to another territory, or to one’s own with its ids, are not found and change nothing', async () => {
    const before = await fingerprintOf(world.base.adminPool, itsId)
    const wrong: string[] = []
    let sent = 0
    for (const { visitor, territory } of foreigners)
      for (const pattern of posts.filter((one) => one.startsWith('/t/'))) {
        const theirs = await visitor.post(fill(pattern, itsThings), { name: 'чужое' })
        if (theirs.status !== 404) wrong.push(`${visitor.label} ${pattern}: ${theirs.status}`)
        sent++
        // A code that every territory has is no id of another's.
        if (fill(pattern, { ...itsThings, territory }) === fill(pattern, own[territory]!)) continue
        const mixed = await visitor.post(fill(pattern, { ...itsThings, territory }), { name: 'чужое' })
        if (![403, 404].includes(mixed.status)) wrong.push(`${visitor.label} ${pattern} with its ids: ${mixed.status}`)
        sent++
      }
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(400)
    expect(await fingerprintOf(world.base.adminPool, itsId)).toEqual(before)
  }, 240_000)

  test('as their pages made them, with its ids in every field that names a thing, change nothing of it', async () => {
    const before = await fingerprintOf(world.base.adminPool, itsId)
    const ids = Object.values(itsThings).filter((value) => /^[0-9a-f-]{36}$/.test(value))
    const wrong: string[] = []
    let sent = 0
    for (const { visitor, territory } of foreigners.filter(({ territory: code }) => code === 'chebula')) {
      const pages = gets.filter((pattern) => pattern.startsWith('/t/')).map((pattern) => fill(pattern, own[territory]!))
      for (const page of pages)
        for (const { action, fields } of formsOf((await visitor.get(page)).text)) {
          for (const id of ids) {
            const swapped = Object.fromEntries(
              Object.entries(fields).map(([name, value]) => [name, value === '' || /^[0-9a-f-]{36}$/.test(value) ? id : value]),
            )
            const answer = await visitor.post(action, swapped)
            sent++
            if (answer.status >= 500 || seen(answer).length > 0)
              wrong.push(`${visitor.label} ${action}: ${answer.status} ${seen(answer)}`)
          }
        }
    }
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(30)
    expect(await fingerprintOf(world.base.adminPool, itsId)).toEqual(before)
  }, 240_000)
})

test('why a school needs support is read by the office and by those who work there, and never outside', async () => {
  const allowed = new Set(['signatory', 'official', 'methodist'])
  const ground = await world.base.adminPool.query<{ organisation_id: string }>(
    'select organisation_id from support_needs where territory_id = $1 limit 1',
    [itsId],
  )
  const school = ground.rows[0]!.organisation_id
  const met: string[] = []
  const readers: string[] = []
  const pages = gets.filter((pattern) => !pattern.endsWith(':format'))
  for (const { visitor, role, account } of insiders) {
    const roles = await world.base.adminPool.query<{ role: string }>(
      `select g.role from role_grants g join memberships m on m.territory_id = g.territory_id and m.person_id = g.person_id where m.account_id = $1
       union select 'works there' from posts p join memberships m on m.territory_id = p.territory_id and m.person_id = p.person_id
         where m.account_id = $1 and p.organisation_id = $2 and p.kind in ('head', 'teacher', 'psychologist', 'supplementaryTeacher')`,
      [account, school],
    )
    const may = roles.rows.some((row) => allowed.has(row.role) || row.role === 'works there')
    for (const pattern of pages)
      for (const address of [fill(pattern, { ...itsThings, organisation: school }), `${fill(pattern, itsThings)}${asked}`]) {
        const { text } = await visitor.get(address)
        if (!text.includes(groundSign)) continue
        if (may) readers.push(role)
        else met.push(`${visitor.label} ${address}`)
      }
  }
  for (const pattern of pages)
    for (const address of [fill(pattern, itsThings), `${fill(pattern, itsThings)}${asked}`])
      if ((await world.stranger.get(address)).text.includes(groundSign)) met.push(`a stranger ${address}`)
  expect(met).toEqual([])
  expect(readers.length).toBeGreaterThan(0)
}, 240_000)
