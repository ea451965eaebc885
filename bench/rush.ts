import http from 'node:http'
import { createAuth } from '../src/accounts/auth.ts'
import type { Territory } from '../src/authz/ctx.ts'
import { steadyMs, systemNow } from '../src/kernel/clock.ts'
import { newId } from '../src/kernel/ids.ts'
import type { AccountId, EventId, PersonId } from '../src/kernel/types.ts'
import { addMembership } from '../src/modules/accounts/commands/add-membership.ts'
import { createAccount } from '../src/modules/accounts/commands/create-account.ts'
import { newFormKey } from '../src/web/form-key.ts'
import { territoryByCode } from '../src/web/territories.ts'
import { inScope } from '../test/factory.ts'
import { atMost, type Figure, ms, percentile, toKnow } from './figures.ts'
import { fillLearning } from './fill/learning.ts'
import type { Bench } from './harness.ts'
import { type Running, startProgram } from './program.ts'
import { signedIn } from './sign-in.ts'

const [people, places, listed] = [2000, 30, 40]
/** So many presses are under way at once: fewer than the program lets stand in its line. */
const atOnce = 300
const title = 'Наплыв'
const region = "md5('territory 2301')::uuid"

type Visitor = { readonly cookie: string; readonly sessionId: string }
type Press = Visitor & { readonly key: string }

/** Two thousand people press the button of an event of thirty places; then the list of forty is sent twice. Among ten million attendances. */
export async function benchRush(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  await fillLearning(bench)
  const territory = (await territoryByCode(bench.db, 'region'))!
  // Of a run that was broken off: its people would be elsewhere at that time.
  const { rows: left } = await bench.admin.query<{ id: EventId }>('select id from events where title = $1', [title])
  for (const { id } of left) await forget(bench, id)
  const [eventId, heldId] = [
    await anEvent(bench, { site: 10_002, places, on: 'ahead' }),
    await anEvent(bench, { site: 10_001, places: null, on: 'now' }),
  ]
  const who = await teachers(bench)
  const program = await startProgram(bench, 'web')
  try {
    const visitors: Visitor[] = []
    for (const [n, personId] of who.entries()) visitors.push(await visitor(bench, program, territory, { personId, n }))
    const warm = await anEvent(bench, { site: 10_003, places, on: 'ahead' })
    await rush(bench, program, visitors.slice(0, 200), warm)
    await forget(bench, warm)
    const facts = await factsOf(bench, eventId)
    const [cpu, databaseCpu, statements] = [program.cpuMs(), program.databaseCpuMs(), await program.statements()]
    const began = steadyMs()
    const times = await rush(bench, program, visitors, eventId)
    const took = steadyMs() - began
    const [ours, theirs] = [(program.cpuMs() - cpu) / people, (program.databaseCpuMs() - databaseCpu) / people]
    const sent = ((await program.statements()) - statements) / people
    return {
      title: `A rush of ${people} people for ${places} places`,
      figures: [
        ...(await decided(bench, eventId)),
        atMost('facts of it missing in history', people - ((await factsOf(bench, eventId)) - facts), 0, String),
        atLeast('decisions a second', (people * 1000) / took, 500),
        atMost('CPU of the program and of PostgreSQL, each', ours + theirs, 5, ms),
        toKnow('  apart; statements', `${ms(ours)} + ${ms(theirs)}; ${sent.toFixed(1)}`),
        toKnow('  an answer comes after: median, p95', `${ms(percentile(times, 0.5))}, ${ms(percentile(times, 0.95))}`),
        ...(await sentTwice(bench, program, who.slice(0, listed), heldId)),
      ],
    }
  } finally {
    await program.stop()
    await Promise.all([forget(bench, eventId), forget(bench, heldId)])
  }
}

const atLeast = (what: string, value: number, least: number): Figure => ({
  ...{ what, measured: value.toFixed(0), target: `≥ ${least}`, holds: value >= least },
})

const exact = (what: string, found: number, wanted: number): Figure => ({
  ...{ what, measured: String(found), target: `= ${wanted}`, holds: found === wanted },
})

/** One teacher of each of two thousand organisations of the region. */
async function teachers({ admin }: Bench): Promise<PersonId[]> {
  const { rows } = await admin.query<{ id: PersonId }>(
    "select md5('teacher ' || n)::uuid as id from generate_series(42001, 42000 + $1::int) n",
    [people],
  )
  return rows.map(({ id }) => id)
}

async function anEvent({ admin }: Bench, given: { site: number; places: number | null; on: 'ahead' | 'now' }): Promise<EventId> {
  const id = newId<EventId>()
  const start = given.on === 'ahead' ? "now() + interval '200 days'" : "now() - interval '1 hour'"
  await admin.query(
    `insert into events (territory_id, id, site_id, plan_id, line_key, title, form, starts_at, ends_at, room, places, takes_lessons, press_key, state, created_by, created_at)
     select territory_id, $1, site_id, plan_id, line_key, $4, form, ${start}, ${start} + interval '90 minutes', room, $3, false, 'key', 'open', created_by, now()
     from events where territory_id = md5('territory 2301')::uuid and site_id = md5('site ' || $2)::uuid limit 1`,
    [id, given.site, given.places, title],
  )
  return id
}

