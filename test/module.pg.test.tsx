import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { modules } from '../src/app/modules.ts'
import { type Acting, may, noServices } from '../src/authz/ctx.ts'
import { by, type Grants } from '../src/authz/policy.ts'
import { transact } from '../src/db/transact.ts'
import { type FactsOf, fact, factText } from '../src/history/facts.ts'
import { record } from '../src/history/record.ts'
import { subjectHistory } from '../src/history/subject-history.ts'
import { instantOf } from '../src/kernel/clock.ts'
import { ok, type Result, refuse, refuseRule } from '../src/kernel/result.ts'
import type { Day, PersonId, SiteId } from '../src/kernel/types.ts'
import { install } from '../src/kit/install.ts'
import { type Module, module } from '../src/kit/module.ts'
import { text } from '../src/kit/order/effect-fields.tsx'
import { type EffectKit, type EffectMade, effectKit } from '../src/kit/order/effect-kit.tsx'
import { orderParts } from '../src/kit/order/parts.ts'
import { say } from '../src/kit/order/wording.ts'
import type { TaskSource } from '../src/kit/tasks.ts'
import { remind } from '../src/modules/reminders/commands/remind.ts'
import { siteOverview } from '../src/modules/sites/ports.ts'
import { type NoticesOf, notice, noticeText } from '../src/notices/kinds.ts'
import { tell } from '../src/notices/tell.ts'
import { violationsIn } from '../src/ops/invariants.ts'
import { open, path, paths } from '../src/web/paths.ts'
import { get, post } from '../src/web/route.ts'
import { aClient } from './client.ts'
import { ownDatabase } from './database.ts'
import { anOffice, aPoint, aSchool, aSigned, theRegulationOrder } from './factories/orders.ts'
import { aPlanningSite, type PlanningSite } from './factories/plans.ts'
import { inScope } from './factory.ts'
import { chebula as regulation } from './regulations.ts'

/*
 * A module said in one place: methodists visit sites. Everything it is stands in this file; no folder of another module knows of it.
 */

const permissions = { 'visit.note': by('territory', 'methodist') } satisfies Grants
declare module '../src/authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const facts = {
  'visit.paid': fact<{ note: string; on: Day }>({
    title: 'Методист посетил площадку',
    more: ({ note }) => note ?? null,
    group: 'sites',
    href: (to, { subjectId }) => visits({ ...to, site: subjectId }),
  }),
}
declare module '../src/history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}

const notices = {
  'visit.paid': notice<{ by: string }>(({ by: who }, to, site) => ({
    title: `На площадке был методист: ${who}`,
    more: null,
    href: visits({ ...to, site }),
  })),
  'visit.due': notice<{ day: Day }>((_, to, site) => ({
    title: 'Пора посетить площадку',
    more: null,
    href: visits({ ...to, site }),
  })),
}
declare module '../src/notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}

/** An order may name a school that is to be visited. */
const visitFields = { school: text({ label: 'Какую организацию посетить', what: 'организацию', most: 300 }) }
declare module '../src/kit/order/effects.ts' {
  interface Effects {
    orderVisit: EffectMade<'orderVisit', typeof visitFields>
  }
}
const orderVisit = effectKit('orderVisit', visitFields, {
  name: 'Посещение',
  count: (count) => `посещений: ${count}`,
  headline: (count) => `Назначено посещений: ${count}`,
  place: { icon: 'calendar', spoken: 1000, applied: 1000 },
  saysOne: ({ school }) => say`Посетить организацию ${school}.`,
  check: ({ school }) => (school === '' ? [{ rule: 'visit.sayMore', params: {} }] : []),
  describe: () => [{ what: 'Посещение', before: null, after: 'назначено', basis: [] }],
  apply: async (_tx, _ctx, placed, order) =>
    placed.map(({ effect }) => ({
      kind: 'visit.paid',
      subjectId: effect.school,
      facts: { note: 'Назначено приказом', on: order.effectiveOn },
    })),
  deed: () => ({ text: 'Назначено посещение', href: null }),
})

const own = { visits: path('/t/:territory/sites/:site/visits'), visited: path('/t/:territory/visits') } as const
type Own = typeof own
declare module '../src/web/paths.ts' {
  interface Paths extends Own {}
  interface Sections {
    visits: true
  }
}
const { visits } = open(own)

