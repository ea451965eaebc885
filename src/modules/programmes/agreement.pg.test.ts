// Proves C-42, L-321.
import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aPlanningSite, mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { aProgramme, aProgrammeContent } from '../../../test/factories/programmes.ts'
import { historyOf, inScope } from '../../../test/factory.ts'
import { chebula, lenobl, luga, turochak } from '../../../test/regulations.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { agreeProgramme, returnProgramme, sendProgramme, withdrawProgramme } from './deeds/agree.ts'
import { fixOwnVersion, startVersion } from './deeds/versions.ts'
import { programmeAgreed, shownProgramme } from './queries.ts'
import { notAgreed } from './site-part.tsx'
import { tasks } from './tasks.ts'

const database = ownDatabase()
type Sent = { site: PlanningSite; id: ProgrammeId; regulation: Regulation }

/** A fixed programme of a site: its paper asks for no parts. */
async function aFixedProgramme(regulation: Regulation): Promise<Sent> {
  const asking = { ...regulation, application: null }
  const site = await aPlanningSite(database.db, asking)
  const head = await site.as('head')
  const id = await aProgramme(head, { siteId: site.siteId }, { title: 'Шаг за шагом', content: aProgrammeContent(asking) })
  await fix({ site, id, regulation: asking })
  return { site, id, regulation: asking }
}
async function fix({ site, id }: Sent) {
  const { version } = (await inScope(database.db, site.territory.id, (tx) => shownProgramme(tx, site, id)))!
  mustWork(await fixOwnVersion.run(await site.as('head'), { id, version }))
}
const isAgreed = async ({ site, regulation }: Sent) =>
  (await inScope(database.db, site.territory.id, (tx) => programmeAgreed(tx, site, site.siteId, regulation))).value
const remarks = async ({ site }: Sent) => {
  const ctx = await site.as('methodist')
  return [...(await inScope(database.db, site.territory.id, (tx) => notAgreed(tx, ctx))).values()]
}
const toDo = async ({ site }: Sent) => {
  const ctx = await site.as('head')
  return inScope(database.db, site.territory.id, (tx) => tasks[0]!.find({ tx, ctx, regulations: [] }))
}
const said = { remark: null, present: null, inFavour: null, protocol: null }

test.each([
  ['chebula', chebula, 'methodist', '4.2'],
  ['luga', luga, 'methodist', '3.2.1'],
  ['turochak', turochak, 'official', '4.3'],
] as const)(
  '%s: the head sends the programme, the party its paper names agrees it, and a later version needs it again',
  async (_, regulation, who, clause) => {
    const sent = await aFixedProgramme(regulation)
    const { site, id } = sent
    const head = await site.as('head')
    expect([await isAgreed(sent), await remarks(sent)]).toEqual([false, ['программа не согласована']])
    expect(await toDo(sent)).toMatchObject([{ what: expect.stringContaining('Шаг за шагом'), clause }])
    expect(await sendProgramme.run(await site.as('mentor'), { id, version: 0 })).toMatchObject({ refusal: { code: 'forbidden' } })
    mustWork(await sendProgramme.run(head, { id, version: 0 }))
    expect(await toDo(sent)).toEqual([])
    expect(await sendProgramme.run(head, { id, version: 100 })).toMatchObject({ refusal: { rule: 'programme.isSent' } })
    expect(await startVersion.run(head, { id, reason: 'Правка' })).toMatchObject({ refusal: { rule: 'programme.isSent' } })
    expect(await agreeProgramme.run(head, { id, version: 100, ...said })).toMatchObject({ refusal: { code: 'forbidden' } })

    const decider = await site.as(who)
    expect(await agreeProgramme.run(decider, { id, version: 0, ...said })).toMatchObject({
      refusal: { code: 'changedMeanwhile' },
    })
    expect(await returnProgramme.run(decider, { id, version: 100, ...said })).toMatchObject({
      refusal: { rule: 'procedure.returnNeedsRemark' },
    })
    mustWork(await returnProgramme.run(decider, { id, version: 100, ...said, remark: 'Нет часов' }))
    expect(await toDo(sent)).toMatchObject([{ why: expect.stringContaining('Вернули') }])
    mustWork(await startVersion.run(head, { id, reason: 'Часы' }))
    await fix(sent)
    mustWork(await sendProgramme.run(head, { id, version: 0 }))
    mustWork(await agreeProgramme.run(decider, { id, version: 100, ...said }))
    expect([await isAgreed(sent), await remarks(sent), await toDo(sent)]).toEqual([true, [], []])

    mustWork(await startVersion.run(head, { id, reason: 'Новые темы' }))
    expect(await isAgreed(sent)).toBe(true)
    await fix(sent)
    // The new version waits for its own agreement; trainees are taken by the agreed one meanwhile.
    expect([await isAgreed(sent), await remarks(sent)]).toEqual([true, []])
    expect(await toDo(sent)).toMatchObject([{ why: expect.stringContaining('ещё не согласована') }])
    expect(await historyOf(database, id)).toEqual(
      expect.arrayContaining(['programme.sent', 'programme.returned', 'programme.agreed']),
    )
  },
)

