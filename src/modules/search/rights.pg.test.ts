import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aDraftApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { aProgramme, aProgrammeContent } from '../../../test/factories/programmes.ts'
import { anOrganisation, aPerson, aTerritory, inScope } from '../../../test/factory.ts'
import { chebula } from '../../../test/regulations.ts'
import { type DemoPerson, demonstration, demoPeople, signIn, theApp, type Visitor } from '../../../test/trust/world.ts'
import { read } from '../../db/transact.ts'
import { violationsIn } from '../../ops/invariants.ts'
import { searchTerritory } from './queries.ts'

const hits = /<a class="govuk-link" href="(\/t\/[^"]+)"/g

describe('in the demonstration', () => {
  const base = ownDatabase(demonstration)
  let visitors: { person: DemoPerson; visitor: Visitor }[]
  beforeAll(async () => {
    const as = signIn(theApp(base.db).app, base)
    visitors = await Promise.all((await demoPeople(base)).map(async (person) => ({ person, visitor: await as(person) })))
  })
  const searched = async (visitor: Visitor, territory: string, q: string) =>
    (await visitor.get(`/t/${territory}/search?q=${encodeURIComponent(q)}`)).text

  test('a word of a point leads to this point', async () => {
    const { visitor } = visitors.find(({ person }) => person.territory === 'luga')!
    const page = await searched(visitor, 'luga', 'мониторинг')
    expect(page.replaceAll('\u00a0', ' ')).toContain('П. 4.3. осуществлять в течение учебного года совместный мониторинг')
    const [href, anchor] = page.match(/href="([^"#]+)#(point-4-3)"/)!.slice(1)
    expect((await visitor.get(href!)).text).toContain(`id="${anchor}"`)
  })

  test('whoever it is, what is found opens to the one who found it', async () => {
    const closed: string[] = []
    let opened = 0
    for (const { person, visitor } of visitors.filter((_, at) => at % 2 === 0))
      for (const q of ['мониторинг', 'площадка', 'урок', 'школа']) {
        const page = await searched(visitor, person.territory, q)
        const found = page.slice(page.indexOf('<main'), page.indexOf('</main'))
        for (const [, href] of found.matchAll(hits)) {
          const address = href!.replaceAll('&amp;', '&').split('#')[0]!
          const { status } = await visitor.get(address)
          opened++
          if (status !== 200) closed.push(`${person.label} ${address}: ${status}`)
        }
      }
    expect(closed).toEqual([])
    expect(opened).toBeGreaterThan(100)
  }, 240_000)

  test('a person leads to the site and to the role there', async () => {
    const { rows } = await base.adminPool.query<{ name: string; site: string }>(
      `select p.family_name as name, a.site_id as site from appointments a join people p on p.territory_id = a.territory_id and p.id = a.person_id
       join territories t on t.id = a.territory_id and t.code = 'luga' where a.kind = 'head' and a.starts_on <= t.demo_today
       and (a.ends_on is null or a.ends_on >= t.demo_today) limit 1`,
    )
    const { visitor } = visitors.find(({ person }) => person.territory === 'luga')!
    const page = await searched(visitor, 'luga', rows[0]!.name)
    expect(page).toContain(`href="/t/luga/sites/${rows[0]!.site}">Руководитель `)
  })
})

describe('what is kept', () => {
  const base = ownDatabase()

  test('programmes are found by those who may read them, topic by topic, and by nobody else', async () => {
    const there = await anApplyingTerritory(base.db, chebula)
    const applicationId = await aDraftApplication(there)
    const content = aProgrammeContent(there.regulation)
    const [first, ...more] = content.topics
    const secret = { ...content, topics: [{ ...first!, title: 'Тайнопись на уроке' }, ...more] }
    await aProgramme(await there.as('head'), { applicationId }, { content: secret })
    const found = async (who: Parameters<typeof there.as>[0], q: string) => {
      const ctx = await there.as(who)
      const groups = await read(base.db, ctx.scope, (tx) => searchTerritory(tx, ctx, q))
      return groups?.flatMap((group) => group.hits.map(({ name }) => name)) ?? []
    }
    for (const who of ['head', 'methodist', 'official'] as const)
      for (const q of ['тайнопись', 'тайнописи карточки', 'тайнапись'])
        expect(await found(who, q), `${who}: ${q}`).toEqual(['Тема «Тайнопись на уроке»'])
    for (const who of ['stranger', 'elsewhere'] as const)
      for (const q of ['тайнопись', 'тайнапись']) expect(await found(who, q), `${who}: ${q}`).toEqual([])
  })

  test('the program may not read it but through the function, which is bound to one territory', async () => {
    const territory = await aTerritory(base.db)
    const asked = (question: string) => inScope(base.db, territory.id, (tx) => sql.raw(question).execute(tx))
    await expect(asked('select * from search_texts')).rejects.toMatchObject({ code: '42501' })
    await expect(asked(`select search_refresh('${territory.id}', null, null)`)).rejects.toMatchObject({ code: '42501' })
    const question = `select * from search_find('organisation', 'школа', null, null, 10, 10)`
    await anOrganisation(base.db, await aTerritory(base.db), { shortName: 'Школа соседей' })
    expect((await asked(question)).rows).toEqual([])
    await expect(base.appPool.query(question)).rejects.toMatchObject({ code: expect.stringMatching('42704|22P02') })
  })

  test('what was lost or is left over is found out, and is written anew', async () => {
    const territory = await aTerritory(base.db)
    const person = await aPerson(base.db, territory, { familyName: 'Тайкина' })
    const wrong = () =>
      inScope(base.db, territory.id, async (tx) =>
        (await violationsIn(tx, territory.code)).flatMap(({ name, ids }) => (name === 'search.isWhole' ? ids : [])),
      )
    expect(await wrong()).toEqual([])
    await base.adminPool.query('delete from search_texts where thing_id = $1', [person])
    expect(await wrong()).toEqual([person])
    await inScope(base.db, territory.id, (tx) => sql`select search_rebuild()`.execute(tx))
    expect(await wrong()).toEqual([])
  })
})
