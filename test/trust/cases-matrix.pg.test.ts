// Proves.
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import type { PersonId } from '../../src/kernel/types.ts'
import { type ApplicationState, machine } from '../../src/modules/applications/machine.ts'
import { askInformation } from '../../src/modules/applications/operator/deeds.ts'
import { aClient } from '../client.ts'
import { ownDatabase } from '../database.ts'
import { type CaseTerritory, everyCase } from '../factories/cases.ts'
import { aPerson, aTerritory, inScope } from '../factory.ts'
import { fingerprintOf } from './lived.ts'
import { permissionOf, type Table, type TerritoryRoute, type Things, under, type Wanted, walk } from './matrix.ts'

/**
 * Every address of applications, programmes, reviews, submissions and calls is walked in every state of a case as everybody who may be near it.
 * What each may is written out here in words of the cast, not taken from the policy: the two have to agree.
 */
const everybody = [
  'head',
  'otherHead',
  'editor',
  'expert',
  'declaredExpert',
  'sentExpert',
  'otherExpert',
  'teacher',
  'elsewhere',
  'stranger',
  'methodist',
  'specialist',
  'signatory',
] as const
type Who = (typeof everybody)[number]

const office: readonly Who[] = ['methodist', 'specialist', 'signatory']
const heads: readonly Who[] = ['head', 'otherHead', 'elsewhere']
const experts: readonly Who[] = ['expert', 'declaredExpert', 'sentExpert', 'otherExpert']
const applicants: readonly Who[] = ['head', 'otherHead', 'editor']

/** Who may do what about the case, in any of its states. An address with an organisation is asked for the invited one. */
const mayOfCase: Table<Who> = {
  'application.view': [...applicants, ...office],
  'application.edit': applicants,
  'application.submit': ['head'],
  'application.confirm': ['otherHead'],
  'application.vote': ['otherHead'],
  'application.check': ['methodist'],
  'application.return': ['methodist'],
  'application.ask': ['methodist', 'specialist'],
  'programme.view': [...applicants, ...office],
  'programme.edit': applicants,
  // There is no site yet whose head could send it.
  'programme.send': [],
  'review.summary': office,
  'review.manage': ['methodist'],
}
/** Who may do what that is about no single case. */
const mayAtLarge: Table<Who> = {
  'call.list': everybody,
  'call.view': everybody,
  'application.list': everybody,
  'application.listAll': office,
  'application.start': ['methodist', 'specialist', ...heads],
  'expert.list': office,
  'expert.manage': ['methodist', 'specialist'],
  'review.listOwn': experts,
  'review.summary': office,
  'review.manage': ['methodist'],
  'review.protocol': ['methodist'],
  'submission.view': office,
  'submission.edit': ['methodist'],
  'submission.decide': ['specialist', 'signatory'],
  'decision.prepare': office,
}

const ofCase = under('applications/:application', 'programmes/:programme')
const ofReview = under('reviews/:review').filter((route) => permissionOf(route) !== 'review.manage')
const atLarge = [
  ...under('calls', 'experts', 'protocols', 'submissions', 'decisions', 'checks'),
  ...under('applications', 'reviews').filter((route) => !ofCase.includes(route) && !ofReview.includes(route)),
]

const base = ownDatabase()
const { as } = aClient(base)
let there: CaseTerritory
let ids: Record<Who, PersonId>
let foreigner: PersonId
let things: Record<string, string>

beforeAll(async () => {
  there = await everyCase(base.db)
  for (const applicationId of Object.values(there.applications))
    await askInformation.run(await there.as('methodist'), {
      id: applicationId,
      question: 'Сколько стажёров?',
      dueOn: '2021-12-10',
    })
  ids = { ...there.people, ...there.cast }
  const away = await aTerritory(base.db, '2021-12-01')
  foreigner = await aPerson(base.db, away, { roles: ['methodist', 'official', 'signatory'] })
  // Accounts are there before the first count of what is stored.
  for (const who of everybody) await as(ids[who]).newKey()
  things = await thingsAtLarge()
}, 240_000)

const idIn = async (table: string, where: string): Promise<string> => {
  const { rows } = await base.adminPool.query<{ id: string }>(
    `select id from ${table} where territory_id = $1 and ${where} limit 1`,
    [there.territory.id],
  )
  return rows[0]?.id ?? newId()
}
async function thingsAtLarge(): Promise<Record<string, string>> {
  return {
    territory: there.territory.code,
    call: there.callId!,
    expert: await idIn('experts', 'true'),
    protocol: await idIn('review_protocols', 'true'),
    submission: there.submissionId,
    review: await idIn('reviews', `state = 'accepted'`),
    format: 'docx',
  }
}
async function thingsOf(state: ApplicationState): Promise<Record<string, string>> {
  const application = there.applications[state]
  return {
    ...things,
    application,
    organisation: there.schools[1],
    person: there.cast.editor,
    evidence: await idIn('application_evidence', `application_id = '${application}'`),
    request: await idIn('information_requests', `application_id = '${application}'`),
    programme: await idIn('programmes', `application_id = '${application}'`),
    section: 'theme',
    part: 'note',
    round: '1',
  }
}
const asked = (
  route: TerritoryRoute,
  given: Things,
  wanted: (who: Who) => Wanted,
  people: readonly Who[] = everybody,
): Promise<{ wrong: string[]; pages: number }> => walk({ as, ids, foreigner }, route, given, wanted, people)

