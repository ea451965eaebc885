import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from '../../src/db/transact.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Machine } from '../../src/kernel/machine.ts'
import type { OrderId, PlanId, SiteId, TerritoryId } from '../../src/kernel/types.ts'
import { acknowledgeOrder } from '../../src/modules/orders/commands/acknowledge-order.ts'
import { deleteDraft, publishOrder, sendBackOrder, submitOrder } from '../../src/modules/orders/commands/move-order.ts'
import { signOrder } from '../../src/modules/orders/commands/sign-order.ts'
import { orderMachine } from '../../src/modules/orders/machine.ts'
import { dropVersion, startVersion } from '../../src/modules/plans/deeds/versions.ts'
import { saveLines, submitPlan, withdrawPlan } from '../../src/modules/plans/deeds/write.ts'
import { machine as planMachine } from '../../src/modules/plans/machine.ts'
import { openPlan } from '../../src/modules/plans/store.ts'
import { submitReport, withdrawReport } from '../../src/modules/reports/deeds/write.ts'
import { machine as reportMachine } from '../../src/modules/reports/machine.ts'
import { violationsIn } from '../../src/ops/invariants.ts'
import { ownDatabase } from '../database.ts'
import {
  aGrant,
  anOffice,
  aDraft as anOrderDraft,
  aPoint,
  aSchool,
  type Office,
  theRegulationOrder,
} from '../factories/orders.ts'
import {
  aDraft,
  aPlanningSite,
  aRow,
  decidePlan,
  type PlanningSite,
  passChain,
  versionNow,
  whoDecides,
} from '../factories/plans.ts'
import { aReport, decideReport, reportNow } from '../factories/reports.ts'
import { lostTasks } from '../factories/waiting.ts'
import { ctxOf, inScope, type TestCtx } from '../factory.ts'
import { luga } from '../regulations.ts'

const runs = Number(process.env.MODEL_RUNS ?? (process.env.LONG_TESTS ? 100 : 3))
const seed = Number(process.env.FUZZ_SEED ?? 42)
const base = ownDatabase()

/** Moves that a machine allows, by whatever action; staying is always allowed. */
const legal = (machine: Machine<string, string>, from: string, to: string) =>
  from === to || Object.values(machine.moves[from] ?? {}).includes(to)

const statesOf = async (table: string, territory: TerritoryId): Promise<Map<string, string>> => {
  const { rows } = await base.adminPool.query<{ id: string; state: string }>(
    `select id, state from ${table} where territory_id = $1`,
    [territory],
  )
  return new Map(rows.map((row) => [row.id, row.state]))
}
const violations = async (territory: TerritoryId, about: RegExp) =>
  (await read(base.db, { territoryId: territory }, (tx) => violationsIn(tx, 'model'))).filter(({ name }) => about.test(name))

/** Carries out random deeds one after another and looks at every move of every row. */
async function live(
  given: { table: string; machine: Machine<string, string>; territory: TerritoryId; about: RegExp },
  deeds: readonly (() => Promise<unknown>)[],
): Promise<number> {
  let [before, moves] = [await statesOf(given.table, given.territory), 0]
  for (const deed of deeds) {
    await deed()
    const after = await statesOf(given.table, given.territory)
    for (const [id, from] of before) {
      const to = after.get(id)
      if (to === undefined) expect(['draft', from]).toContain('draft')
      else expect([from, to, legal(given.machine, from, to)]).toEqual([from, to, true])
      if (to !== from) moves++
    }
    for (const [id, to] of after) if (!before.has(id)) expect(to).toBe(given.machine.initial)
    before = after
  }
  expect(await violations(given.territory, given.about)).toEqual([])
  expect((await lostTasks(base.db, given.territory)).lost).toEqual([])
  return moves
}

const steps = (kinds: readonly string[], most: number) =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(4), what: fc.nat(5), stale: fc.nat(9) }), {
    minLength: 10,
    maxLength: most,
  })

test('random deeds of random people about orders: no illegal move, no invariant broken', async () => {
  let moved = 0
  const kinds = ['draft', 'draft', 'submit', 'submit', 'sendBack', 'sign', 'sign', 'publish', 'delete', 'acknowledge', 'revoke']
  await fc.assert(
    fc.asyncProperty(steps(kinds, 30), async (deeds) => {
      const office = await anOffice(base.db)
      await theRegulationOrder(office)
      const school = await aSchool(office)
      const head = await ctxOf(base.db, office.territory, school.headId)
      const people: readonly TestCtx[] = [office.signatory, office.official, office.signatory, office.official, head]
      const orders: OrderId[] = []
      const given = { table: 'orders', machine: orderMachine, territory: office.territory.id, about: /./ }
      moved += await live(
        given,
        deeds.map((deed) => () => orderDeed(office, people[deed.who]!, orders, deed, school)),
      )
    }),
    { numRuns: runs, seed },
  )
  expect(moved).toBeGreaterThan(runs)
}, 600_000)

