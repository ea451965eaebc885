import { chebula, luga, turochak } from '../../../test/regulations.ts'
import { periodKey } from '../../kernel/periods.ts'
// Proves R-35, C-71.

import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import {
  aDraft,
  anApprovedPlan,
  aPlanningSite,
  aRow,
  decidePlan,
  mustWork,
  type PlanningSite,
  versionNow,
} from '../../../test/factories/plans.ts'
import { aReport, aSubmittedReport, decideReport, reportNow } from '../../../test/factories/reports.ts'
import { inScope } from '../../../test/factory.ts'
import { newId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { PlanId } from '../../kernel/types.ts'
import { recordExecution } from '../plans/commands/record-execution.ts'
import { startPlan } from '../plans/commands/start-plan.ts'
import { dropVersion, startVersion } from '../plans/deeds/versions.ts'
import { saveLines, submitPlan, withdrawPlan } from '../plans/deeds/write.ts'
import { linesOf, openPlan } from '../plans/store.ts'
import { saveConclusions, startReport, submitReport, withdrawReport } from '../reports/deeds/write.ts'
import { appointCoordinator, appointStaff, endAppointment } from './commands/appoint.ts'

/** The day of the deeds; the site began long before. */
const today = '2021-10-20'
const database = ownDatabase()

const ruleOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : result.refusal.code === 'rule' ? result.refusal.rule : result.refusal.code

type Deed = () => Promise<Result<unknown>>
/** Brings a site to where a deed could be done, and gives the deed. */
type Ready = (site: PlanningSite) => Promise<Deed>

const sent = async (site: PlanningSite): Promise<PlanId> => {
  const planId = await aDraft(site, [aRow(site, chebula)])
  const { editVersion } = await versionNow(site, planId)
  mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: editVersion, sameDay: true }))
  return planId
}
const approved = (site: PlanningSite) => anApprovedPlan(site, chebula, [aRow(site, chebula)])
const newVersion = async (site: PlanningSite): Promise<PlanId> => {
  const planId = await approved(site)
  mustWork(await startVersion.run(await site.as('head'), { id: planId, reason: 'Новое занятие' }))
  return planId
}
const firstLine = (site: PlanningSite, planId: PlanId) =>
  inScope(site.db, site.territory.id, async (tx) => {
    const opened = (await openPlan(tx, { territory: site.territory, today }, planId))!
    return (await linesOf(tx, site.territory.id, opened.approved!.id))[0]!.key
  })

const planDeeds: Record<string, Ready> = {
  'start a plan': async (site) => async () =>
    startPlan(await site.as('head', today), { siteId: site.siteId, period: periodKey('2021/22'), copyFrom: null }),
  'write a plan': async (site) => {
    const planId = await aDraft(site, [aRow(site, chebula)])
    const base = (await versionNow(site, planId)).editVersion
    return async () =>
      saveLines.run(await site.as('head', today), { id: planId, version: base, lines: [], reason: null, sameDay: false })
  },
  'send a plan': async (site) => {
    const planId = await aDraft(site, [aRow(site, chebula)])
    const version = (await versionNow(site, planId)).editVersion
    return async () => submitPlan.run(await site.as('head', today), { id: planId, version, sameDay: true })
  },
  'take a plan back': async (site) => {
    const planId = await sent(site)
    return async () => withdrawPlan.run(await site.as('head', today), { id: planId })
  },
  'decide about a plan': async (site) => {
    const planId = await sent(site)
    const version = (await versionNow(site, planId)).editVersion
    return async () => decidePlan(await site.as('methodist', today), { id: planId, version, outcome: 'passed', remark: null })
  },
  'begin a new version': async (site) => {
    const planId = await approved(site)
    return async () => startVersion.run(await site.as('head', today), { id: planId, reason: 'Новое' })
  },
  'give a version up': async (site) => {
    const planId = await newVersion(site)
    const version = (await versionNow(site, planId)).editVersion
    return async () => dropVersion.run(await site.as('head', today), { id: planId, version })
  },
}

const peopleDeeds: Record<string, Ready> = {
  'end an appointment': async (site) => {
    const { rows } = await database.adminPool.query("select id from appointments where site_id = $1 and kind = 'mentor'", [
      site.siteId,
    ])
    return async () =>
      endAppointment(await site.as('methodist', today), { siteId: site.siteId, appointmentId: rows[0].id, endsOn: today })
  },
}

