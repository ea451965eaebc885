// Proves R-A1, R-33, R-34, R-41, C-32.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import {
  type ApplyingTerritory,
  aDraftApplication,
  anApplication,
  anApplyingTerritory,
  fillIn,
  send,
} from '../../../test/factories/applications.ts'
import { council } from '../../../test/factories/bodies.ts'
import { aSite } from '../../../test/factories/sites.ts'
import { anOrganisation, aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { chebula, lenobl, luga, turochak } from '../../../test/regulations.ts'
import { canonical } from '../../history/chain.ts'
import { newId } from '../../kernel/ids.ts'
import { compareViews } from './comparison.ts'
import { deleteDraft, submitApplication, withdrawApplication } from './deeds/send.ts'
import { startApplication } from './deeds/start.ts'
import { letIn, shutOut } from './deeds/together.ts'
import { saveAdviser, saveTheme } from './deeds/write.ts'
import { participantsOf, roundView } from './queries.ts'
import { code, lookingAt, rules } from './submission.fixture.ts'

// Proves, R-A1, R-41, C-32, C-41, T-2.
const base = ownDatabase()
const { as } = aClient(base)

const { stored, noticesOf } = lookingAt(base)

describe('sending', () => {
  test.each([
    ['lenobl, together', lenobl, true],
    ['lenobl, alone', lenobl, false],
    ['chebula', chebula, false],
    ['turochak', turochak, false],
  ] as const)(
    'a whole application of %s gets its number, is kept as it was shown, and everybody hears of it',
    async (_, regulation, joint) => {
      const there = await anApplyingTerritory(base.db, regulation)
      const id = await anApplication(there, { joint })
      const app = await stored(there, id)
      expect(app).toMatchObject({ state: 'submitted', number: 1, round: 1, submittedBy: there.people.head })
      const kept = await inScope(base.db, there.territory.id, (tx) => roundView(tx, there, id, 1))
      expect(kept!.view.theme).toBe('Читаем на каждом уроке')
      expect(kept!.view.organisations).toHaveLength(joint ? 2 : 1)
      expect(kept!.hash).toEqual(createHash('sha256').update(canonical(kept!.view)).digest())
      expect(await noticesOf(there, id, 'application.submitted')).toEqual([there.people.methodist])
      const receipts = await noticesOf(there, id, 'application.received')
      expect(receipts.sort()).toEqual([there.people.head, ...(joint ? [there.people.otherHead] : [])].sort())
    },
  )

  test('two presses at once are one; the numbers of a call have no gaps', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const ids = [
      await anApplication(there, { state: 'complete' }),
      await anApplication(there, { state: 'complete', theme: 'Другая' }),
    ]
    const head = await there.as('head')
    const versions = await Promise.all(ids.map(async (id) => (await stored(there, id)).editVersion))
    const results = await Promise.all(
      [0, 0, 1, 1].map((which) => submitApplication.run(head, { id: ids[which]!, version: versions[which]! })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(2)
    const numbers = await Promise.all(ids.map(async (id) => (await stored(there, id)).number))
    expect(numbers.sort()).toEqual([1, 2])
    const { rows } = await base.adminPool.query('select round from application_rounds where territory_id = $1', [
      there.territory.id,
    ])
    expect(rows).toHaveLength(2)
  })

  test('the moment of closing is still in time; one second later it is refused with the moment, and the draft survives', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await anApplication(there, { state: 'complete' })
    const { rows } = await base.adminPool.query<{ closes: Date }>('select closes_at as closes from calls where id = $1', [
      there.callId,
    ])
    const { editVersion: version } = await stored(there, id)
    const head = await there.as('head')
    const late = { ...head, now: new Date(rows[0]!.closes.getTime() + 1000) }
    const refused = await submitApplication.run(late, { id, version })
    expect(rules(refused)).toEqual(['call.closed'])
    expect(await stored(there, id)).toMatchObject({ state: 'draft', number: null, round: 0 })
    expect(code(await submitApplication.run({ ...head, now: rows[0]!.closes }, { id, version }))).toBe('ok')
  })

  test('everything that is missing is told at once, and nothing of it is stored', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await aDraftApplication(there)
    const refused = await submitApplication.run(await there.as('head'), {
      id,
      version: (await stored(there, id)).editVersion,
    })
    expect(rules(refused)).toEqual([
      'application.needsTheme',
      'application.needsTerm',
      'application.needsHead',
      'application.needsAdviser',
      'application.baseNotProved',
      'application.needsProgramme',
    ])
    const counters = await base.adminPool.query(`select 1 from journals where kind = 'application' and territory_id = $1`, [
      there.territory.id,
    ])
    expect(counters.rowCount).toBe(0)
  })

  test('whoever is about to send sees that somebody has changed it meanwhile', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await anApplication(there, { state: 'complete' })
    const { editVersion: version } = await stored(there, id)
    await saveAdviser.run(await there.as('head'), { id, version: 1, name: 'Другой', post: '', nobody: false })
    expect(code(await submitApplication.run(await there.as('head'), { id, version }))).toBe('changedMeanwhile')
  })

  test('after a return it is sent again under its number, even when the call is over; both submissions stay', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await anApplication(there, { state: 'returned' })
    const head = await there.as('head', '2021-12-01')
    const theme = { theme: 'Читаем и пишем', direction: null, wantedFrom: '2022-01-10', wantedTo: '2024-12-31' }
    expect(code(await saveTheme.run(head, { id, version: 1, ...theme }))).toBe('ok')
    const { editVersion: version } = await stored(there, id)
    expect(code(await submitApplication.run(head, { id, version }))).toBe('ok')
    expect(await stored(there, id)).toMatchObject({ state: 'submitted', number: 1, round: 2 })
    const [first, second] = await inScope(base.db, there.territory.id, async (tx) => [
      await roundView(tx, there, id, 1),
      await roundView(tx, there, id, 2),
    ])
    expect(compareViews(first!.view, second!.view, lenobl)).toEqual([
      { section: 'theme', place: 'Тема и срок', field: 'Тема', before: 'Читаем на каждом уроке', after: 'Читаем и пишем' },
    ])
  })

  test('on a day the paper does not name it stays a draft with everything in it, and is sent on one that it does', async () => {
    const thursdays = { kind: 'nth', place: 'first', weekday: 'thursday', month: 'every' } as const
    const there = await anApplyingTerritory(base.db, {
      ...turochak,
      intakeDays: { clause: ['4.2'], windows: [{ days: thursdays }] },
    })
    const id = await anApplication(there, { state: 'complete' })
    const { editVersion: version, theme } = await stored(there, id)
    expect(await submitApplication.run(await there.as('head', '2021-10-01'), { id, version })).toMatchObject({
      refusal: { rule: 'application.intakeClosed', clause: '4.2', params: { nearest: '7 октября 2021 г.' } },
    })
    expect(await stored(there, id)).toMatchObject({ state: 'draft', theme })
    expect(code(await submitApplication.run(await there.as('head', '2021-10-07'), { id, version }))).toBe('ok')
  })

  test('what was submitted never changes', async () => {
    const there = await anApplyingTerritory(base.db, turochak)
    const id = await anApplication(there)
    await expect(
      base.adminPool.query(`update application_rounds set snapshot = '{}' where application_id = $1`, [id]),
    ).rejects.toThrow('never changes')
  })
})

