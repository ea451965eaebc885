import { describe, expect, test } from 'vitest'
import { lived } from '../src/loading/load-life.ts'
import { walk } from '../src/regulation/clauses.ts'
import { mayHost, mayShareSite } from '../src/regulation/hosts/questions.ts'
import { mayHeadSite, role } from '../src/regulation/people/questions.ts'
import { checkTerm } from '../src/regulation/status/questions.ts'
import { territoryProblems } from '../src/regulation/territory-problems.ts'
import { loadTerritories } from './all.ts'

const territories = loadTerritories()
const packageOf = (code: string) => territories.find(({ facts }) => facts.territory.code === code)!

/** The numbers of each source as it prints them, listed by hand. */
const numbers: Readonly<Record<string, string>> = {
  luga: '1 1.1 1.2 1.3 1.4 1.5 1.6 2 2.1 2.2 2.3 2.4 3 3.1 3.2 3.2.1',
  chebula: '1 1.1 1.2 1.3 1.4 2 2.1 2.2 2.3 2.3.1 3 3.1 3.2 3.3 3.4 4 4.1 4.2 4.3 5 5.1 5.2 6 6.1 6.2 7 7.1',
  turochak: '1 1.1 1.2 1.3 1.4 1.5 1.6 2 3 3.1 3.2 4 4.1 4.2 4.3 4.4 4.5 4.6 4.7',
  ustishim: '1 1.1 1.2 1.3 1.4 2 2.1 2.2 3 4 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8',
  lenobl:
    'I 1.1 1.2 1.3 1.4 1.5 1.6 1.7 2 2.1 2.2 3 3.1 3.2 3.3 3.4 3.5 4 4.1 4.2 4.3 4.4 4.5 4.6 4.7 5 5.1 5.2 ' +
    'прил.1 прил.1,п.1 прил.1,п.2 прил.1,п.3 прил.1,п.4 прил.1,п.5 прил.1,п.6 прил.1,п.7 прил.2 прил.2,п.1 прил.2,п.2 прил.2,п.3 прил.2,п.4 прил.3',
}

/** How many items each enumeration of a source has. */
const items: readonly (readonly [code: string, clause: string, count: number])[] = [
  ['luga', '2.4', 5],
  ['luga', '3.1', 5],
  ['luga', '3.2.1', 4],
  ['chebula', '2.1', 1],
  ['chebula', '2.2', 4],
  ['chebula', '2.3.1', 2],
  ['chebula', '4.2', 4],
  ['chebula', '5.1', 8],
  ['chebula', '5.2', 2],
  ['chebula', '6.1', 2],
  ['lenobl', '2.2', 8],
  ['lenobl', '3.3', 2],
  ['lenobl', '3.5', 3],
  ['lenobl', '4.3', 6],
  ['lenobl', '4.4', 4],
  ['lenobl', '5.2', 4],
  ['lenobl', 'прил. 2, п. 3', 3],
  ['lenobl', 'прил. 2, п. 4', 2],
  ['turochak', '2', 4],
  ['turochak', '3.2', 5],
  ['turochak', '4.3', 4],
  ['turochak', '4.4', 6],
  ['ustishim', '1.1', 5],
  ['ustishim', '2.2', 7],
  ['ustishim', '3', 6],
  ['ustishim', '4.2', 7],
  ['ustishim', '4.3', 4],
  ['ustishim', '4.5', 3],
]

const printedLabels = (code: string) => [...walk(packageOf(code).regulation.clauses)].map((clause) => clause.label)

test('a demonstration opens on a day on which every status of its signed orders has begun', () => {
  for (const { facts } of territories)
    for (const effect of facts.orders
      .filter(({ state }) => state === 'signed')
      .flatMap(({ points }) => points.flatMap((one) => one.effects ?? [])))
      if (effect.kind === 'grantStatus') expect(effect.from <= facts.territory.demoToday, facts.territory.code).toBe(true)
})

