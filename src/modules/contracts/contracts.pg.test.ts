// Proves R-16.
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aContract, aContractInForce, aText, contractNow } from '../../../test/factories/contracts.ts'
import { done } from '../../../test/factories/orders.ts'
import { aLife, type Life } from '../../../test/factories/status-cases.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl, luga } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import type { Result } from '../../kernel/result.ts'
import type { ContractId, Day } from '../../kernel/types.ts'
import { partiesOf } from '../organisations/party-queries.ts'
import { editContract, endContract, offerContract, signContract, startContract, takeBackContract } from './deeds.ts'
import { allContracts, contractsInForce, sitesWithoutContract } from './queries.ts'

const database = ownDatabase()

const ruleOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : result.refusal.code === 'rule' ? result.refusal.rule : result.refusal.code
const ask = <T>(life: Life, work: Parameters<typeof inScope<T>>[2]) => inScope(database.db, life.office.territory.id, work)
const sign = async (
  life: Life,
  who: 'director' | 'head' | 'methodist' | 'stranger',
  side: 'site' | 'operator',
  id: ContractId,
  on?: Day,
) => {
  const ctx = await life.as(who)
  const { version } = await contractNow(life, id)
  return signContract.run(ctx, { id, version, side, signedOn: on ?? ctx.today, files: [] })
}

describe('numbers', () => {
  test('go on from one typed by hand, are not given twice in a year, and stay with a contract that is taken back', async () => {
    const life = await aLife(database.db, lenobl)
    const methodist = await life.as('methodist')
    const offered = async (number: string | null) => {
      const id = await aContract(life, { number: null })
      const result = await offerContract.run(methodist, { id, version: 1, ...aText({ number }) })
      return { id, rule: ruleOf(result), number: (await contractNow(life, id)).number }
    }
    expect(await offered(null)).toMatchObject({ rule: 'ok', number: '1' })
    expect(await offered('5')).toMatchObject({ rule: 'ok', number: '5' })
    const next = await offered(null)
    expect(next).toMatchObject({ rule: 'ok', number: '6' })
    expect(await offered('6')).toMatchObject({ rule: 'contract.numberTaken', number: null })
    expect(await offered('2/2021')).toMatchObject({ rule: 'ok', number: '2/2021' })
    done(await takeBackContract.run(methodist, { id: next.id, version: (await contractNow(life, next.id)).version }))
    const { version } = await contractNow(life, next.id)
    done(await offerContract.run(methodist, { id: next.id, version, ...aText({ number: '6' }) }))
    expect(await offered(null)).toMatchObject({ rule: 'ok', number: '7' })
  })

  test('of last year, sent again this year, moves the journal of its own year; another number typed then is of this year', async () => {
    const life = await aLife(database.db, lenobl)
    const offered = async (day: Day, id: ContractId, number: string | null) => {
      const { version } = await contractNow(life, id)
      done(await offerContract.run(await life.as('methodist', day), { id, version, ...aText({ number }) }))
      const { number: given, numberYear } = await contractNow(life, id)
      return [given, numberYear]
    }
    const takenBack = async (day: Day, id: ContractId) =>
      done(await takeBackContract.run(await life.as('methodist', day), { id, version: (await contractNow(life, id)).version }))
    const [old, next, last] = [
      await aContract(life),
      await aContract(life, { number: null }),
      await aContract(life, { number: null }),
    ]
    expect(await offered('2021-12-28', old, '40')).toEqual(['40', 2021])
    await takenBack('2021-12-29', old)
    expect(await offered('2022-01-12', old, '40')).toEqual(['40', 2021])
    expect(await offered('2022-01-12', next, null)).toEqual(['1', 2022])
    await takenBack('2022-01-13', old)
    expect(await offered('2022-01-13', old, '5')).toEqual(['5', 2022])
    expect(await offered('2022-01-13', last, null)).toEqual(['6', 2022])
  })
})

