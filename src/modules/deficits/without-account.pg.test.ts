// Proves T-32.
import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import { shell } from '../../app/shell.tsx'
import { noServices } from '../../authz/ctx.ts'
import { instantOf } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/types.ts'
import { ruleTexts } from '../../kit/install.ts'
import { frameworkOf, noneOwn } from './framework.ts'
import { makeDeficitLink, ownerOfLink } from './links.ts'
import { createDeficitDoors } from './open-doors.tsx'
import { deficitsOf } from './store.ts'

const base = ownDatabase()
const services = { ...noServices, origin: 'https://pl.example' }
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
})

const opened = async (link: string, typed?: string) => {
  const doors = createDeficitDoors({
    ...{ db: base.db, shell, ruleTexts: ruleTexts(), secret: 'x', secureCookies: false, log: () => {} },
    systemNow: () => instantOf('2021-10-01', '12:00:00', 'Europe/Moscow'),
    readSession: async () => null,
    services,
  })
  const body = typed === undefined ? undefined : new URLSearchParams(typed)
  const response = await doors.request(new URL(link).pathname, body ? { method: 'POST', body } : {})
  return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' ') }
}
const [first] = frameworkOf(noneOwn)

test('by a personal link one names without an account; it shows nothing named before, and a new one ends it', async () => {
  const { trainee, site, director } = there
  const ctx = { ...(await site.as('methodist')), services }
  expect(await makeDeficitLink({ ...(await there.as(director)), services }, trainee)).toMatchObject({
    refusal: { code: 'notFound' },
  })
  const link = mustWork(await makeDeficitLink(ctx, trainee))
  const page = await opened(link)
  expect([page.status, page.text.includes(first!.label)]).toEqual([200, true])
  expect(Buffer.byteLength(page.text), 'a teacher’s page is light').toBeLessThan(30_000)
  expect((await opened(link, '')).text).toContain('Отметьте хотя бы одну строку')
  const long = await opened(link, `words=${'х'.repeat(301)}`)
  expect([long.status, long.text.includes('х'.repeat(301))]).toEqual([422, true])
  const named = `${encodeURIComponent('subject[]')}=${first!.id}&words=${encodeURIComponent('Боюсь открытых уроков')}`
  expect((await opened(link, named)).text).toContain('Записано: 2 дефицита')
  expect((await opened(link, named)).text).toContain('Это вы уже назвали')
  expect((await opened(link)).text).not.toContain('Боюсь открытых уроков')
  const rows = await inScope(base.db, site.territory.id, (tx) =>
    deficitsOf(tx, { territory: site.territory, today: '2021-10-01' }, trainee),
  )
  expect(rows.map(({ source, words }) => [source, words]).toSorted()).toEqual([
    ['self', null],
    ['self', 'Боюсь открытых уроков'],
  ])
  const next = mustWork(await makeDeficitLink(ctx, trainee))
  expect([(await opened(link)).status, (await opened(next)).status]).toEqual([404, 200])
  const secret = new URL(next).pathname.split('/').at(-1) ?? ''
  const servesOn = async (today: Day) =>
    (await inScope(base.db, site.territory.id, (tx) => ownerOfLink(tx, { territory: site.territory, today }, secret))) !==
    undefined
  expect([await servesOn('2021-10-30'), await servesOn('2021-10-31')], 'given on the 1st it serves thirty days').toEqual([
    true,
    false,
  ])
  await base.adminPool.query(`update deficit_links set expires_on = '2021-09-30'`)
  expect((await opened(next)).status).toBe(404)
})

test('whoever leads a person hands over a link too', async () => {
  const trainee = await there.another()
  const { mentor } = there.site.people
  const made = async () => makeDeficitLink({ ...(await there.as(mentor)), services }, trainee)
  expect(await made()).toMatchObject({ ok: false })
  await aTraineeship(there, { trainee, guide: mentor })
  expect(await made()).toMatchObject({ ok: true })
})