type Deed = { readonly kind: string; readonly what: number; readonly stale: number }
/** More often than not the one whose deed it is, otherwise anybody. */
async function orderDeed(
  office: Office,
  anybody: TestCtx,
  orders: OrderId[],
  { kind, what, stale }: Deed,
  school: Awaited<ReturnType<typeof aSchool>>,
) {
  const signatory = kind === 'sign' || kind === 'sendBack'
  const ctx = stale < 3 ? anybody : signatory ? office.signatory : office.official
  const orderId = orders[what % Math.max(1, orders.length)] ?? newId<OrderId>()
  const { rows } = await base.adminPool.query<{ edit_version: number }>('select edit_version from orders where id = $1', [
    orderId,
  ])
  const version = (rows[0]?.edit_version ?? 1) - (stale === 0 ? 1 : 0)
  const task = { isTask: true, assigneeIds: [school.headId], dueOn: '2021-05-31' }
  if (kind === 'draft') {
    const effects = what % 2 ? [aGrant(school.id, { siteId: newId<SiteId>(), theme: `Тема ${what}` })] : []
    orders.push(await anOrderDraft(office, [aPoint(effects), aPoint([], task)], { publishOnSigning: what === 3 }))
    return
  }
  if (kind === 'revoke' && orders.length > 0)
    return void orders.push(await anOrderDraft(office, [aPoint([{ kind: 'revoke', orderId }])]))
  if (kind === 'submit') return submitOrder(ctx, { orderId, version })
  if (kind === 'sendBack') return sendBackOrder(ctx, { orderId, remark: 'Поправьте' })
  if (kind === 'sign') return signOrder(ctx, { orderId, version, number: stale === 1 ? 30 + what : null, effectiveOn: null })
  if (kind === 'publish') return publishOrder(ctx, { orderId })
  if (kind === 'delete') return deleteDraft(ctx, { orderId, version })
  return acknowledgeOrder(ctx, { orderId })
}

const everybody = ['head', 'mentor', 'methodist', 'official', 'coordinator'] as const

test('random deeds of random people about plans: no illegal move, no step skipped', async () => {
  let moved = 0
  const kinds = ['submit', 'submit', 'yes', 'yes', 'yes', 'yes', 'no', 'version', 'drop', 'withdraw', 'lines']
  await fc.assert(
    fc.asyncProperty(steps(kinds, 40), async (deeds) => {
      const site = await aPlanningSite(base.db, luga)
      const planId = await aDraft(site, [aRow(site, luga)])
      const given = { table: 'plan_versions', machine: planMachine, territory: site.territory.id, about: /^(plan|execution)\./ }
      moved += await live(
        given,
        deeds.map((deed) => async () => planDeed(site, await site.as(everybody[deed.who]!), planId, deed)),
      )
    }),
    { numRuns: runs, seed },
  )
  expect(moved).toBeGreaterThan(runs)
}, 600_000)

/** More often than not the one whose deed it is, otherwise anybody. */
async function planDeed(site: PlanningSite, anybody: TestCtx, planId: PlanId, { kind, stale }: Deed) {
  const { editVersion } = await versionNow(site, planId)
  const next = await inScope(base.db, site.territory.id, async (tx) => {
    const opened = await openPlan(tx, { territory: site.territory, today: '2021-09-01' }, planId)
    return luga.plan.chain[opened?.procedure.stands?.step ?? 0]
  })
  const decides = kind === 'yes' || kind === 'no'
  const ctx = stale < 3 ? anybody : await site.as(decides && next ? whoDecides(next.by) : 'head')
  const version = editVersion - (stale === 0 ? 1 : 0)
  if (kind === 'submit') return submitPlan.run(ctx, { id: planId, version, sameDay: true })
  if (kind === 'yes') return decidePlan(ctx, { id: planId, version, outcome: 'passed', remark: null })
  if (kind === 'no') return decidePlan(ctx, { id: planId, version, outcome: 'returned', remark: 'Нет сроков' })
  if (kind === 'version') return startVersion.run(ctx, { id: planId, reason: 'Перенос сроков' })
  if (kind === 'drop') return dropVersion.run(ctx, { id: planId, version })
  if (kind === 'withdraw') return withdrawPlan.run(ctx, { id: planId })
  return saveLines.run(ctx, { id: planId, version: version, lines: [aRow(site, luga)], reason: 'Перенос сроков', sameDay: false })
}

test('random deeds of random people about reports: no illegal move, nothing accepted that was not assembled', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(steps(['submit', 'submit', 'accept', 'return', 'withdraw'], 25), async (deeds) => {
      const site = await aPlanningSite(base.db, luga)
      await passChain(site, luga, await aDraft(site, [aRow(site, luga)]))
      const reportId = await aReport(site, luga, '2022-06-01')
      const given = { table: 'reports', machine: reportMachine, territory: site.territory.id, about: /^(report|plan)\./ }
      moved += await live(
        given,
        deeds.map((deed) => async () => reportDeed(site, await site.as(everybody[deed.who]!, '2022-06-02'), reportId, deed)),
      )
    }),
    { numRuns: runs, seed },
  )
  expect(moved).toBeGreaterThan(runs)
}, 600_000)

async function reportDeed(site: PlanningSite, ctx: TestCtx, reportId: string, { kind, stale }: Deed) {
  const { editVersion } = await reportNow(site, reportId)
  const version = editVersion - (stale === 0 ? 1 : 0)
  if (kind === 'submit') return submitReport.run(ctx, { id: reportId, version })
  if (kind === 'withdraw') return withdrawReport.run(ctx, { id: reportId, version })
  return decideReport(ctx, { id: reportId, version, outcome: kind === 'accept' ? 'accepted' : 'returned', remark: 'Нет выводов' })
}
