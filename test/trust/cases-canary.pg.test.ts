// Proves.
import { unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { routes } from '../../src/kit/install.ts'
import { type ApplicationState, machine } from '../../src/modules/applications/machine.ts'
import { aClient, fill } from '../client.ts'
import { ownDatabase } from '../database.ts'
import { type CaseTerritory, everyCase, expertNames, type Reader, reasons, totals } from '../factories/cases.ts'
import { inScope } from '../factory.ts'

/**
 * Themes of applications, names of experts, their reasons and totals are signs that can be known anywhere. Every page and paper is opened as
 * everybody near the case, and what may not be read there yet may not stand there.
 */
const applicants = ['head', 'editor'] as const
const experts = ['expert', 'declaredExpert', 'sentExpert', 'otherExpert'] as const
const others = ['teacher', 'elsewhere'] as const
type Who = (typeof applicants)[number] | (typeof experts)[number] | (typeof others)[number]
const states = Object.keys(machine.moves) as ApplicationState[]
const readers = Object.keys(reasons) as Reader[]
const afterReview: readonly ApplicationState[] = ['reviewed', 'proposed', 'granted', 'declined']
const decided: readonly ApplicationState[] = ['granted', 'declined']

type Review = { readonly id: string; readonly state: ApplicationState; readonly by: Reader }
type Address = { readonly path: string; readonly state: ApplicationState | null; readonly review: Review | null }

const base = ownDatabase()
const { as } = aClient(base)
let there: CaseTerritory
let themes: Map<ApplicationState, string>
let reviews: Review[]
let addresses: Address[]

beforeAll(async () => {
  there = await everyCase(base.db)
  const stored = await inScope(base.db, there.territory.id, (tx) =>
    tx.selectFrom('applications').select(['id', 'theme']).execute(),
  )
  themes = new Map(states.map((state) => [state, stored.find(({ id }) => id === there.applications[state])!.theme]))
  const { rows } = await base.adminPool.query<{ id: string; application: string; expert: string }>(
    'select id, application_id as application, expert_person_id as expert from reviews where territory_id = $1',
    [there.territory.id],
  )
  reviews = rows.map(({ id, application, expert }) => ({
    id,
    state: states.find((state) => there.applications[state] === application)!,
    by: readers.find((who) => there.cast[who] === expert)!,
  }))
  addresses = await everyAddress()
}, 240_000)

async function everyAddress(): Promise<Address[]> {
  const idOf = async (table: string, where = 'true') => {
    const found = await base.adminPool.query<{ id: string }>(
      `select id from ${table} where territory_id = $1 and ${where} limit 1`,
      [there.territory.id],
    )
    return found.rows[0]?.id ?? newId()
  }
  const common = {
    territory: there.territory.code,
    call: there.callId!,
    submission: there.submissionId,
    order: there.orderId,
    protocol: await idOf('review_protocols'),
    expert: await idOf('experts'),
    site: await idOf('sites'),
    section: 'theme',
    part: 'note',
    round: '1',
    format: 'docx',
    organisation: there.schools[0],
  }
  const filled = (pattern: string, more: Readonly<Record<string, string>>) => fill(pattern, { ...common, ...more })
  // People are known by name to everybody of the territory: the registers of people say nothing about reviews.
  const patterns = routes()
    .filter((route) => route.method === 'GET' && !/\/people|\/history/.test(route.path.pattern))
    .map((route) => route.path.pattern)
  const programmes = new Map<ApplicationState, string>()
  for (const state of states) programmes.set(state, await idOf('programmes', `application_id = '${there.applications[state]}'`))
  return patterns.flatMap((pattern): Address[] => {
    if (/:(application|programme)\b/.test(pattern))
      return states.map((state) => {
        const more = { application: there.applications[state], programme: programmes.get(state)! }
        return { path: filled(pattern, more), state, review: null }
      })
    if (pattern.includes(':review'))
      return reviews.map((review) => ({ path: filled(pattern, { review: review.id }), state: review.state, review }))
    return [{ path: filled(pattern, {}), state: null, review: null }]
  })
}

/** Everything a page or a paper says. */
async function saidAt(path: string, account: string | null): Promise<string> {
  const { headers, bytes } = await as(account).get(path)
  if (!headers.get('content-type')?.includes('wordprocessingml')) return bytes.toString()
  const parts = Object.entries(unzipSync(new Uint8Array(bytes)))
  return parts.map(([name, part]) => (name.endsWith('.xml') ? new TextDecoder().decode(part) : '')).join('\n')
}
const accountOf = (who: Who): string => ({ ...there.people, ...there.cast })[who]

/** The pages on which a sign stands that this person may not read there. */
async function leaksFor(
  account: string | null,
  wrongAt: (address: Address, text: string) => readonly string[],
): Promise<string[]> {
  const leaks: string[] = []
  for (const address of addresses)
    for (const wrong of wrongAt(address, await saidAt(address.path, account))) leaks.push(`${address.path}: ${wrong}`)
  return leaks
}

/** The theme of a granted application is public from then on: in the order, in the register. */
const themesIn = (text: string, known: (state: ApplicationState) => boolean): string[] =>
  states
    .filter((state) => state !== 'granted' && !known(state) && text.includes(`${themes.get(state)!}`))
    .map((state) => `theme of ${state}`)

const namesIn = (text: string, except: readonly string[] = []): string[] =>
  Object.values(expertNames).filter((name) => !except.includes(name) && text.includes(name))
const judgementsIn = (text: string, except: readonly Reader[] = []): string[] =>
  readers
    .filter((who) => !except.includes(who) && (text.includes(reasons[who]) || totals[who].test(text)))
    .map((who) => `words of ${who}`)

test('the signs are there to be found: the office reads all of them', async () => {
  const met = new Set<string>()
  for (const { path } of addresses) {
    const text = await saidAt(path, there.people.methodist)
    for (const one of [...themesIn(text, () => false), ...namesIn(text), ...judgementsIn(text)]) met.add(one)
  }
  expect(met.size).toBe(states.length - 1 + 4 + 3)
}, 240_000)

test.each(applicants)(
  'an applicant (%s) never meets the name of an expert, nor their words before the decision',
  async (who) => {
    const leaks = await leaksFor(accountOf(who), ({ state }, text) => [
      ...namesIn(text),
      ...(state && decided.includes(state) ? [] : judgementsIn(text)),
    ])
    expect(leaks).toEqual([])
  },
  240_000,
)

/** Whether an expert has an application open before them. */
const reads = (who: string, state: ApplicationState): boolean =>
  readers.some((one) => one === who) && (afterReview.includes(state) || (state === 'underReview' && who !== 'expert'))

test.each(experts)(
  'an expert (%s) meets what is given to them, the words of others when all have sent, names after the decision',
  async (who) => {
    const leaks = await leaksFor(accountOf(who), ({ state, review }, text) => {
      const own = review?.by === who && state !== null
      const mine = readers.filter((one) => one === who)
      return [
        ...themesIn(text, (one) => reads(who, one)),
        ...(own && decided.includes(state) ? [] : namesIn(text, [expertNames[who]])),
        ...(own && afterReview.includes(state) ? [] : judgementsIn(text, mine)),
      ]
    })
    expect(leaks).toEqual([])
  },
  240_000,
)

test.each([...others, null])(
  'nobody else (%s) meets an application, an expert or a word of a review',
  async (who) => {
    const leaks = await leaksFor(who && accountOf(who), (_, text) => [
      ...themesIn(text, () => false),
      ...namesIn(text),
      ...judgementsIn(text),
    ])
    expect(leaks).toEqual([])
  },
  240_000,
)