const factDeeds: Record<string, Ready> = {
  'report on an activity': async (site) => {
    const planId = await approved(site)
    const lineKey = await firstLine(site, planId)
    const held = { outcome: 'held', heldOn: '2021-10-12', peopleCount: 9, note: null, base: 0, files: [] } as const
    return async () => recordExecution(await site.as('head', today), { planId, lineKey, ...held })
  },
  'start a report': async (site) => async () =>
    startReport.run(await site.as('head', today), { id: site.siteId, kind: 'report', period: periodKey('2021/22') }),
  'write a report': async (site) => {
    const reportId = await aReport(site, chebula, '2021-10-01')
    const { editVersion: version, conclusions } = await reportNow(site, reportId)
    return async () => saveConclusions.run(await site.as('head', today), { id: reportId, version, conclusions, extra: 'Ещё' })
  },
  'hand a report in': async (site) => {
    const reportId = await aReport(site, chebula, '2021-10-01')
    const { editVersion: version } = await reportNow(site, reportId)
    return async () => submitReport.run(await site.as('head', today), { id: reportId, version })
  },
  'take a report back': async (site) => {
    const reportId = await aSubmittedReport(site, chebula, '2021-10-01')
    const { editVersion: version } = await reportNow(site, reportId)
    return async () => withdrawReport.run(await site.as('head', today), { id: reportId, version })
  },
  'accept a report': async (site) => {
    const reportId = await aSubmittedReport(site, chebula, '2021-10-01')
    const { editVersion: version } = await reportNow(site, reportId)
    const who = chebula.report!.kinds[0]!.chain[0]!.by === 'operator' ? 'methodist' : 'official'
    return async () => decideReport(await site.as(who, today), { id: reportId, version, outcome: 'accepted', remark: null })
  },
}

/** Suspends a site as a signed order does. */
const suspend = (site: PlanningSite) =>
  inScope(site.db, site.territory.id, (tx) =>
    tx
      .insertInto('suspensions')
      .values({
        territoryId: site.territory.id,
        id: newId(),
        siteId: site.siteId,
        startsOn: '2021-10-15',
        reason: 'Ремонт',
        orderId: site.network.orderId,
        pointNumber: '1',
      })
      .execute(),
  )
/** Ends a status, its people with it, as its calendar does. */
const end = async (site: PlanningSite) => {
  for (const table of ['sites', 'appointments'])
    await database.adminPool.query(
      `update ${table} set ends_on = '2021-10-15' where ${table === 'sites' ? 'id' : 'site_id'} = $1`,
      [site.siteId],
    )
}

/** The deed after something happened to the site; a site at work is the control. */
async function tried(ready: Ready, happens: (site: PlanningSite) => Promise<unknown>): Promise<string> {
  const site = await aPlanningSite(database.db, chebula)
  const deed = await ready(site)
  await happens(site)
  return ruleOf(await deed())
}

describe('a suspended site may only be read', () => {
  for (const [name, ready] of Object.entries({ ...planDeeds, ...peopleDeeds, ...factDeeds }))
    test(name, async () => {
      expect([await tried(ready, async () => {}), await tried(ready, suspend)]).toEqual(['ok', 'site.suspended'])
    })
})

describe('a site whose status is over: plans and people are closed', () => {
  for (const [name, ready] of Object.entries({ ...planDeeds, ...peopleDeeds }))
    test(name, async () => expect(await tried(ready, end)).toBe('site.over'))
})

describe('a site whose status is over: what was held before is still recorded and reported on', () => {
  for (const [name, ready] of Object.entries(factDeeds)) test(name, async () => expect(await tried(ready, end)).toBe('ok'))
})

test('a mentor is appointed neither while it is suspended nor after its end', async () => {
  const results = []
  for (const happens of [async () => {}, suspend, end]) {
    const site = await aPlanningSite(database.db, luga)
    await happens(site)
    const input = { siteId: site.siteId, personId: site.people.teacher, startsOn: today, endsOn: null, ground: null }
    results.push(ruleOf(await appointStaff(await site.as('methodist', today), { ...input, kind: 'mentor' })))
  }
  expect(results).toEqual(['ok', 'site.suspended', 'site.over'])
})

test('a coordinator is appointed neither while it is suspended nor after its end', async () => {
  const results = []
  for (const happens of [suspend, end]) {
    const site = await aPlanningSite(database.db, turochak)
    await happens(site)
    const input = { siteId: site.siteId, personId: site.people.methodist, startsOn: today, endsOn: null, ground: null }
    results.push(ruleOf(await appointCoordinator(await site.as('official', today), input)))
  }
  expect(results).toEqual(['site.suspended', 'site.over'])
})
