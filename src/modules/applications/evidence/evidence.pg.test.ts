// Proves C-31, T-2.
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import {
  type ApplyingTerritory,
  aDraftApplication,
  anApplication,
  anApplyingTerritory,
  moveOn,
  send,
} from '../../../../test/factories/applications.ts'
import { aCheckedFile } from '../../../../test/factories/files.ts'
import { mustWork } from '../../../../test/factories/plans.ts'
import { aSite } from '../../../../test/factories/sites.ts'
import { inScope, type TestCtx } from '../../../../test/factory.ts'
import { turochak } from '../../../../test/regulations.ts'
import { newId } from '../../../kernel/ids.ts'
import type { ApplicationId, FileId } from '../../../kernel/types.ts'
import { deleteDraft } from '../deeds/send.ts'
import { confirmParticipation } from '../deeds/together.ts'
import { addEvidence, removeEvidence } from './deeds.ts'
import { isFileOf } from './file-queries.ts'
import { evidenceOf, metCriteria } from './queries.ts'
import { registerFacts } from './register-queries.ts'
import { eligibilityGaps } from './rules.ts'

// Proves C-31, T-2.

const base = ownDatabase()
let there: ApplyingTerritory
beforeAll(async () => {
  there = await anApplyingTerritory(base.db, turochak)
})

/** A draft whose lead organisation has confirmed: its head may write. */
async function aDraft(): Promise<ApplicationId> {
  const id = await aDraftApplication(there)
  mustWork(
    await confirmParticipation.run(await there.as('head'), {
      id,
      organisation: there.schools[0],
      reason: '',
    }),
  )
  return id
}
const add = (ctx: TestCtx, applicationId: ApplicationId, more: Partial<Parameters<typeof addEvidence.run>[1]>) =>
  addEvidence.run(ctx, { id: applicationId, criterion: 'base', files: [], link: '', facts: [], note: '', ...more })
const evidence = (id: ApplicationId) => inScope(base.db, there.territory.id, (tx) => evidenceOf(tx, there, id))
const ofFile = (id: ApplicationId, file: FileId) => inScope(base.db, there.territory.id, (tx) => isFileOf(tx, there, id, file))
const gaps = async (id: ApplicationId) =>
  eligibilityGaps(turochak, { proved: metCriteria(await evidence(id)), kinds: [], head: null, own: {}, on: '2021-10-01' }).map(
    ({ text }) => text,
  )
const ruleOf = (result: Awaited<ReturnType<typeof add>>) =>
  result.ok || result.refusal.code !== 'rule' ? result : result.refusal.rule

