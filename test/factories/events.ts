import { beforeAll } from 'vitest'
import { instantOf, localTime } from '../../src/kernel/clock.ts'
import type { EventId, PersonId } from '../../src/kernel/types.ts'
import { announceEvent, planEvent } from '../../src/modules/events/deeds/plan.ts'
import { aClient } from '../client.ts'
import type { ownDatabase } from '../database.ts'
import { aPerson, ctxOf } from '../factory.ts'
import { luga } from '../regulations.ts'
import { anApprovedPlan, aPlanningSite, aRow, mustWork, type PlanningSite } from './plans.ts'

const form = {
  ...{ title: 'Открытый урок', day: '2021-10-12', from: '10:20', until: '11:05', room: null, audience: null },
  ...{ link: 'https://example.org/lesson', places: 2, keptPlaces: null, keptUntil: null, takesLessons: true },
}

/** A site with a plan in force, on one line of which events are held, and a clock that a test moves. Made before all tests of the file. */
export function eventsOfASite(base: ReturnType<typeof ownDatabase>) {
  let now: Date
  let site: PlanningSite
  let lineKey: string
  let teacher: PersonId
  const { as } = aClient(base, { systemNow: () => now })
  const at = (day: string, time: string) => {
    now = instantOf(day, `${time}:00`, site.territory.timeZone)
  }
  const today = () => localTime(now, site.territory.timeZone).day
  const head = async () => ({ ...(await ctxOf(base.db, site.territory, site.people.head, today())), now })
  const aDraft = async (more: Partial<typeof form> = {}) =>
    mustWork(await planEvent.run(await head(), { ...form, ...more, id: lineKey })) as EventId
  async function anEvent(more: Partial<typeof form> = {}): Promise<EventId> {
    const id = await aDraft(more)
    mustWork(await announceEvent.run(await head(), { ...form, ...more, id, version: 1 }))
    return id
  }
  const aTeacher = () => aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } })

  beforeAll(async () => {
    site = await aPlanningSite(base.db, luga, '2021-10-01')
    await base.adminPool.query('update territories set demo_today = null')
    at('2021-10-01', '12:00')
    const plan = await anApprovedPlan(site, luga, [aRow(site, luga)])
    const { rows } = await base.adminPool.query<{ key: string }>(
      'select l.line_key as key from plan_lines l join plan_versions v on v.id = l.version_id where v.plan_id = $1',
      [plan],
    )
    lineKey = rows[0]?.key ?? ''
    teacher = await aTeacher()
  })

  return {
    ...{ as, at, form, head, aDraft, anEvent, aTeacher },
    now: () => now,
    get site() {
      return site
    },
    get teacher() {
      return teacher
    },
  }
}