describe('the text of each regulation', () => {
  test.each(Object.entries(numbers))('%s has every clause of its source, in order', (code, listed) => {
    const found = [...walk(packageOf(code).regulation.clauses)].map((clause) => clause.number.replaceAll(' ', ''))
    expect(found).toEqual(listed.split(' '))
  })

  test.each(items)('%s, %s keeps all %i items', (code, number, count) => {
    const found = [...walk(packageOf(code).regulation.clauses)].find((clause) => clause.number === number)!
    expect(found.body.filter((part) => typeof part !== 'string').flat()).toHaveLength(count)
  })

  test('every clause says something of its own, or consists of clauses', () => {
    for (const { regulation } of territories)
      for (const clause of walk(regulation.clauses))
        expect(clause.body.length + clause.clauses.length, clause.number).toBeGreaterThan(0)
  })

  test('irregular numbering is kept as printed', () => {
    expect(printedLabels('chebula').slice(0, 6)).toEqual(['1.', '1.', '2.', '3.', '4.', '2.'])
    expect(printedLabels('lenobl').slice(0, 10)).toEqual(['I.', '1.', '2.', '3.', '4.', '5.', '6.', '7.', '2.', '2.1.'])
    expect(printedLabels('turochak').filter((label) => label === '')).toHaveLength(3)
  })

  test('the points of the three published orders can be cited', () => {
    const points = (code: string) => packageOf(code).regulation.orderPoints?.points.map((point) => point.label)
    expect(points('luga')).toEqual(['1.', '2.', '3.', '4.', '4.1.', '4.2.', '4.3.', '5.'])
    expect(points('chebula')).toEqual(['1.', '2.', '3.', '4.', '5.'])
    expect(points('ustishim')).toEqual(['1.', '2.', '2.1.', '2.2.', '3.', '4.', '5.'])
    expect(points('lenobl')).toBeUndefined()
  })
})

