import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aProgramme, aProgrammeContent } from '../../../test/factories/programmes.ts'
import { aFixedProgramme, aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { aPerson, inScope } from '../../../test/factory.ts'
import { chebula, luga } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId } from '../../kernel/types.ts'
import { fixOwnVersion, startVersion } from '../programmes/deeds/versions.ts'
import { fixedProgrammes, shownProgramme, workingProgrammes } from '../programmes/queries.ts'
import { traineeshipsOnMyPage } from './my-part.tsx'

const base = ownDatabase()

async function shown(there: LearningSite, one: PersonId) {
  const ctx = await there.as(one, '2021-10-01')
  const part = await inScope(base.db, there.site.territory.id, (tx) => traineeshipsOnMyPage(tx, ctx))
  return part ? renderToString(part) : ''
}

test('whoever learns nowhere sees ten programmes at most, never those of their own site; whoever learns sees that', async () => {
  const there = await aLearningSite(base.db, luga)
  for (let n = 1; n <= 10; n++) await aFixedProgramme(there.site, { ...luga, application: null }, `Программа № ${n}`)
  const offered = await shown(there, there.trainee)
  expect(offered).toContain('Где можно стажироваться')
  expect(offered.match(/trainees\/new\?as=ask/g)).toHaveLength(10)
  expect(offered).toContain('Показаны первые 10')
  expect(await shown(there, there.site.people.head)).not.toContain('trainees/new')
  const post = { organisationId: there.schoolId, kind: 'psychologist' as const }
  expect(await shown(there, await aPerson(base.db, there.site.territory, { post }))).toContain('на вашей должности, сейчас нет')
  await aTraineeship(there)
  expect(await shown(there, there.trainee)).toContain('Мои стажировки')
})

test('where the paper lets somebody agree programmes, one that is not agreed is offered to nobody', async () => {
  const there = await aLearningSite(base.db, chebula)
  const head = await there.site.as('head')
  const content = aProgrammeContent(chebula)
  const id = await aProgramme(head, { siteId: there.site.siteId }, { title: 'Ещё не согласована', content })
  const { version } = (await inScope(base.db, there.site.territory.id, (tx) => shownProgramme(tx, there.site, id)))!
  mustWork(await fixOwnVersion.run(head, { id, version }))
  const offered = await shown(there, there.trainee)
  expect(offered).toContain('Урок для каждого')
  expect(offered).not.toContain('Ещё не согласована')
})

test('while a second version waits for agreement the agreed one is taught by, and nobody is refused', async () => {
  const there = await aLearningSite(base.db, chebula)
  const head = await there.site.as('head')
  const here = <Found>(read: (tx: Tx) => Promise<Found>) => inScope(base.db, there.site.territory.id, read)
  const before = await here((tx) => workingProgrammes(tx, there.site, [there.site.siteId]))
  const [agreed] = before
  if (agreed?.way !== 'passed') throw new Error('no agreed programme')
  mustWork(await startVersion.run(head, { id: agreed.id, reason: 'Новый год' }))
  const { version } = (await here((tx) => shownProgramme(tx, there.site, agreed.id)))!
  mustWork(await fixOwnVersion.run(head, { id: agreed.id, version }))
  const [newest] = await here((tx) => fixedProgrammes(tx, there.site, [there.site.siteId]))
  expect(newest?.way).toBe(null)
  expect(newest?.versionId).not.toBe(agreed.versionId)
  expect(await here((tx) => workingProgrammes(tx, there.site, [there.site.siteId]))).toEqual(before)
  expect(await shown(there, there.trainee)).toContain('Урок для каждого')
  expect((await aTraineeship(there)).length).toBeGreaterThan(0)
})
