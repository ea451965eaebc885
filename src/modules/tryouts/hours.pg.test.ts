// Proves R-A2p, C-61.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite, terms } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import type { PersonId, TraineeshipId, TryOutId } from '../../kernel/types.ts'
import { offerTraineeship } from '../traineeships/deeds/begin.ts'
import { markRow } from '../traineeships/deeds/mark.ts'
import { changeTraineeship } from '../traineeships/deeds/run.ts'
import { planRows } from '../traineeships/plan-queries.ts'
import { assessTryOut, handIn, returnTryOut, takeUpTryOut } from './deeds.ts'
import { measureTrainee } from './measure.tsx'
import type { Levels } from './rules.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
let head: Awaited<ReturnType<LearningSite['as']>>
beforeAll(async () => {
  there = await aLearningSite(base.db, lenobl)
  head = await there.site.as('head')
})

const tryOutOf = async (id: TraineeshipId) =>
  (await inScope(base.db, there.site.territory.id, (tx) => planRows(tx, there.site, [id]))).find(({ kind }) => kind === 'tryOut')!
const versionOf = async (table: 'tryouts' | 'traineeships', id: string) =>
  (await base.adminPool.query<{ v: number }>(`select edit_version as v from ${table} where id = $1`, [id])).rows[0]!.v
const rule = (name: string) => ({ refusal: { rule: name } })
const work = { link: null, children: null }
const toldTimes = async (id: string, kind: string) =>
  (await base.adminPool.query('select distinct nth from notices where subject_id = $1 and kind = $2', [id, kind])).rowCount
async function handedIn(more: { begun?: boolean } = {}) {
  const trainee = await there.another()
  const id = await aTraineeship(there, { trainee, ...more })
  const row = await tryOutOf(id)
  const own = await there.as(trainee)
  const tryout = mustWork(await takeUpTryOut.run(own, { id, row: row.id })) as TryOutId
  mustWork(await handIn.run(own, { id: tryout, ...work, words: 'Провела урок' }))
  return { id, tryout, row, trainee }
}
async function assess(tryout: TryOutId, on?: string) {
  const { rows } = await base.adminPool.query<{ id: string }>(
    `select jsonb_array_elements(content #> '{assessment,external,criteria}') ->> 'id' as id from programme_versions where programme_id = $1`,
    [there.programmeId],
  )
  const levels = Object.fromEntries(rows.map(({ id }) => [id, 'seen'])) as Levels
  const version = await versionOf('tryouts', tryout)
  return assessTryOut.run(await there.site.as('head', on), { id: tryout, version, comment: null, levels })
}

test('assessed after the last day, a try-out is held on that day; one left out of the plan counts no hours and says so', async () => {
  const late = await handedIn()
  expect(mustWork(await assess(late.tryout, '2022-06-10')).made).toContain('засчитаны')
  expect(await tryOutOf(late.id)).toMatchObject({ heldOn: '2022-05-31', given: true })
  const unneeded = await handedIn()
  mustWork(await markRow.run(head, { id: unneeded.id, row: unneeded.row.id, mark: 'leftOut' }))
  expect(mustWork(await assess(unneeded.tryout)).made).toContain('нет в плане')
  expect(await tryOutOf(unneeded.id)).toMatchObject({ heldOn: null, given: false })
})

test('before the first day nothing is taken up, handed in or assessed', async () => {
  const { id, tryout, row, trainee } = await handedIn({ begun: false })
  await base.adminPool.query(`update traineeships set starts_on = '2021-10-05' where id = $1`, [id])
  const own = await there.as(trainee)
  expect(await takeUpTryOut.run(own, { id, row: row.id })).toMatchObject(rule('traineeship.beginsLater'))
  expect(await handIn.run(own, { id: tryout, ...work, words: 'Ещё' })).toMatchObject(rule('traineeship.beginsLater'))
  expect(await assess(tryout)).toMatchObject(rule('traineeship.beginsLater'))
  mustWork(await assess(tryout, '2021-10-05'))
  expect((await tryOutOf(id)).heldOn).toBe('2021-10-05')
})

test('every round and every change of one day is told', async () => {
  const { id, tryout, trainee } = await handedIn()
  const back = async (remark: string) =>
    returnTryOut.run(head, { id: tryout, version: await versionOf('tryouts', tryout), remark })
  mustWork(await back('Покажите карточки'))
  mustWork(await handIn.run(await there.as(trainee), { id: tryout, ...work, words: 'Вот они' }))
  mustWork(await back('И лист самооценки'))
  expect([await toldTimes(tryout, 'tryout.returned'), await toldTimes(tryout, 'tryout.handedIn')]).toEqual([2, 2])
  const change = async (endsOn: string) =>
    changeTraineeship.run(head, {
      ...{ id, version: await versionOf('traineeships', id), startsOn: '2021-10-01', endsOn, guide: null },
      ...{ format: null, licenceHolder: null },
    })
  mustWork(await change('2022-05-30'))
  mustWork(await change('2022-05-20'))
  expect(await toldTimes(id, 'traineeship.changed')).toBe(2)
})

test('levels are shown to whom try-outs are, and nothing is measured before both have agreed', async () => {
  const here = await aLearningSite(base.db, chebula)
  const format = 'одна из форм повышения квалификации'
  const { rows } = await base.adminPool.query<{ id: string }>(
    `select jsonb_array_elements(content #> '{note,directions}') ->> 'id' as id from programme_versions where programme_id = $1`,
    [here.programmeId],
  )
  const levels = Object.fromEntries(rows.map(({ id }) => [id, 'begun' as const]))
  const manager = await here.site.as('head')
  const offer = { ...terms(here, { format }), id: here.site.siteId, personId: await here.another(), guide: null }
  const offered = mustWork(await offerTraineeship.run(manager, offer)) as TraineeshipId
  expect(await measureTrainee.run(manager, { id: offered, kind: 'entry', levels })).toMatchObject(rule('measurement.notAgreed'))
  const id = await aTraineeship(here, { format })
  mustWork(await measureTrainee.run(manager, { id, kind: 'entry', levels }))
  const sees = async (person: PersonId) => {
    const page = await client(person).get(`/t/${here.site.territory.code}/traineeships/${id}`)
    return [page.status, page.text.includes('намечено')]
  }
  const { people } = here.site
  expect([await sees(here.trainee), await sees(people.head), await sees(people.methodist)]).toEqual([
    [200, true],
    [200, true],
    [200, false],
  ])
})