describe('from draft to force', () => {
  test('both sides sign, who and when is kept, everybody is told', async () => {
    const life = await aLife(database.db, lenobl)
    const id = await aContract(life, { number: null })
    const methodist = await life.as('methodist')
    expect(ruleOf(await offerContract.run(methodist, { id, version: 1, ...aText({ terms: '' }) }))).toBe('contract.needsTerms')
    expect(await contractNow(life, id)).toMatchObject({ state: 'draft', version: 1 })
    done(await offerContract.run(methodist, { id, version: 1, ...aText() }))
    expect(ruleOf(await sign(life, 'stranger', 'site', id))).toBe('forbidden')
    expect(ruleOf(await sign(life, 'director', 'operator', id))).toBe('forbidden')
    expect(ruleOf(await sign(life, 'director', 'site', id, '2021-02-01'))).toBe('contract.signedInFuture')
    expect(ruleOf(await sign(life, 'director', 'site', id))).toBe('ok')
    expect(ruleOf(await sign(life, 'head', 'site', id))).toBe('contract.signedAlready')
    expect(ruleOf(await sign(life, 'methodist', 'operator', id))).toBe('ok')
    expect(await contractNow(life, id)).toMatchObject({
      state: 'inForce',
      number: '7',
      signatures: {
        site: { by: life.people.director, on: '2021-01-28' },
        operator: { by: life.people.methodist, on: '2021-01-28' },
      },
    })
    const { rows } = await database.adminPool.query('select kind from history where subject_id = $1 order by seq', [id])
    expect(rows.map((row) => row.kind)).toEqual([
      'contract.started',
      'contract.changed',
      'contract.offered',
      'contract.signed',
      'contract.signed',
      'contract.inForce',
    ])
    const told = await database.adminPool.query(
      "select person_id from notices where kind = 'contract.inForce' and subject_id = $1",
      [id],
    )
    expect(told.rows.map((row) => row.person_id).sort()).toEqual(
      [life.people.director, life.people.head, life.people.official].sort(),
    )
  })

  test('taken back, it loses the signature that stood under other words', async () => {
    const life = await aLife(database.db, lenobl)
    const id = await aContract(life)
    const methodist = await life.as('methodist')
    done(await offerContract.run(methodist, { id, version: 1, ...aText() }))
    expect(ruleOf(await editContract.run(methodist, { id, version: 3, ...aText() }))).toBe('contract.notDraft')
    done(await sign(life, 'director', 'site', id))
    done(await takeBackContract.run(methodist, { id, version: 4 }))
    expect(await contractNow(life, id)).toMatchObject({ state: 'draft', signatures: { site: null, operator: null } })
    expect(ruleOf(await editContract.run(methodist, { id, version: 4, ...aText() }))).toBe('changedMeanwhile')
    expect(ruleOf(await editContract.run(await life.as('director'), { id, version: 5, ...aText() }))).toBe('forbidden')
  })

  test('one in force at a time: the second signature of an overlapping one is refused and changes nothing', async () => {
    const life = await aLife(database.db, lenobl)
    await aContractInForce(life)
    const id = await aContract(life, { number: '8', startsOn: '2022-01-31', endsOn: '2022-08-31' })
    done(
      await offerContract.run(await life.as('methodist'), {
        id,
        version: 1,
        ...aText({ number: '8', startsOn: '2022-01-31', endsOn: '2022-08-31' }),
      }),
    )
    done(await sign(life, 'director', 'site', id))
    expect(ruleOf(await sign(life, 'methodist', 'operator', id))).toBe('contract.alreadyInForce')
    expect(await contractNow(life, id)).toMatchObject({ state: 'awaitingSignatures', signatures: { operator: null } })
  })

  test('two press at once: one signature is written, the other is told', async () => {
    const life = await aLife(database.db, lenobl)
    const id = await aContract(life)
    done(await offerContract.run(await life.as('methodist'), { id, version: 1, ...aText() }))
    const [director, head] = [await life.as('director'), await life.as('head')]
    const press = { id, version: 3, side: 'site', signedOn: director.today, files: [] } as const
    const both = await Promise.all([signContract.run(director, press), signContract.run(head, press)])
    expect(both.map(ruleOf).sort()).toEqual(['changedMeanwhile', 'ok'])
  })
})

describe('where, for how long, until when', () => {
  test('outside the status and where no regulation asks for one there is none', async () => {
    const [life, other] = [await aLife(database.db, lenobl), await aLife(database.db, luga)]
    const start = async (whose: Life, more = {}) =>
      ruleOf(await startContract.run(await whose.as('methodist'), { id: whose.siteId, ...aText(more) }))
    expect(await start(life, { startsOn: '2021-01-27' })).toBe('contract.beforeStatus')
    expect(await start(life, { endsOn: '2022-09-01' })).toBe('contract.afterStatus')
    expect(await start(other)).toBe('contract.notAsked')
    const foreign = await startContract.run(await other.as('methodist'), { id: life.siteId, ...aText() })
    expect(ruleOf(foreign)).toBe('notFound')
  })

  test('ended early with a reason, it is in force no more; the site waits for another', async () => {
    const life = await aLife(database.db, lenobl)
    const waiting = () => ask(life, (tx) => sitesWithoutContract(tx, { territory: life.office.territory, today: '2021-03-01' }))
    expect(await waiting()).toMatchObject([{ siteId: life.siteId, due: null }])
    const id = await aContractInForce(life)
    expect(await waiting()).toEqual([])
    const inForce = () =>
      ask(life, (tx) =>
        contractsInForce(tx, { territory: life.office.territory, today: '2021-06-01' }, '2021-06-01', [life.siteId]),
      )
    expect(await inForce()).toMatchObject([{ id, number: '7' }])
    const methodist = await life.as('methodist', '2021-05-01')
    const { version } = await contractNow(life, id)
    const end = (endedOn: Day) => endContract.run(methodist, { id, version, endedOn, endReason: 'По согласию сторон' })
    expect(ruleOf(await end('2022-01-31'))).toBe('contract.endOutside')
    expect(ruleOf(await end('2021-05-10'))).toBe('ok')
    expect(await inForce()).toEqual([])
    expect(await contractNow(life, id)).toMatchObject({ state: 'ended', endedOn: '2021-05-10', endReason: 'По согласию сторон' })
    expect(await waiting()).toHaveLength(1)
    const all = (tx: Tx) => allContracts(tx, { territory: life.office.territory, today: '2021-06-01' })
    expect(await ask(life, (tx) => all(tx).page(50, 0))).toMatchObject([{ id }])
    expect(await ask(life, (tx) => all(tx).count())).toBe(1)
  })

  test('the parties are named with their heads', async () => {
    const life = await aLife(database.db, lenobl)
    const parties = await ask(life, (tx) =>
      partiesOf(tx, { territory: life.office.territory }, [life.office.issuerId, life.hostId], '2021-03-01'),
    )
    expect(parties.map((one) => [one.organisationId, one.head?.post])).toEqual([
      [life.office.issuerId, 'председатель'],
      [life.hostId, 'директор'],
    ])
  })
})