describe('who begins', () => {
  const start = (there: ApplyingTerritory, more: Partial<Parameters<typeof startApplication>[1]> = {}) => ({
    callId: there.callId,
    initiator: 'organisation' as const,
    organisationId: there.schools[0],
    theme: null,
    ...more,
  })

  test('nobody where status is given by an order alone, with the way there', async () => {
    const there = await anApplyingTerritory(base.db, luga)
    expect(rules(await startApplication(await there.as('head'), start(there)))).toEqual(['application.notTaken'])
  })

  test('the operator of Chebula begins for a school, which then confirms; in the region only organisations begin, with the clause', async () => {
    const there = await anApplyingTerritory(base.db, chebula)
    const id = await aDraftApplication(there, { initiator: 'operator' })
    expect(await inScope(base.db, there.territory.id, (tx) => participantsOf(tx, there, id))).toMatchObject([
      { state: 'asked', isLead: true },
    ])
    expect(await stored(there, id)).toMatchObject({ initiator: 'operator', initiatorOrganisationId: there.operatorId })
    expect(code(await deleteDraft.run(await there.as('head'), { id }))).toBe('forbidden')
    await fillIn(there, id)
    expect(await send(there, id)).toBe(1)

    const region = await anApplyingTerritory(base.db, lenobl)
    const refused = await startApplication(await region.as('methodist'), start(region, { initiator: 'operator' }))
    expect(refused).toMatchObject({ refusal: { rule: 'application.mayNotInitiate', params: { basis: ' (п. 3.3 Положения)' } } })
  })

  test('whoever holds a role or works in a body that the paper names begins for a school, on a page of their own; nobody else', async () => {
    const tutor = { ...chebula.roles[0]!, code: 'coordinator' }
    const there = await anApplyingTerritory(base.db, {
      ...chebula,
      bodies: { ...chebula.bodies, further: [council] },
      roles: [...chebula.roles.filter((role) => role.code !== 'coordinator'), tutor],
      initiators: { ...chebula.initiators!, who: ['coordinator', 'body1'] },
    })
    const { territory, network } = there
    const councilId = await anOrganisation(base.db, territory)
    const post = { organisationId: councilId, kind: 'specialist' as const, title: 'секретарь совета' }
    const secretary = await aPerson(base.db, territory, { post })
    const holder = await aPerson(base.db, territory)
    const siteId = await aSite(base.db, network)
    await inScope(base.db, territory.id, async (tx) => {
      await tx.updateTable('organisations').set({ body: 'body1' }).where('id', '=', councilId).execute()
      const term = { startsOn: '2021-02-01', endsOn: null }
      const held = { territoryId: territory.id, id: newId(), personId: holder, kind: 'coordinator', siteId }
      await tx
        .insertInto('appointments')
        .values({ ...held, ...term })
        .execute()
    })
    const byHolder = await startApplication(await ctxOf(base.db, territory, holder), start(there, { initiator: 'coordinator' }))
    const byBody = await startApplication(await ctxOf(base.db, territory, secretary), start(there, { initiator: 'body1' }))
    if (!byHolder.ok || !byBody.ok) throw new Error(JSON.stringify([byHolder, byBody]))
    expect((await stored(there, byHolder.value)).initiatorOrganisationId).toBe(there.schools[0])
    expect((await stored(there, byBody.value)).initiatorOrganisationId).toBe(councilId)
    const pages = [holder, secretary, there.people.stranger].map((who) => as(who).get('/applications/new'))
    expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([200, 200, 403])
    for (const initiator of ['coordinator', 'body1'])
      expect(code(await startApplication(await there.as('stranger'), start(there, { initiator })))).toBe('forbidden')
    expect(code(await startApplication(await ctxOf(base.db, territory, holder), start(there, { initiator: 'body1' })))).toBe(
      'forbidden',
    )
  })

  test('a head without category does not pass in Chebula, with the clause', async () => {
    const there = await anApplyingTerritory(base.db, chebula)
    const id = await anApplication(there, { state: 'complete', headPersonId: there.people.stranger })
    const refused = await submitApplication.run(await there.as('head'), {
      id,
      version: (await stored(there, id)).editVersion,
    })
    expect(refused).toMatchObject({ refusal: { rule: 'application.headNotEligible', params: { basis: ' (п. 4.1 Положения)' } } })
  })

  test('a head begins for the own organisation, in an open call, and for no other', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const head = await there.as('head')
    expect(rules(await startApplication(head, start(there, { organisationId: there.schools[1] })))).toEqual([
      'application.notYourOrganisation',
    ])
    expect(rules(await startApplication(head, start(there, { callId: null })))).toEqual(['application.needsCall'])
    expect(rules(await startApplication(await there.as('head', '2021-12-01'), start(there)))).toEqual(['call.closed'])
    expect(code(await startApplication(await there.as('stranger'), start(there)))).toBe('forbidden')
    const id = await aDraftApplication(there)
    const [lead] = await inScope(base.db, there.territory.id, (tx) => participantsOf(tx, there, id))
    expect(lead).toMatchObject({ legalAddress: 'ул. Школьная, д. 1', email: 'shkola@primer.ru', state: 'confirmed' })
    expect(lead!.headName).toMatch(/ Анна Ивановна$/)
  })
})

