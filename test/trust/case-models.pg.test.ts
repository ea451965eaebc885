import { lenobl } from '../regulations.ts'
// Proves.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import type { Machine } from '../../src/kernel/machine.ts'
import type { ApplicationId, OperatorSubmissionId, OrderId, PersonId, ReviewId } from '../../src/kernel/types.ts'
import { noChoices } from '../../src/kit/order/template.ts'
import { submitApplication, withdrawApplication } from '../../src/modules/applications/deeds/send.ts'
import { machine as applications } from '../../src/modules/applications/machine.ts'
import { returnApplication } from '../../src/modules/applications/operator/deeds.ts'
import { publishCalls } from '../../src/modules/calls/commands/publish-calls.ts'
import type { ReviewCriterion } from '../../src/modules/calls/model.ts'
import { draftOrder } from '../../src/modules/orders/commands/draft-order.ts'
import { deleteDraft, submitOrder } from '../../src/modules/orders/commands/move-order.ts'
import { signOrder } from '../../src/modules/orders/commands/sign-order.ts'
import { orderMachine as orders } from '../../src/modules/orders/machine.ts'
import { assignExperts, finishReview, replaceExpert } from '../../src/modules/reviews/deeds/lead.ts'
import { declareNoConflict, declineReview, sendReview } from '../../src/modules/reviews/deeds/write.ts'
import { machine as reviews } from '../../src/modules/reviews/machine.ts'
import { startSubmission } from '../../src/modules/submissions/commands/start-submission.ts'
import {
  chooseApplications,
  draftChoice,
  dropSubmission,
  returnSubmission,
  sendSubmission,
} from '../../src/modules/submissions/deeds.ts'
import { machine as submissions } from '../../src/modules/submissions/machine.ts'
import { violationsIn } from '../../src/ops/invariants.ts'
import { ownDatabase } from '../database.ts'
import { type ApplyingTerritory, anApplication } from '../factories/applications.ts'
import { checked } from '../factories/checks.ts'
import { aReviewText, criteriaOf, someExperts } from '../factories/reviews.ts'
import { aDecidingTerritory, aSignedProtocol } from '../factories/submissions.ts'
import { lostTasks } from '../factories/waiting.ts'
import { ctxOf, inScope, type TestCtx } from '../factory.ts'

const runs = Number(process.env.MODEL_RUNS ?? (process.env.LONG_TESTS ? 60 : 3))
const seed = Number(process.env.FUZZ_SEED ?? 42)
const base = ownDatabase()

const machines: Readonly<Record<string, Machine<string, string>>> = {
  applications,
  reviews,
  operator_submissions: submissions,
  orders,
}
/** Rows that may be thrown away, and while in which states. */
const droppable = new Set(['operator_submissions draft', 'operator_submissions returned', 'orders draft'])

type Row<Id extends string = string> = { readonly id: Id; readonly state: string; readonly version: number }
const rowsOf = async <Id extends string>(there: ApplyingTerritory, table: string): Promise<Row<Id>[]> =>
  (
    await base.adminPool.query<Row<Id>>(
      `select id, state, edit_version as version from ${table} where territory_id = $1 order by id`,
      [there.territory.id],
    )
  ).rows

/** One deed more: every row stands where it stood, or where a single action of its machine leads. */
async function isLegal(there: ApplyingTerritory, before: ReadonlyMap<string, readonly Row[]>): Promise<number> {
  let moves = 0
  for (const [table, machine] of Object.entries(machines)) {
    const after = new Map((await rowsOf(there, table)).map((row) => [row.id, row.state]))
    for (const { id, state } of before.get(table)!) {
      const to = after.get(id)
      if (to === undefined) expect(droppable).toContain(`${table} ${state}`)
      else if (to !== state) {
        moves++
        expect([table, state, to, Object.values(machine.moves[state] ?? {}).includes(to)]).toEqual([table, state, to, true])
      }
    }
  }
  return moves
}

