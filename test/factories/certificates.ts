import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import type { Day, EventId, OrganisationId, PersonId, PlanId, TraineeshipId } from '../../src/kernel/types.ts'
import { linesOf, openPlan } from '../../src/modules/plans/queries.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { inScope } from '../factory.ts'
import { luga } from '../regulations.ts'
import { anApprovedPlan, aRow, type PlanningSite } from './plans.ts'
import type { LearningSite } from './traineeships.ts'

/** A line of an approved plan, on which events are held. */
export async function aPlannedLine(
  site: PlanningSite,
  regulation: Regulation = luga,
): Promise<{ planId: PlanId; lineKey: string }> {
  const planId = await anApprovedPlan(site, regulation, [aRow(site, regulation)])
  const lineKey = await inScope(site.db, site.territory.id, async (tx) => {
    const opened = await openPlan(tx, { territory: site.territory, today: '2021-10-01' }, planId)
    return (await linesOf(tx, site.territory.id, opened!.approved!.id))[0]!.key
  })
  return { planId, lineKey }
}

type Held = {
  readonly day: Day
  readonly title?: string
  /** Hours of the clock, from ten in the morning of Moscow. */
  readonly minutes?: number
  readonly people: readonly PersonId[]
  readonly from?: OrganisationId
}

/** A closed event with these people there, as its lists would have left it. */
export async function aHeldEvent(
  { site, line, pool }: { site: PlanningSite; line: { planId: PlanId; lineKey: string }; pool: pg.Pool },
  { day, title = 'Открытый урок', minutes = 90, people, from = site.organisationId }: Held,
): Promise<EventId> {
  const id = newId<EventId>()
  const start = new Date(`${day}T07:00:00Z`)
  await pool.query(
    `insert into events (territory_id, id, site_id, plan_id, line_key, title, starts_at, ends_at, room, takes_lessons, press_key, state, guests, closed_on, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'Каб. 12', false, 'ключ', 'closed', 0, $9, $10, $7)`,
    [
      ...[site.territory.id, id, site.siteId, line.planId, line.lineKey, title, start],
      ...[new Date(start.getTime() + minutes * 60_000), day, site.people.head],
    ],
  )
  await pool.query(
    `insert into event_places (territory_id, id, event_id, person_id, organisation_id, attached, state, number, asked_at, present, known_by)
     select $1, gen_random_uuid(), $2, who, $4, false, 'confirmed', n, $5, true, 'list' from unnest($3::uuid[]) with ordinality as list(who, n)`,
    [site.territory.id, id, people, from, start],
  )
  return id
}

/** So many people of the site's own organisation. */
export async function manyPeople({ territory }: PlanningSite, pool: pg.Pool, count: number): Promise<PersonId[]> {
  const ids = Array.from({ length: count }, () => newId<PersonId>())
  await pool.query(
    `insert into people (territory_id, id, family_name, given_name, patronymic, created_at)
     select $1, who, 'Участник' || n, 'Вера', 'Павловна', now() from unnest($2::uuid[]) with ordinality as list(who, n)`,
    [territory.id, ids],
  )
  return ids
}

/** So many people who have finished the programme of a site, every session of it held, as deeds would have left it. */
export async function manyFinished(
  { site, programmeId, schoolId }: LearningSite,
  pool: pg.Pool,
  people: readonly PersonId[],
): Promise<TraineeshipId[]> {
  const ids = people.map(() => newId<TraineeshipId>())
  const { rows } = await pool.query<{ id: string }>(
    `select id from programme_versions where programme_id = $1 and state = 'fixed' order by number desc limit 1`,
    [programmeId],
  )
  await pool.query(
    `insert into traineeships (territory_id, id, site_id, programme_id, version_id, person_id, organisation_id, post, starts_on, ends_on, ended_on,
       begun_by, state, created_by, created_at)
     select $1, trainee, $2, $3, $4, who, $5, 'учитель', '2021-10-01', '2021-11-30', '2021-11-30', 'site', 'finished', $6, '2021-09-20'
     from unnest($7::uuid[], $8::uuid[]) as list(trainee, who)`,
    [site.territory.id, site.siteId, programmeId, rows[0]?.id, schoolId, site.people.head, ids, people],
  )
  await pool.query(
    `insert into traineeship_rows (territory_id, id, traineeship_id, item_id, kind, position, topic, title, hours, held_on, held_by)
     select $1, gen_random_uuid(), trainee, (item ->> 'id')::uuid, kind, row_number() over (partition by trainee), topic ->> 'title', item ->> 'title',
       (item ->> 'hours')::numeric, '2021-11-01', $3
     from programme_versions v, jsonb_array_elements(v.content -> 'topics') topic, (values ('session', 'sessions'), ('tryOut', 'tryOuts')) k(kind, list),
       jsonb_array_elements(topic -> list) item, unnest($4::uuid[]) trainee
     where v.id = $2`,
    [site.territory.id, rows[0]?.id, site.people.head, ids],
  )
  return ids
}