test('the head takes it back; two decide at once and one counts', async () => {
  const { site, id } = await aFixedProgramme(luga)
  const head = await site.as('head')
  expect(await withdrawProgramme.run(head, { id })).toMatchObject({ refusal: { rule: 'programme.isNotSent' } })
  mustWork(await sendProgramme.run(head, { id, version: 0 }))
  mustWork(await withdrawProgramme.run(head, { id }))
  mustWork(await sendProgramme.run(head, { id, version: 100 }))
  const methodist = await site.as('methodist')
  const both = await Promise.all([
    agreeProgramme.run(methodist, { id, version: 200, ...said }),
    returnProgramme.run(methodist, { id, version: 200, ...said, remark: 'Нет' }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('where the paper is silent there is no button, no task, no word: what is fixed is enough', async () => {
  const sent = await aFixedProgramme(lenobl)
  expect([await isAgreed(sent), await remarks(sent), await toDo(sent)]).toEqual([true, [], []])
  expect(await sendProgramme.run(await sent.site.as('head'), { id: sent.id, version: 0 })).toMatchObject({
    refusal: { rule: 'programme.agreementNotAsked' },
  })
  const { as } = aClient(database)
  const page = await as(sent.site.people.head).get(`/programmes/${sent.id}`)
  expect([page.status, page.text.includes('огласован')]).toEqual([200, false])
})

test('the pages: what the head sends, the methodist reads and agrees with a button of the step, and the paper is stamped', async () => {
  const { site, id } = await aFixedProgramme(luga)
  const { as } = aClient(database)
  const head = as(site.people.head)
  expect((await head.get(`/sites/${site.siteId}`)).text).toContain('До стажёров нужна согласованная программа')
  await head.get(`/programmes/${id}`)
  await head.press('Отправить на согласование')
  const methodist = as(site.people.methodist)
  const page = await methodist.get(`/programmes/${id}`)
  expect(page.text).toContain('Согласует программу ИМЦ')
  await methodist.press('Согласовать')
  const after = await methodist.get(`/programmes/${id}`)
  expect(after.text).toContain('Согласована')
  expect((await head.get(`/sites/${site.siteId}/programmes`)).text).toContain('Согласована')
  expect((await methodist.get(`/programmes/${id}/document/docx`)).status).toBe(200)
})

test('what came back is written anew first; the same text may still be sent, folded under it', async () => {
  const { site, id } = await aFixedProgramme(luga)
  const { as } = aClient(database)
  const head = as(site.people.head)
  await head.get(`/programmes/${id}`)
  await head.press('Отправить на согласование')
  const methodist = as(site.people.methodist)
  await methodist.get(`/programmes/${id}`)
  await methodist.press('Вернуть с замечанием', { remark: 'Нет часов практики' })
  const { text } = await head.get(`/programmes/${id}`)
  expect(text).toContain('Нет часов практики')
  expect(text.indexOf('Начать редакцию')).toBeGreaterThan(0)
  expect(text.indexOf('Отправить ту же редакцию без изменений')).toBeGreaterThan(text.indexOf('Начать редакцию'))
  expect(text.indexOf('Отправить на согласование')).toBeGreaterThan(text.indexOf('Отправить ту же редакцию без изменений'))
})