const kinds = [
  'submit',
  'withdraw',
  'check',
  'check',
  'return',
  'assign',
  'assign',
  'declare',
  'declare',
  'declare',
  'decline',
  'send',
  'send',
  'send',
  'replace',
  'finish',
  'start',
  'sendSubmission',
  'sendSubmission',
  'returnSubmission',
  'drop',
  'choose',
  'choose',
  'submitOrder',
  'submitOrder',
  'sign',
  'sign',
  'deleteOrder',
  'revoke',
] as const
type Deed = { readonly kind: (typeof kinds)[number]; readonly what: number; readonly who: number; readonly stale: number }
const deeds = fc.array(fc.record({ kind: fc.constantFrom(...kinds), what: fc.nat(20), who: fc.nat(6), stale: fc.nat(19) }), {
  minLength: 40,
  maxLength: 90,
})

const fitting: Readonly<Partial<Record<Deed['kind'], readonly string[]>>> = {
  submit: ['draft', 'returned'],
  check: ['submitted'],
  assign: ['admitted', 'underReview'],
  declare: ['assigned'],
  decline: ['assigned'],
  send: ['accepted'],
  replace: ['assigned', 'declined'],
  finish: ['underReview'],
  sendSubmission: ['draft', 'returned'],
  returnSubmission: ['sent'],
  choose: ['sent'],
  submitOrder: ['draft'],
  sign: ['awaitingSignature'],
  deleteOrder: ['draft'],
  revoke: ['signed'],
}

type World = { there: ApplyingTerritory; pool: readonly PersonId[]; criteria: readonly ReviewCriterion[] }

/** More often than not the one whose deed it is, otherwise anybody. */
async function does({ there, pool, criteria }: World, { kind, what, who, stale }: Deed): Promise<unknown> {
  const anybody = ['head', 'deputy', 'methodist', 'official', 'stranger', 'elsewhere', 'otherHead'] as const
  const roles = ['head', 'methodist', 'official'] as const
  const by = async (usual: (typeof roles)[number] | PersonId): Promise<TestCtx> => {
    if (stale === 0) return there.as(anybody[who]!)
    const usually = roles.find((role) => role === usual)
    return usually ? there.as(usually) : ctxOf(there.db, there.territory, usual as PersonId)
  }
  // More often than not a row with which this deed may succeed.
  const one = async <Id extends string>(table: string): Promise<Row<Id>> => {
    const rows = await rowsOf<Id>(there, table)
    const fit = rows.filter(({ state }) => fitting[kind]?.includes(state))
    const from = stale > 3 && fit.length > 0 ? fit : rows
    return from[what % Math.max(1, from.length)] ?? { id: newId<Id>(), state: '', version: 1 }
  }
  const app = await one<ApplicationId>('applications')
  const review = await one<ReviewId>('reviews')
  const submission = await one<OperatorSubmissionId>('operator_submissions')
  const order = await one<OrderId>('orders')
  const off = stale === 1 ? 1 : 0
  const version = (row: Row) => row.version - off
  const expertOf = async () => {
    const { rows } = await base.adminPool.query<{ id: PersonId }>('select expert_person_id as id from reviews where id = $1', [
      review.id,
    ])
    return rows[0]?.id ?? pool[0]!
  }
  const someone = pool[(what + who) % pool.length]!
  switch (kind) {
    case 'submit':
      return submitApplication.run(await by('head'), { id: app.id, version: version(app) })
    case 'withdraw':
      return what < 3 && withdrawApplication.run(await by('head'), { id: app.id, reason: 'Передумали' })
    case 'check':
      return app.state === 'submitted' && checked(there, app.id, what % 5 === 0 ? { theme: 'Сузьте' } : {}).catch(() => null)
    case 'return':
      return (
        what < 6 &&
        returnApplication.run(await by('methodist'), {
          id: app.id,
          version: version(app),
          remarks: [{ section: 'theme', text: 'Сузьте тему' }],
        })
      )
    case 'assign': {
      const personIds = what % 2 ? [someone] : pool.slice(who % 2, (who % 2) + 3)
      return assignExperts.run(await by('methodist'), { id: app.id, experts: personIds, dueOn: '2021-12-20' })
    }
    case 'declare':
      return declareNoConflict.run(await by(await expertOf()), { id: review.id })
    case 'decline':
      return what < 5 && declineReview.run(await by(await expertOf()), { id: review.id, reason: 'Знаком с автором' })
    case 'send': {
      const text = aReviewText(criteria, what % 7 === 0 ? 0 : 2)
      return sendReview.run(await by(await expertOf()), { id: review.id, version: version(review), sure: false, ...text })
    }
    case 'replace':
      return replaceExpert.run(await by('methodist'), {
        id: review.id,
        personId: someone,
        dueOn: '2021-12-20',
        reason: 'Молчит',
      })
    case 'finish':
      return finishReview.run(await by('methodist'), { id: app.id, reason: 'Достаточно' })
    case 'start':
      return startSubmission(await by('methodist'), { callId: there.callId })
    case 'sendSubmission':
      return sendSubmission.run(await by('methodist'), { id: submission.id, version: version(submission) })
    case 'returnSubmission':
      return (
        what < 6 &&
        returnSubmission.run(await by('official'), {
          id: submission.id,
          version: version(submission),
          remark: 'Назовите основания',
        })
      )
    case 'drop':
      return what < 4 && dropSubmission.run(await by('methodist'), { id: submission.id, version: version(submission) })
    case 'choose': {
      const items = (await rowsOf<ApplicationId>(there, 'applications')).map(({ id }, n) =>
        (n + what) % 2
          ? ({ applicationId: id, verdict: 'include', reason: '' } as const)
          : ({ applicationId: id, verdict: 'exclude', reason: 'Мало занятий' } as const),
      )
      const chosen = { id: submission.id, version: version(submission), items }
      return (what % 3 > 0 ? draftChoice : chooseApplications).run(await by('official'), chosen)
    }
    case 'submitOrder':
      return submitOrder(await by('official'), { orderId: order.id, version: version(order) })
    case 'sign':
      return signOrder(await by('official'), {
        orderId: order.id,
        version: version(order),
        number: null,
        effectiveOn: null,
      })
    case 'deleteOrder':
      return deleteDraft(await by('official'), { orderId: order.id, version: version(order) })
    case 'revoke':
      return (
        order.state === 'signed' &&
        order.id !== there.network.orderId &&
        draftOrder(await by('official'), {
          templateCode: 'revokeOrder',
          issuerId: there.network.authorityId,
          choices: { ...noChoices, orderId: order.id },
        })
      )
  }
}