describe('the facts of each territory', () => {
  test.each(territories.map((one) => [one.facts.territory.code, one] as const))('%s holds together', (_code, one) => {
    expect(territoryProblems(one)).toEqual([])
    expect(one.facts.organisations.filter((organisation) => organisation.isAuthority)).toHaveLength(1)
    expect(one.facts.organisations.filter((organisation) => organisation.isOperator)).toHaveLength(1)
    expect(one.facts.people.some((person) => person.grants?.includes('signatory'))).toBe(true)
    expect(one.facts.territory.level).toBe(one.regulation.level)
  })

  test('those who have lived the year are invented, and their facts hold together too', () => {
    for (const one of territories) {
      expect(one.facts.life, one.facts.territory.code).toBeDefined()
      expect(territoryProblems(lived(one)), one.facts.territory.code).toEqual([])
      for (const { key, invented } of [...one.facts.life!.people, ...one.facts.life!.organisations])
        expect(invented, key).toBe(true)
    }
  })

  test('nothing of a lived year was done after the day on which the demonstration opens, nor before its site began', () => {
    for (const one of territories) {
      const { today, sites } = one.facts.life!
      const grants = lived(one).facts.orders.flatMap(({ points }) => points.flatMap(({ effects = [] }) => effects))
      for (const { siteOf, plan, events, traineeships } of sites) {
        const begins = grants.find((grant) => grant.kind === 'grantStatus' && grant.leadOrganisation === siteOf)
        const done = [plan.on, ...events.map(({ announcedOn }) => announcedOn), ...traineeships.map(({ begun }) => begun.on)]
        for (const on of done) {
          expect(on <= today, `${siteOf}: ${on}`).toBe(true)
          expect(begins?.kind === 'grantStatus' && begins.from <= on, `${siteOf}: ${on}`).toBe(true)
        }
      }
    }
  })

  test('wrong keys, days and forms are found', () => {
    const { regulation, facts } = packageOf('chebula')
    const [plan] = facts.plans
    const line = { ...plan!.lines[0]!, form: 'dance', from: '2021-09-31', responsible: ['nobody'] }
    const broken = {
      ...facts,
      people: [...facts.people, facts.people[0]!],
      plans: [{ ...plan!, siteOf: 'nowhere', lines: [line] }],
    }
    expect(territoryProblems({ regulation, facts: broken })).toEqual([
      'нет человека «nobody»',
      'нет площадки «nowhere»',
      'ключ человека «guseva» повторяется',
      'формы работы «dance» нет в Положении',
      'дня «2021-09-31» нет в календаре',
    ])
  })

  test('every status the orders give keeps the regulation', () => {
    for (const { regulation, facts } of territories) {
      const kindOf = (key: string) => facts.organisations.find((organisation) => organisation.key === key)!.kind
      const effects = facts.orders.flatMap((order) => order.points.flatMap((point) => point.effects ?? []))
      const grants = effects.filter((effect) => effect.kind === 'grantStatus')
      expect(grants.length).toBeGreaterThan(0)
      expect(effects.some((effect) => effect.kind === 'approveRegulation')).toBe(true)
      for (const grant of grants) {
        expect(checkTerm(regulation, grant)).toMatchObject({ ok: true })
        expect(mayShareSite(regulation, grant.organisations.length)).toMatchObject({ ok: true })
        for (const key of grant.organisations) expect(mayHost(regulation, kindOf(key))).toMatchObject({ ok: true })
      }
    }
  })

  test('whoever heads a site may head it', () => {
    let heads = 0
    for (const { regulation, facts } of territories) {
      const effects = facts.orders.flatMap((order) => order.points.flatMap((point) => point.effects ?? []))
      const grants = effects.filter((effect) => effect.kind === 'grantStatus')
      const given = [
        ...grants.flatMap((grant) =>
          grant.head === undefined ? [] : [{ person: grant.head, siteOf: grant.leadOrganisation, from: grant.from }],
        ),
        ...effects.flatMap((effect) =>
          effect.kind === 'appoint' && effect.as === 'head' ? [{ ...effect, siteOf: effect.siteOf! }] : [],
        ),
        ...facts.appointments.filter((appointment) => appointment.as === 'head'),
      ]
      expect(given).toHaveLength(grants.length)
      for (const { person: key, siteOf, from } of given) {
        const person = facts.people.find((one) => one.key === key)!
        const hosts = grants.find((grant) => grant.leadOrganisation === siteOf)!.organisations
        const held = person.posts.filter((post) => post.from <= from)
        const hostPosts = held.filter((post) => hosts.includes(post.organisation)).map((post) => post.kind)
        const candidate = {
          posts: held.map((post) => post.kind),
          hostPosts,
          category: person.category?.level ?? null,
          achievements: person.achievements?.length ?? 0,
        }
        expect(mayHeadSite(regulation, candidate, from), key).toMatchObject({ ok: true })
        heads += 1
      }
    }
    expect(heads).toBe(8)
  })

  test('roles are given only where the regulation has them', () => {
    for (const { regulation, facts } of territories)
      for (const { as } of facts.appointments) expect(role(regulation, as).value, as).not.toBeNull()
  })

  test('Luga: seven schools attached to three sites; Chebula: two plans of six lines', () => {
    const luga = packageOf('luga').facts
    const attached = luga.orders[0]!.points.flatMap((point) => point.effects ?? []).filter(
      (effect) => effect.kind === 'attachOrganisations',
    )
    expect(attached.map((effect) => effect.organisations.length)).toEqual([3, 2, 2])
    const weak = luga.organisations.filter((organisation) => organisation.supportNeed).map((organisation) => organisation.key)
    expect(attached.flatMap((effect) => effect.organisations)).toEqual(weak)
    expect(packageOf('chebula').facts.plans.map((plan) => plan.lines.length)).toEqual([6, 6])
  })

  test('people of the published orders carry no invented category, achievement or task of a plan beyond their role', () => {
    for (const { facts } of territories)
      for (const person of facts.people.filter((one) => !one.invented)) {
        expect(person.category, person.key).toBeUndefined()
        expect(person.achievements, person.key).toBeUndefined()
        expect(person.posts).toHaveLength(1)
      }
  })

  test('the three published orders keep their numbers and days; the two drafts have none', () => {
    const orders = territories
      .map(({ facts }) => facts.orders[0]!)
      .map(({ state, number, numberFormat, signedOn }) => [state, number, numberFormat, signedOn])
    expect(orders).toEqual([
      ['signed', 33, '№ {n}', '2021-01-28'],
      ['signed', 37, '№ {n}-о', '2021-08-24'],
      ['draft', null, '№ {n}-р', null],
      ['draft', null, '№ {n}', null],
      ['signed', 91, '№ {n}', '2023-06-02'],
    ])
  })
})