const noteVisit = (
  ctx: Acting,
  { siteId, note, head }: { siteId: SiteId; note: string; head: PersonId },
): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'visit.note')) return refuse({ code: 'forbidden', permission: 'visit.note' })
    if (note.length < 5) return refuseRule('visit.sayMore', { field: 'note' })
    await tell(tx, ctx, [{ personId: head, kind: 'visit.paid', subjectId: siteId, params: { by: ctx.actor.name } }])
    await record(tx, ctx, { kind: 'visit.paid', subjectId: siteId, siteId, facts: { note, on: ctx.today } })
    return ok(null)
  })

const toVisit: TaskSource = {
  serves: 'visit.note',
  find: async ({ tx, ctx }) => {
    const { rows } = await sql<{ id: string }>`
      select s.id from sites s where s.territory_id = ${ctx.territory.id} and not exists (
        select from history h where h.territory_id = s.territory_id and h.subject_id = s.id and h.kind = 'visit.paid')`.execute(
      tx,
    )
    return rows.map(({ id }) => ({
      key: `visit:${id}`,
      what: 'Посетить площадку',
      why: 'На ней ещё не были',
      clause: null,
      who: null,
      due: null,
      href: visits({ territory: ctx.territory.code, site: id }),
      action: 'Записать',
    }))
  },
}

const visiting = (site: () => PlanningSite): Module =>
  module({
    name: 'visits',
    paths: own,
    navigation: { work: [{ place: 25, section: 'visits', label: 'Посещения', href: (to) => paths.visited(to) }] },
    searched: {
      place: 50,
      title: 'Найденные посещения',
      all: (to) => paths.visited(to),
      find: async (_tx, _ctx, { question }) =>
        question === 'визит' ? { hits: [{ href: '/', name: 'Визит методиста', more: null }], total: 1 } : { hits: [], total: 0 },
    },
    permissions,
    facts,
    notices,
    routes: [
      get(paths.visited, { permits: 'visit.note', page: async () => ({ title: 'Все', section: 'visits', body: <p>Все</p> }) }),
      get(visits, { permits: 'visit.note', page: async () => ({ title: 'Посещения', body: <h1>Посещения площадки</h1> }) }),
      post(visits, {
        permits: 'visit.note',
        form: z.object({ note: z.string() }),
        act: ({ ctx, params, form }) => noteVisit(ctx, { siteId: params.site, note: form.note, head: site().people.head }),
        next: ({ params }) => ({ to: paths.site(params), notice: 'Записано' }),
      }),
    ],
    ruleTexts: { 'visit.sayMore': 'Напишите подробнее, что вы увидели' },
    tasks: [toVisit],
    reminders: [
      async (_tx, _territory, { to }) => [
        { personId: site().people.methodist, kind: 'visit.due', subjectId: site().siteId, params: { day: to } },
      ],
    ],
    invariants: [
      {
        name: 'visit.saysSomething',
        says: 'О каждом посещении что-то написано',
        broken: sql`select subject_id as id from history where kind = 'visit.paid' and length(facts ->> 'note') < 5`,
      },
    ],
    plugs: [
      siteOverview.plug(async () => ({ aside: <p>Площадку посещают методисты</p> })),
      orderParts.plug({ effects: [orderVisit as unknown as EffectKit] }),
    ],
  })

const today = '2021-09-10'
const database = ownDatabase()
const client = aClient(database, { systemNow: () => instantOf(today, '12:00:00', 'Europe/Moscow') })
let site: PlanningSite
beforeAll(async () => {
  install([...modules, visiting(() => site)])
  site = await aPlanningSite(database.db, regulation, today)
})
afterAll(() => install(modules))
const as = (who: 'methodist' | 'head') => client.as(site.people[who])

const address = () => `/sites/${site.siteId}/visits`
const violations = () => inScope(database.db, site.territory.id, (tx) => violationsIn(tx, 'here'))

test('its address is there for whom its own row of the policy lets in, and for nobody else', async () => {
  expect((await as('methodist').get(address())).text).toContain('Посещения площадки')
  expect((await as('head').get(address())).status).toBe(403)
})

