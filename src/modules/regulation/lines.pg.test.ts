// Proves: several Положения in one territory, each with its own sites, calls, limits and clauses.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aCall } from '../../../test/factories/calls.ts'
import { aGrant, anOffice, aPoint, aSchool, aSigned, done, type Office, onDay, sign } from '../../../test/factories/orders.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl, luga } from '../../../test/regulations.ts'
import { addDays } from '../../kernel/dates.ts'
import type { RegulationId, RegulationLineId, SiteId } from '../../kernel/types.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { noChoices } from '../../kit/order/template.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { changeOrder } from '../orders/commands/change-order.ts'
import { draftOrder } from '../orders/commands/draft-order.ts'
import { submitOrder } from '../orders/commands/move-order.ts'
import { regulationFor, regulationsInForce } from './queries.ts'

const base = ownDatabase()
const { as } = aClient(base)

const name = 'Положение о площадках наставничества'
const here = <T>(rule: T): T => JSON.parse(JSON.stringify(rule), (key, value) => (key === 'clause' ? ['2.1'] : value)) as T
/** Shorter terms, one site in all, and a call that the other paper does not know. */
const mentoring: Regulation = {
  ...luga,
  title: name,
  term: { kind: 'longest', clause: ['2.2'], months: 12 },
  limits: { clause: ['2.1'], list: [{ what: 'sites', least: null, most: 1, clause: ['2.1'] }] },
  calls: here({ ...lenobl.calls!, act: luga.status.act, setBy: 'authority' }),
  application: here(lenobl.application),
  initiators: here(lenobl.initiators),
  status: { ...luga.status, steps: ['call', 'application', 'order'] },
  examples: [],
  provisions: {},
}

let office: Office
let line: RegulationLineId
let edition: RegulationId
const person = () => as(office.officialId)
const inIt = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(base.db, office.territory.id, work)
const idOf = (to: string | null) => (/editions\/([0-9a-f-]{36})/.exec(to ?? '')?.[1] ?? '') as RegulationId

/** A draft under a line that changes one thing, sent to be signed. */
async function aDraftUnder(day: string, lineId: RegulationLineId | null, effects: readonly Effect[]) {
  const there = await onDay(office, day)
  const drafted = await draftOrder(there.official, { templateCode: 'plain', issuerId: null, lineId, choices: noChoices })
  const { id } = done(drafted)
  const content = {
    ...{ title: 'О площадках', preamble: 'Чтобы учиться', points: [aPoint(effects)], appendices: [] },
    ...{ signatoryId: office.signatoryId, controllerId: office.signatoryId },
    ...{ acquaintance: 'assignees' as const, publishOnSigning: false },
  }
  done(await changeOrder(there.official, { orderId: id, version: 1, content }))
  done(await submitOrder(there.official, { orderId: id, version: 2 }))
  return { there, id }
}
async function signedUnder(day: string, lineId: RegulationLineId | null, effects: readonly Effect[]) {
  const { there, id } = await aDraftUnder(day, lineId, effects)
  return done(await sign(there, id))
}
/** Why such an order cannot be signed: each rule with the clause it cites. */
async function refusedUnder(day: string, lineId: RegulationLineId | null, effects: readonly Effect[]) {
  const { there, id } = await aDraftUnder(day, lineId, effects)
  const result = await sign(there, id)
  if (result.ok || result.refusal.code !== 'rule') throw new Error(JSON.stringify(result))
  const { text } = await person().get(`/orders/${id}`)
  return { rule: result.refusal.rule, clause: result.refusal.clause, text }
}
const editionOfSite = (id: SiteId) =>
  inIt((tx) => tx.selectFrom('sites').select('regulationId').where('id', '=', id).executeTakeFirstOrThrow())

beforeAll(async () => {
  office = await anOffice(base.db, '2021-02-10', luga)
  await aSigned(await onDay(office, '2021-01-28'), [aPoint([{ kind: 'approveRegulation', regulationId: office.regulationId }])])
  const file = new File([JSON.stringify(mentoring)], 'polozhenie.json')
  const begun = await person().post('/regulation/new-line', { name, from: 'file', file })
  edition = idOf(begun.to)
  const row = await inIt((tx) =>
    tx.selectFrom('regulations').select('lineId').where('id', '=', edition).executeTakeFirstOrThrow(),
  )
  line = row.lineId
  await aSigned(await onDay(office, '2021-01-29'), [aPoint([{ kind: 'approveRegulation', regulationId: edition }])])
})