async function forget({ admin }: Bench, id: EventId): Promise<void> {
  for (const table of ['event_places', 'public_events'])
    await admin.query(`delete from ${table} where territory_id = ${region} and event_id = $1`, [id])
  await admin.query(`delete from events where territory_id = ${region} and id = $1`, [id])
}

async function visitor(
  bench: Bench,
  program: Running,
  territory: Territory,
  one: { personId: PersonId; n: number },
): Promise<Visitor> {
  const { db, secret } = bench
  const auth = createAuth({ db, secret, origin: program.origin, secureCookies: false, systemNow })
  const email = `rush${one.n}@example.org`
  const known = await db.selectFrom('authUsers').select('id').where('email', '=', email).executeTakeFirst()
  let accountId = known?.id as AccountId | undefined
  if (!accountId) {
    const made = await createAccount(db, { email, name: 'Проба' })
    if (!made.ok) throw new Error('the account was not made')
    accountId = made.value
    const its = { territoryId: territory.id, accountId, personId: one.personId }
    await inScope(db, territory.id, (tx) => addMembership(tx, its))
  }
  const { cookies } = await auth.openSession(accountId)
  const cookie = cookies.map((given) => given.split(';')[0]).join('; ')
  const session = await auth.readSession(new Headers({ cookie }))
  return { cookie, sessionId: session!.sessionId }
}

/** All press the button, so many under way at once; each is answered in its time. */
async function rush({ secret }: Bench, { origin }: Running, visitors: readonly Visitor[], event: EventId): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  const presses = visitors.map((one): Press => ({ ...one, key: newFormKey(secret, one.sessionId) }))
  const times: number[] = []
  const next = presses.values()
  const worker = async () => {
    for (const press of next) {
      const began = steadyMs()
      await post(`${origin}/t/region/events/${event}/place`, press, new URLSearchParams({ _key: press.key }), agent)
      times.push(steadyMs() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  agent.destroy()
  return times
}

/** Sends a form as a browser does; anything but being led on is an error. */
function post(url: string, { cookie }: Visitor, body: URLSearchParams, agent?: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const text = body.toString()
    const headers = {
      ...{ Cookie: cookie, Origin: new URL(url).origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      'Content-Length': Buffer.byteLength(text),
    }
    const request = http.request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume()
      response.on('error', reject)
      response.on('end', () =>
        response.statusCode === 303 ? resolve() : reject(new Error(`${url} was answered with ${response.statusCode}`)),
      )
    })
    request.on('error', reject)
    request.end(text)
  })
}

/** Exactly so many have a place, and the numbers of all go on without a gap. */
async function decided({ admin }: Bench, event: EventId): Promise<Figure[]> {
  const { rows } = await admin.query<{ taken: number; waiting: number; numbers: number; last: number; firstWaits: number }>(
    `select (count(*) filter (where state = 'confirmed'))::int as taken, (count(*) filter (where state = 'waiting'))::int as waiting,
       count(distinct number)::int as numbers, max(number) as last, min(number) filter (where state = 'waiting') as "firstWaits"
     from event_places where territory_id = ${region} and event_id = $1`,
    [event],
  )
  const { taken, waiting, numbers, last, firstWaits } = rows[0]!
  return [
    exact('places taken', taken, places),
    exact('in the queue', waiting, people - places),
    exact('numbers, and the last of them', numbers === last ? numbers : Number.NaN, people),
    exact('number of the first who waits', firstWaits, places + 1),
  ]
}

const factsOf = async ({ admin }: Bench, subject: string): Promise<number> =>
  (await admin.query<{ count: number }>('select count(*)::int as count from history where subject_id = $1', [subject])).rows[0]!
    .count

/** A list of forty, sent twice by one key and once more by another: everybody was there once, and history says it once. */
async function sentTwice(bench: Bench, program: Running, who: readonly PersonId[], event: EventId): Promise<Figure[]> {
  const { rows } = await bench.admin.query<{ id: string }>(
    `insert into event_places (territory_id, id, event_id, person_id, attached, state, number, asked_at)
     select md5('territory 2301')::uuid, gen_random_uuid(), $1, who, false, 'confirmed', n, now() from unnest($2::uuid[]) with ordinality as list(who, n) returning id`,
    [event, who],
  )
  const cookie = await signedIn(bench, program, 'head 40001', 'region')
  const auth = createAuth({ db: bench.db, secret: bench.secret, origin: program.origin, secureCookies: false, systemNow })
  const { sessionId } = (await auth.readSession(new Headers({ cookie })))!
  const body = (key: string) => {
    const form = new URLSearchParams({ _key: key })
    for (const { id } of rows) for (const name of ['shown[]', 'present[]']) form.append(name, id)
    return form
  }
  const key = newFormKey(bench.secret, sessionId)
  const before = await factsOf(bench, event)
  for (const one of [key, key, newFormKey(bench.secret, sessionId)])
    await post(`${program.origin}/t/region/events/${event}/list`, { cookie, sessionId }, body(one))
  const { rows: present } = await bench.admin.query<{ count: number }>(
    `select count(*)::int as count from event_places where territory_id = ${region} and event_id = $1 and present and known_by = 'list'`,
    [event],
  )
  return [
    exact(`a list of ${listed} sent three times: people there`, present[0]!.count, listed),
    exact('  facts of it in history', (await factsOf(bench, event)) - before, 1),
  ]
}