test('its row stands in the navigation between those of others, and leads to its page', async () => {
  const { text } = await as('methodist').get('/visits')
  const [before, row, after] = ['Площадки', 'Посещения', 'Планы'].map((label) => text.search(new RegExp(`>\\s*${label}\\s*<`)))
  expect(before).toBeGreaterThan(0)
  expect(row).toBeGreaterThan(before!)
  expect(after).toBeGreaterThan(row!)
})

test('what it has is found by the search of the territory', async () => {
  expect((await as('methodist').get('/search?q=визит')).text).toMatch(/Найденные посещения.*Визит методиста/s)
  expect((await as('methodist').get('/search?q=нечто')).text).not.toContain('Найденные посещения')
})

test('a module serves addresses of its own only, and the files of its lists beneath them', () => {
  for (const { name, paths: addresses, routes: served } of [...modules, visiting(() => site)]) {
    const owns = (to: string) =>
      Object.values(addresses ?? {}).some(
        ({ pattern }) => to === pattern || /^[/.]\w*\.?(csv|xlsx)$/.test(to.replace(pattern, '')),
      )
    expect([name, ...(served ?? []).map((one) => one.path.pattern).filter((to) => !owns(to))]).toEqual([name])
  }
})

test('its part stands on the page of a site, its task among the tasks', async () => {
  expect((await as('head').get(`/sites/${site.siteId}`)).text).toContain('Площадку посещают методисты')
  expect((await as('methodist').get('')).text).toContain('Посетить площадку')
  expect((await as('head').get('')).text).not.toContain('Посетить площадку')
})

test('its deed: a rule in its own words; then a fact, a notice, and the task is gone', async () => {
  const refused = await as('methodist').post(address(), { note: 'Был' })
  expect([refused.status, refused.text.includes('Напишите подробнее, что вы увидели')]).toEqual([422, true])

  const done = await as('methodist').post(address(), { note: 'Урок прошёл хорошо' })
  expect([done.status, done.to]).toEqual([303, `/t/${site.territory.code}/sites/${site.siteId}`])
  expect((await as('methodist').get('/history?group=sites')).text).toMatch(/Методист посетил площадку.*Урок прошёл хорошо/s)
  expect((await as('head').get('/notices')).text).toContain('На площадке был методист')
  expect((await as('methodist').get('')).text).not.toContain('Посетить площадку')
})

test('its reminder is told with the others', async () => {
  const { territory } = site
  const told = {
    territory,
    today,
    now: instantOf(today, '12:00:00', 'Europe/Moscow'),
    services: noServices,
    actor: null,
  } as const
  await inScope(database.db, territory.id, (tx) => remind(tx, told, { after: '2021-09-09', to: today }))
  expect((await as('methodist').get('/notices')).text).toContain('Пора посетить площадку')
})

test('its invariant is checked with the others', async () => {
  expect((await violations()).map(({ name }) => name)).not.toContain('visit.saysSomething')
  const silent = await site.as('methodist')
  await transact(silent, async (tx) =>
    ok(await record(tx, silent, { kind: 'visit.paid', subjectId: site.siteId, facts: { note: '', on: today } })),
  )
  expect((await violations()).map(({ name }) => name)).toContain('visit.saysSomething')
})

test('its effect is drafted, signed and applied with an order, and read in history', async () => {
  const office = await anOffice(database.db)
  await theRegulationOrder(office)
  const { id: school } = await aSchool(office)
  await aSigned(office, [aPoint([{ kind: 'orderVisit', school }])])
  const told = await inScope(database.db, office.territory.id, (tx) =>
    subjectHistory(tx, office.official, school, ['visit.paid']),
  )
  expect(told.map(({ facts: said }) => said)).toEqual([{ note: 'Назначено приказом', on: office.official.today }])
})

test('two modules that say the same name are a mistake of the list, and what is not said does not compile', () => {
  expect(() => install([...modules, module({ name: 'one', permissions }), module({ name: 'other', permissions })])).toThrow(
    'visit.note',
  )
  install([...modules, visiting(() => site)])
  // @ts-expect-error a fact without a key that it says
  factText(null, 'visit.paid', { note: 'x' } satisfies FactsOf<typeof facts>['visit.paid'])
  // @ts-expect-error no module has this permission
  get(visits, { permits: 'visit.notte', page: async () => ({ title: '', body: <p /> }) })
  // @ts-expect-error no module tells people of this
  expect(() => noticeText('here', { kind: 'visit.payd', subjectId: 'x', params: {} })).toThrow('visit.payd')
})