describe('a territory with two Положения', () => {
  test('lives by both: each is named, has its own editions and its public page', async () => {
    const all = await inIt((tx) => regulationsInForce(tx, office.official))
    expect(all.map((one) => [one.id, one.version])).toEqual([
      [office.regulationId, 1],
      [edition, 1],
    ])
    const list = (await person().get('/regulation/editions')).text
    for (const part of [luga.title, name]) expect(list).toContain(part)
    expect((await person().get('/regulation?line=line-2')).text).toContain(name)
    const named = await person().get('/regulation/lines/line-2')
    expect([named.status, named.text]).toEqual([200, expect.stringContaining('Название Положения')])
    const open = await as(null).get(`/regulations/${office.territory.code}?line=line-2`)
    expect([open.status, open.text]).toEqual([200, expect.stringContaining(name)])
  })

  test('a second one of the same name is refused in words', async () => {
    const again = await person().post('/regulation/new-line', { name, from: 'empty' })
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('Так уже называется другое Положение')])
  })

  test('a site keeps the edition of the line its order was written under, also of a theme the school has under the other', async () => {
    const school = await aSchool(office)
    const [first, second] = [
      aGrant(school.id, { from: '2021-02-01' }),
      aGrant(school.id, { from: '2021-02-01', to: '2022-01-31' }),
    ]
    await signedUnder('2021-02-01', null, [first])
    await signedUnder('2021-02-01', line, [second])
    expect((await editionOfSite(first.siteId)).regulationId).toBe(office.regulationId)
    expect((await editionOfSite(second.siteId)).regulationId).toBe(edition)
  })

  test('what one forbids is refused by its own clause, and the other counts for itself', async () => {
    const school = await aSchool(office)
    const long = aGrant(school.id, { theme: 'Долгая', from: '2021-02-02', to: '2023-08-31' })
    const tooLong = await refusedUnder('2021-02-02', line, [long])
    expect(tooLong.clause).toBe(`2.2@line-2@Положения о площадках наставничества`)
    expect(tooLong.text).toContain('п. 2.2 Положения о площадках наставничества')
    const beyond = await refusedUnder('2021-02-02', line, [{ ...long, to: '2021-12-31' }])
    expect([beyond.rule, beyond.clause]).toEqual(['order.limit', '2.1@line-2@Положения о площадках наставничества'])
    await signedUnder('2021-02-02', null, [long])
  })

  test('a call is opened under the paper that knows calls, and refused under the other', async () => {
    const call = aCall({ opensOn: addDays('2021-02-03', 1), closesOn: '2021-03-03', reviewDueOn: null })
    expect((await refusedUnder('2021-02-03', null, [call])).rule).toBe('order.noCallsHere')
    await signedUnder('2021-02-03', line, [call])
    const row = await inIt((tx) => tx.selectFrom('calls').select('regulationId').where('id', '=', call.callId).executeTakeFirst())
    expect(row?.regulationId).toBe(edition)
  })

  test('a new edition of one leaves the other, and what began under the edition before is judged by that', async () => {
    const next = idOf((await person().post('/regulation/new-edition', { from: 'copy' })).to)
    await signedUnder('2021-02-05', null, [{ kind: 'approveRegulation', regulationId: next }])
    const of = { ...office.official, today: '2021-02-05' }
    const [first, second] = await inIt((tx) =>
      Promise.all([regulationFor(tx, of, { edition: office.regulationId }), regulationFor(tx, of, { line })]),
    )
    expect([first?.id, second?.id]).toEqual([next, edition])

    const longer = { ...mentoring, term: { kind: 'longest', clause: ['2.2'], months: 60 } }
    const file = new File([JSON.stringify(longer)], 'polozhenie.json')
    const later = idOf((await person().post('/regulation/new-edition', { from: 'file', line, file })).to)
    await signedUnder('2021-02-06', line, [{ kind: 'approveRegulation', regulationId: later }])
    const { siteId } = await inIt((tx) =>
      tx.selectFrom('sites').select('id as siteId').where('regulationId', '=', edition).executeTakeFirstOrThrow(),
    )
    const extend = { kind: 'extendStatus' as const, siteId, to: '2023-01-31', caseId: null }
    const refused = await refusedUnder('2021-02-07', null, [extend])
    expect(refused.clause).toContain('@line-2@')
    expect(await inIt((tx) => regulationFor(tx, of, { line }, '2021-02-06'))).toMatchObject({ id: later })
  })
})
