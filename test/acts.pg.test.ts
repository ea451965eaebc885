import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { noServices } from '../src/authz/ctx.ts'
import { read } from '../src/db/transact.ts'
import { systemNow } from '../src/kernel/clock.ts'
import type { AccountId, TerritoryId } from '../src/kernel/types.ts'
import { routes } from '../src/kit/install.ts'
import { loadTerritories } from '../src/loading/load-territories.ts'
import { dailyLetter } from '../src/notices/letters.ts'
import type { TerritoryPackage } from '../src/regulation/territory-facts.ts'
import { allTerritories } from '../src/web/territories.ts'
import { loadTerritories as packages } from '../territories/all.ts'
import { type Answer, aClient, fill } from './client.ts'
import { ownDatabase } from './database.ts'
import { examples } from './factories/examples.ts'
import { liveAYear } from './trust/lived.ts'

/**
 * Two territories as if their offices decided by a постановление: whatever their people open or are told, no приказ and no распоряжение is in
 * it. Both words of what a territory brings with it are written over beforehand, so a word that is left was written by the program.
 */
const codes = ['luga', 'lenobl']
const forms: readonly (readonly [RegExp, string])[] = [
  [/распоряжен/g, 'постановлен'],
  [/Распоряжен/g, 'Постановлен'],
  [/приказом/g, 'постановлением'],
  [/приказ(?=[аыу])/g, 'постановлени'],
  [/приказ(?! \d)/g, 'постановление'],
]
const asResolution = (given: TerritoryPackage): TerritoryPackage => {
  const { regulation, facts } = given
  return { regulation: renamed(regulation), facts: renamed(facts) }
}
const renamed = <What>(what: What): What =>
  JSON.parse(forms.reduce((text, [pattern, word]) => text.replace(pattern, word), JSON.stringify(what).replaceAll('ПРИКАЗЫВАЮ', 'ПОСТАНОВЛЯЮ').replaceAll('приказываю', 'постановляю'))) // biome-ignore format: one sentence

const named = /приказ|распоряжен/iu
// The form of a page of a regulation asks by which act: it names them all.
const pages = routes().filter(
  ({ path, method }) => method === 'GET' && !/\.(xlsx|json|pdf|ics)$|:file|\/forms\/:page$/.test(path.pattern),
)

const base = ownDatabase()
const { as } = aClient(base, { systemNow })
let people: { account: AccountId; label: string; code: string }[]
beforeAll(async () => {
  await base.adminPool.query('insert into installation (demo, created_at) values (true, now())')
  const given = packages().filter(({ facts }) => codes.includes(facts.territory.code))
  await loadTerritories({
    db: base.db,
    files: given.map((one) => ({ code: one.facts.territory.code, read: () => asResolution(one) })),
    demo: true,
  })
  const { rows: sites } = await base.adminPool.query<{ id: TerritoryId }>('select distinct territory_id as id from sites')
  for (const { id } of sites) await liveAYear(base.adminPool, id)
  const { rows } = await base.adminPool.query<(typeof people)[number]>(
    `select d.account_id as account, d.role_label as label, t.code from demo_people d join territories t on t.id = d.territory_id
     order by t.code, d.position`,
  )
  people = rows
}, 120_000)

/** The words around the first that is wrong. */
const found = (text: string) => {
  const at = text.search(named)
  return at < 0 ? null : text.slice(Math.max(0, at - 60), at + 60)
}
/** What a reader sees: of a paper its text, of a page its words without the tags. */
const shown = ({ bytes, text, headers }: Answer) =>
  /officedocument/.test(headers.get('content-type') ?? '') ? strFromU8(unzipSync(bytes)['word/document.xml']!) : words(text)
const words = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')

test('no page, table or paper names another act', { timeout: 300_000 }, async () => {
  const wrong: string[] = []
  let opened = 0
  for (const { account, label, code } of people) {
    const params = { ...(await examples(base, code)), format: 'docx' }
    for (const { path } of pages) {
      const answer = await as(account).get(fill(path.pattern, params))
      // A file of data is what the paper says, whatever acts the territory issues now.
      if (answer.status !== 200 || answer.headers.get('content-type')?.includes('json')) continue
      opened++
      const word = found(shown(answer))
      if (word) wrong.push(`${code}, ${label}: ${path.pattern}: ${word}`)
    }
  }
  expect(wrong).toEqual([])
  expect(opened).toBeGreaterThan(800)
})

test('no notice and no letter names another act', async () => {
  let told = ''
  for (const territory of await allTerritories(base.db)) {
    expect(territory.actKind).toBe('resolution')
    const notices = await read(base.db, { territoryId: territory.id }, (tx) =>
      tx.selectFrom('notices').select(['id', 'personId', 'kind', 'subjectId', 'params']).execute(),
    )
    expect(notices.length).toBeGreaterThan(0)
    const { text } = dailyLetter({ territory, services: noServices }, notices, null)
    expect(found(text)).toBeNull()
    told += text
  }
  expect(told).toContain('постановлен')
})