describe('addresses', () => {
  test('are all in one of the three groups, and each permission among them is spoken of here', () => {
    expect([ofCase.length > 40, ofReview.length > 7, atLarge.length > 20]).toEqual([true, true, true])
    const unknown = [
      ...ofCase.filter((route) => !mayOfCase[permissionOf(route)]),
      ...atLarge.filter((route) => !mayAtLarge[permissionOf(route)]),
    ]
    expect(unknown.map(({ path }) => path.pattern)).toEqual([])
  })
})

const insiders = mayOfCase['application.view']!
const outsiders = everybody.filter((who) => !insiders.includes(who))
const states = Object.keys(machine.moves) as ApplicationState[]
/** Two of the outsiders in turn; in the long run, and where experts are at work, all of them. */
const outsidersIn = (state: ApplicationState): readonly Who[] => {
  if (process.env.LONG_TESTS || state === 'underReview') return outsiders
  const first = states.indexOf(state) * 2
  return [outsiders[first % outsiders.length]!, outsiders[(first + 1) % outsiders.length]!]
}

describe.each(states)('an application that is %s', (state) => {
  test('is seen and done with only by those whose it is; to others it is not there', async () => {
    const before = await fingerprintOf(base.adminPool, there.territory.id)
    const given = await thingsOf(state)
    const people = [...insiders, ...outsidersIn(state)]
    const wrong: string[] = []
    let pages = 0
    for (const route of ofCase) {
      const may = mayOfCase[permissionOf(route)]!
      const found = await asked(
        route,
        given,
        (who) => {
          if (may.includes(who)) return 'yes'
          return insiders.includes(who) ? 'no' : 'hidden'
        },
        people,
      )
      wrong.push(...found.wrong)
      pages += found.pages
    }
    expect(wrong).toEqual([])
    expect(pages).toBeGreaterThan(30)
    expect(await fingerprintOf(base.adminPool, there.territory.id)).toEqual(before)
  }, 240_000)
})

describe.each(['underReview', 'reviewed', 'granted'] as const)('reviews of an application that is %s', (state) => {
  test('are each its expert’s alone; the office reads what is sent', async () => {
    const before = await fingerprintOf(base.adminPool, there.territory.id)
    const { rows } = await base.adminPool.query<{ id: string; expert: PersonId }>(
      'select id, expert_person_id as expert from reviews where application_id = $1',
      [there.applications[state]],
    )
    expect(rows).toHaveLength(3)
    const wrong: string[] = []
    for (const { id, expert } of rows)
      for (const route of ofReview) {
        const given = { ...things, review: id }
        const reads = permissionOf(route) === 'review.read' ? office : []
        const found = await asked(route, given, (who) => (ids[who] === expert || reads.includes(who) ? 'yes' : 'hidden'))
        wrong.push(...found.wrong)
      }
    expect(wrong).toEqual([])
    expect(await fingerprintOf(base.adminPool, there.territory.id)).toEqual(before)
  }, 240_000)
})

test('calls, lists, protocols, submissions and the pool of experts are read by those whose work it is', async () => {
  const before = await fingerprintOf(base.adminPool, there.territory.id)
  const wrong: string[] = []
  let pages = 0
  for (const route of atLarge) {
    const may = mayAtLarge[permissionOf(route)]!
    const found = await asked(route, things, (who) => (may.includes(who) ? 'yes' : 'no'))
    wrong.push(...found.wrong)
    pages += found.pages
  }
  expect(wrong).toEqual([])
  expect(pages).toBeGreaterThan(30)
  expect(await fingerprintOf(base.adminPool, there.territory.id)).toEqual(before)
}, 240_000)

test('what is looked at leaves nobody another person’s application in a list', async () => {
  const listed = async (who: Who) => (await as(ids[who]).get('/applications')).text
  const themes = await inScope(base.db, there.territory.id, (tx) => tx.selectFrom('applications').select('theme').execute())
  expect(themes).toHaveLength(Object.keys(machine.moves).length)
  for (const who of ['teacher', 'elsewhere', 'stranger', ...experts] as const) {
    const text = await listed(who)
    expect([who, themes.filter(({ theme }) => text.includes(theme))]).toEqual([who, []])
  }
  for (const who of [...applicants, ...office]) {
    const text = await listed(who)
    expect([who, themes.filter(({ theme }) => !text.includes(theme))]).toEqual([who, []])
  }
})