describe('writing', () => {
  test('two people write different parts; of the same part the second is told', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await aDraftApplication(there)
    const head = await there.as('head')
    expect(code(await letIn.run(head, { id, personId: there.people.deputy }))).toBe('ok')
    const deputy = await there.as('deputy')
    const theme = { id, theme: 'Первая', direction: null, wantedFrom: null, wantedTo: null }
    expect(code(await saveTheme.run(head, { ...theme, version: 0 }))).toBe('ok')
    expect(code(await saveAdviser.run(deputy, { id, version: 0, name: '', post: '', nobody: true }))).toBe('ok')
    expect(code(await saveTheme.run(deputy, { ...theme, version: 0, theme: 'Вторая' }))).toBe('changedMeanwhile')
    expect((await stored(there, id)).theme).toBe('Первая')
    expect(code(await shutOut.run(head, { id, person: there.people.deputy }))).toBe('ok')
    expect(code(await saveTheme.run(deputy, { ...theme, version: 1 }))).toBe('forbidden')
  })

  test('a draft kept every few seconds is one fact of history', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await aDraftApplication(there)
    const head = await there.as('head')
    const theme = { id, theme: 'Тема', direction: null, wantedFrom: null, wantedTo: null }
    for (const version of [0, 1, 2])
      await saveTheme.run({ ...head, now: new Date(head.now.getTime() + version * 10_000) }, { ...theme, version })
    const { rowCount } = await base.adminPool.query(
      `select 1 from history where subject_id = $1 and kind = 'application.changed'`,
      [id],
    )
    expect(rowCount).toBe(1)
  })

  test('nobody writes what has been sent, and nobody else sees another territory', async () => {
    const there = await anApplyingTerritory(base.db, turochak)
    const id = await anApplication(there)
    const theme = { id, version: 1, theme: 'x', direction: null, wantedFrom: null, wantedTo: null }
    expect(code(await saveTheme.run(await there.as('head'), theme))).toBe('illegalMove')
    const elsewhere = await anApplyingTerritory(base.db, turochak)
    expect(code(await saveTheme.run(await elsewhere.as('head'), theme))).toBe('notFound')
  })
})

describe('taking back', () => {
  test('a sent one with its reason, until it is decided; an unsent one is deleted with everything in it', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await anApplication(there, { state: 'admitted' })
    const head = await there.as('head')
    expect(rules(await withdrawApplication.run(head, { id, reason: '' }))).toEqual(['application.withdrawalNeedsReason'])
    expect(
      code(
        await withdrawApplication.run(await ctxOf(base.db, there.territory, there.people.elsewhere), {
          id,
          reason: 'x',
        }),
      ),
    ).toBe('forbidden')
    expect(code(await withdrawApplication.run(head, { id, reason: 'Передумали' }))).toBe('ok')
    expect(await stored(there, id)).toMatchObject({ state: 'withdrawn', withdrawReason: 'Передумали' })
    expect(code(await withdrawApplication.run(head, { id, reason: 'Ещё раз' }))).toBe('illegalMove')
    expect(code(await deleteDraft.run(head, { id }))).toBe('illegalMove')

    const draft = await anApplication(there, { state: 'complete', joint: true })
    expect(code(await deleteDraft.run(head, { id: draft }))).toBe('ok')
    const { rowCount } = await base.adminPool.query('select 1 from programmes where application_id = $1', [draft])
    expect(rowCount).toBe(0)
  })
})
