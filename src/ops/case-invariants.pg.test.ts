import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { everyCase } from '../../test/factories/cases.ts'
import { aContractInForce } from '../../test/factories/contracts.ts'
import { aPoint, aSigned } from '../../test/factories/orders.ts'
import { aCase, aLife } from '../../test/factories/status-cases.ts'
import { lenobl } from '../../test/regulations.ts'
import { createDb } from '../db/pool.ts'
import { appRole } from '../db/supervisor-roles.ts'
import type { TerritoryId } from '../kernel/types.ts'
import { invariants } from '../kit/install.ts'
import { violationsIn } from './invariants.ts'

const base = ownDatabase()
/** Where applications stand in every state, and where a status has been suspended and is spoken of again. */
let territories: Record<'calls' | 'life', TerritoryId>
beforeAll(async () => {
  const life = await aLife(base.db, lenobl)
  await aContractInForce(life)
  const suspension = {
    kind: 'suspendStatus',
    siteId: life.siteId,
    from: '2021-03-10',
    to: null,
    reason: 'Ремонт',
    caseId: null,
  } as const
  await aSigned(life.office, [aPoint([suspension])])
  await aCase(life, { kind: 'resumption', onDay: '2021-05-10' })
  territories = { calls: (await everyCase(base.db)).territory.id, life: life.office.territory.id }
}, 120_000)

const known = new Set(
  invariants()
    .map(({ name }) => name)
    .filter((name) => /^(call|application|review|submission|contract|suspension|statusCase)\./.test(name)),
)

/** What is wrong after the breakage, as the program sees it. In a transaction that is rolled back: the next one begins with whole data. */
async function brokenBy(where: 'calls' | 'life', breakage: string | null): Promise<string[]> {
  const met = new Set<string>()
  const broken = createDb(base.adminPool)
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`select set_config('app.territory_id', ${territories[where]}, true)`.execute(tx)
      if (breakage) {
        const here = breakage.replaceAll('$here', `territory_id = '${territories[where]}'`)
        const { numAffectedRows } = await sql.raw(here).execute(tx)
        expect(numAffectedRows).toBeGreaterThan(0n)
      }
      await sql.raw(`set local role ${appRole}`).execute(tx)
      for (const violation of await violationsIn(tx, where)) met.add(violation.name)
      throw new Error('rolled back')
    })
  await expect(broken).rejects.toThrow('rolled back')
  return [...met].filter((name) => known.has(name))
}

test('applications in every state and a status that was suspended break none of them', async () => {
  expect([await brokenBy('calls', null), await brokenBy('life', null)]).toEqual([[], []])
})

const state = (word: string, more = '') => `$here and state = '${word}' ${more}`
const one = (table: string, where: string) => `(select ctid from ${table} where ${where} limit 1)`
const sentReview = one('reviews', state('sent'))

const ofCalls: [string, string][] = [
  ['call.byIssuedOrder', `update orders set state = 'draft' where $here and id in (select order_id from calls)`],
  ['call.isPublic', `update calls set closes_at = closes_at + interval '1 second' where $here`],
  ['call.isPublic', 'delete from published_calls where $here'],
  ['application.draftWasNotSent', `update applications set state = 'draft' where ${state('submitted')}`],
  ['application.roundsAreKept', `delete from application_rounds where ctid = ${one('application_rounds', '$here')}`],
  ['application.roundsAreKept', `update applications set round = round + 1 where ${state('submitted')}`],
  ['application.numbersHaveNoGaps', 'update applications set number = 40 where $here and number = 2'],
  ['application.numbersHaveNoGaps', `update journals set last_number = 1 where $here and kind = 'application'`],
  ['application.sendingIsTold', `delete from history where $here and kind = 'application.submitted'`],
  ['application.everybodyTakesPart', `update application_organisations set state = 'asked' where $here and not is_lead`],
  ['application.everybodyTakesPart', 'delete from application_organisations where $here and is_lead'],
  [
    'application.programmeIsFixed',
    `update programme_versions set state = 'draft', fixed_at = null where programme_id in (select id from programmes where application_id in
      (select id from applications where ${state('submitted')}))`,
  ],
  ['application.programmeIsFixed', 'update application_rounds set programme_version_id = null where $here'],
  ['application.decisionIsByOrder', `update applications set decided_by_order_id = null where ${state('granted')}`],
  ['application.decisionIsByOrder', `update applications set decided_on = '2021-12-01' where ${state('submitted')}`],
  ['application.grantedHasItsSite', `update applications set site_id = null where ${state('granted')}`],
  ['application.grantedHasItsSite', 'delete from site_organisations where $here and not is_lead'],
  ['application.decisionIsTold', `delete from history where $here and kind = 'application.declined'`],
  [
    'application.roundIsAsSent',
    `update application_rounds set snapshot = jsonb_set(snapshot, '{theme}', '"Другая тема"') where $here`,
  ],
  ['review.sentIsWhole', `update reviews set total = total + 1 where ctid = ${sentReview}`],
  ['review.sentIsWhole', `delete from review_scores where review_id in (select id from reviews where ctid = ${sentReview})`],
  ['review.isOfThisRound', `update applications set state = 'returned' where ${state('underReview')}`],
  ['review.isUnderWay', `update reviews set state = 'replaced', replace_reason = '' where $here`],
  [
    'review.isNotOnesOwn',
    `update reviews r set expert_person_id = a.created_by from applications a where r.ctid = ${sentReview} and a.id = r.application_id`,
  ],
  ['submission.holdsItsApplications', `update operator_submissions set state = 'returned', remark = '' where ${state('sent')}`],
  ['submission.followsItsOrder', `update operator_submissions set order_id = null where ${state('decided')}`],
]
test.each(ofCalls)('%s is noticed', async (name, breakage) => {
  expect(await brokenBy('calls', breakage)).toContain(name)
})

const ofLife: [string, string][] = [
  ['contract.isWithinTheStatus', `update contracts set starts_on = '2020-01-01' where $here`],
  ['suspension.byIssuedOrder', `update orders set state = 'draft' where $here and id in (select order_id from suspensions)`],
  ['suspension.isPublic', `update suspensions set starts_on = '2021-03-11' where $here`],
  ['suspension.isPublic', 'delete from suspensions where $here'],
  ['statusCase.followsItsOrder', `update status_cases set state = 'decided' where $here`],
  [
    'statusCase.isAboutAStatus',
    'update sites s set ended_by_order_id = s.order_id where s.$here and id in (select site_id from status_cases)',
  ],
]
test.each(ofLife)('%s is noticed', async (name, breakage) => {
  expect(await brokenBy('life', breakage)).toContain(name)
})

test('every one of them has a breakage here', () => {
  expect(new Set([...ofCalls, ...ofLife].map(([name]) => name))).toEqual(known)
  expect(known.size).toBeGreaterThan(20)
})