describe('adding', () => {
  test('a file, a link and a fact of the registers at once; the base and one of four are then proved', async () => {
    const head = await there.as('head')
    const id = await aDraft()
    expect(await gaps(id)).toHaveLength(2)
    mustWork(await add(head, id, { files: [await aCheckedFile('итоги.pdf')], link: 'primer.ru/opyt', note: 'за три года' }))
    expect(await gaps(id)).toEqual(['нужен ещё один из четырёх показателей'])

    const facts = await inScope(base.db, there.territory.id, (tx) => registerFacts(tx, head, id))
    const achievement = facts.find(({ group }) => group === 'achievement')!
    expect(achievement.text).toContain('Победитель конкурса')
    mustWork(await add(head, id, { criterion: 'competence', facts: [achievement.key] }))
    expect(await gaps(id)).toEqual([])
    expect((await evidence(id)).map(({ kind, criterionCode, note }) => `${kind} ${criterionCode} ${note}`.trim())).toEqual([
      'file base за три года',
      'link base за три года',
      'register competence',
    ])
    expect(ruleOf(await add(head, id, { criterion: 'competence', facts: [achievement.key] }))).toBe('evidence.nothingNew')
  })

  test('a status the organisation has or had is offered with its order, and how many schools are attached', async () => {
    const siteId = await aSite(base.db, there.network, { organisationIds: [there.schools[0]], theme: 'Читаем вместе' })
    await inScope(base.db, there.territory.id, (tx) =>
      tx
        .insertInto('attachments')
        .values({
          territoryId: there.territory.id,
          id: newId(),
          siteId,
          organisationId: there.schools[1],
          startsOn: '2021-02-01',
          orderId: there.network.orderId,
          pointNumber: '3',
        })
        .execute(),
    )
    const id = await aDraft()
    const facts = await inScope(base.db, there.territory.id, async (tx) => registerFacts(tx, await there.as('head'), id))
    expect(facts.find(({ group }) => group === 'status')?.text).toMatch(
      /^Статус стажировочной площадки «Читаем вместе» с 28 января 2021 г\. по 31 августа 2023 г\.: приказ № \d+ от 01\.09\.2020$/,
    )
    expect(facts.find(({ group }) => group === 'network')?.text).toBe(
      'Сетевая работа площадки «Читаем вместе»: 1 закреплённая организация',
    )
    expect(JSON.stringify(facts)).not.toContain(there.schools[1])
  })

  test('nothing, a bad link, another criterion, a fact nobody offered', async () => {
    const head = await there.as('head')
    const id = await aDraft()
    expect(ruleOf(await add(head, id, {}))).toBe('evidence.nothingGiven')
    expect(ruleOf(await add(head, id, { link: 'javascript:alert(1)' }))).toBe('evidence.badLink')
    expect(ruleOf(await add(head, id, { criterion: 'money', link: 'primer.ru' }))).toBe('evidence.unknownCriterion')
    expect(ruleOf(await add(head, id, { facts: [`status.${newId()}`] }))).toBe('evidence.factGone')
    expect(await evidence(id)).toEqual([])
  })

  test('only those who write it, and only while it is written', async () => {
    const id = await aDraft()
    expect(await add(await there.as('elsewhere'), id, { link: 'primer.ru' })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await add(await there.as('methodist'), id, { link: 'primer.ru' })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await add(await there.as('head'), newId(), { link: 'primer.ru' })).toMatchObject({ refusal: { code: 'notFound' } })
    const sent = await anApplication(there)
    expect(ruleOf(await add(await there.as('head'), sent, { link: 'primer.ru' }))).toBe('evidence.notNow')
  })

  test('another territory sees nothing of it', async () => {
    const other = await anApplyingTerritory(base.db, turochak)
    const id = await aDraft()
    mustWork(await add(await there.as('head'), id, { files: [await aCheckedFile()] }))
    expect(await add(await other.as('head'), id, { link: 'primer.ru' })).toMatchObject({ refusal: { code: 'notFound' } })
    const [own] = await evidence(id)
    expect(await inScope(base.db, other.territory.id, (tx) => isFileOf(tx, other, id, own!.fileId!))).toBe(false)
    expect(await ofFile(id, own!.fileId!)).toBe(true)
  })
})

describe('taking out', () => {
  test('before the first submission the file goes too', async () => {
    const head = await there.as('head')
    const id = await aDraft()
    mustWork(await add(head, id, { files: [await aCheckedFile()] }))
    const [own] = await evidence(id)
    mustWork(await removeEvidence.run(head, { id, evidence: own!.id }))
    expect([await evidence(id), await ofFile(id, own!.fileId!)]).toEqual([[], false])
    const { rowCount } = await base.adminPool.query('select 1 from files where id = $1', [own!.fileId])
    expect(rowCount).toBe(0)
  })

  test('with a draft that is thrown away its files go too', async () => {
    const head = await there.as('head')
    const id = await aDraft()
    mustWork(await add(head, id, { files: [await aCheckedFile()] }))
    const [own] = await evidence(id)
    mustWork(await deleteDraft.run(head, { id }))
    const { rowCount } = await base.adminPool.query('select 1 from files where id = $1', [own!.fileId])
    expect(rowCount).toBe(0)
  })

  test('what was submitted once stays readable in its round', async () => {
    const head = await there.as('head')
    const id = await anApplication(there, { state: 'complete' })
    mustWork(await add(head, id, { files: [await aCheckedFile()] }))
    const file = (await evidence(id)).find(({ kind }) => kind === 'file')!
    await send(there, id)
    expect(await removeEvidence.run(head, { id, evidence: file.id })).toMatchObject({
      refusal: { rule: 'evidence.notNow' },
    })
    await moveOn(there, id, 'return')
    mustWork(await removeEvidence.run(head, { id, evidence: file.id }))
    expect((await evidence(id)).some(({ kind }) => kind === 'file')).toBe(false)
    expect(await ofFile(id, file.fileId!)).toBe(true)
  })
})