/** Where the cases begin: some of them late, so that the end of the way is walked as often as its beginning. */
const begun = ['complete', 'submitted', 'admitted', 'admitted', 'reviewed', 'reviewed'] as const

/** The first order and the protocol stand in the tables by hand, and two cases come without their reviews; everything else goes by the commands. */
const ownInvariants = (names: readonly string[]) =>
  names.filter(
    (name) =>
      /^(application|review|submission|site|register|history|effect|call)\./.test(name) &&
      !['call.isPublic', 'review.isUnderWay'].includes(name),
  )

test('random deeds of everybody about whole cases: no illegal move anywhere, no invariant broken', async () => {
  let moved = 0
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(deeds, async (given) => {
      const there = await aDecidingTerritory(base.db, lenobl)
      const methodist = await there.as('methodist')
      await inScope(base.db, there.territory.id, (tx) => publishCalls(tx, methodist, [there.callId!]))
      await aSignedProtocol(there)
      const world = { there, pool: await someExperts(there, 5), criteria: await criteriaOf(there) }
      for (const [n, state] of begun.entries()) await anApplication(there, { state, theme: `Тема ${n}` })
      for (const deed of given) {
        const before = new Map<string, Row[]>()
        for (const table of Object.keys(machines)) before.set(table, await rowsOf(there, table))
        await does(world, deed)
        moved += await isLegal(there, before)
      }
      for (const { state } of await rowsOf(there, 'applications')) reached.add(state)
      const violations = await inScope(base.db, there.territory.id, (tx) => violationsIn(tx, 'model'))
      expect(ownInvariants(violations.map(({ name }) => name))).toEqual([])
      expect((await lostTasks(base.db, there.territory.id)).lost).toEqual([])
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  expect(moved).toBeGreaterThan(runs * 8)
  expect(reached.size).toBeGreaterThan(5)
}, 600_000)
