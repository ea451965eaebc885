// Proves that what was typed before texts were cleaned at the door is cleaned by the migration as the door cleans it.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cleanLine } from '../src/kernel/clean.ts'
import { ownDatabase } from './database.ts'
import { aNetwork, aSite } from './factories/sites.ts'
import { anOrganisation, aPerson, aTerritory } from './factory.ts'

const base = ownDatabase()
const migration = readFileSync('src/db/migrations/0093_clean_names.sql', 'utf8')
const dirty = [
  'Пет\u00adрова\u2011Водкина',
  '  и\u0306ога\u00a0\u202f№\u2009 3\u200b ',
  'Усть\u2212Чебула, \u22125 °C',
  'Шко\u2060ла\tу\nозера\ufeff',
  'Е\u0308лка \u2010 2021–2022',
  'Чистое имя',
]

test('names of people and organisations, posts and themes; two that would become one stay two', async () => {
  const territory = await aTerritory(base.db, '2021-09-01')
  const network = await aNetwork(base.db, territory)
  const school = await anOrganisation(base.db, territory, { shortName: dirty[1]!, fullName: dirty[3]! })
  const twin = await anOrganisation(base.db, territory, { fullName: 'Чистое имя' })
  const other = await anOrganisation(base.db, territory, { fullName: 'Чистое\u00a0имя' })
  const person = await aPerson(base.db, territory, {
    familyName: dirty[0]!,
    givenName: '\u200b',
    post: { organisationId: school, kind: 'teacher' },
  })
  const site = await aSite(base.db, network, { organisationIds: [school], theme: dirty[2]! })

  await base.adminPool.query('update register_entries set heads = $2, former_names = $3, former_words = $4 where site_id = $1', [
    site,
    JSON.stringify([{ from: '2021-01-28', to: null, name: 'Пет\u00adрова\u2011Водкина\u00a0Е\u0308.\u00a0И.' }]),
    JSON.stringify([{ until: '2021-02-01', shortName: dirty[1], organisationName: dirty[3], fullNames: [dirty[3], dirty[5]] }]),
    dirty[3],
  ])

  const owner = await base.adminPool.connect()
  try {
    await owner.query(migration)
    for (const text of dirty)
      expect((await owner.query('select pg_temp.clean($1) as clean', [text])).rows).toEqual([{ clean: cleanLine(text) }])
    const one = async (sql: string, id: string) => Object.values((await owner.query<Record<string, string>>(sql, [id])).rows[0]!)
    expect(await one('select family_name, given_name from people where id = $1', person)).toEqual(['Петрова-Водкина', '\u200b'])
    expect(await one('select short_name, full_name from organisations where id = $1', school)).toEqual([
      'йога № 3',
      'Школа у озера',
    ])
    expect(await one('select full_name from organisations where id = $1', twin)).toEqual(['Чистое имя'])
    expect(await one('select full_name from organisations where id = $1', other)).toEqual(['Чистое\u00a0имя'])
    expect(await one('select theme from sites where id = $1', site)).toEqual(['Усть-Чебула, \u22125 °C'])
    expect(await one('select short_name, theme from register_entries where site_id = $1', site)).toEqual([
      'йога № 3',
      'Усть-Чебула, \u22125 °C',
    ])
    expect(await one('select heads, former_names, former_words from register_entries where site_id = $1', site)).toEqual([
      [{ from: '2021-01-28', to: null, name: 'Петрова-Водкина\u00a0Ё.\u00a0И.' }],
      [
        {
          until: '2021-02-01',
          shortName: 'йога № 3',
          organisationName: 'Школа у озера',
          fullNames: ['Школа у озера', 'Чистое имя'],
        },
      ],
      'Школа у озера',
    ])
  } finally {
    owner.release()
  }
})
