import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { dayBefore, later, longDate, shortDate } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { ok, refuseRule } from '../../kernel/result.ts'
import type { Day, PersonId, SiteId } from '../../kernel/types.ts'
import { consequence, type OrderPart } from '../../kit/order/parts.ts'
import { tell } from '../../notices/tell.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { Leaving, standingOnPosts } from '../people/ports.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { changingSites } from '../sites/status-ports.ts'
import { isUnderWayIn, type TraineeshipRow, traineeshipsBy } from './queries.ts'
import { possibleGuides } from './store.ts'

/** Nobody has so many trainees at once. */
const most = 1000

/** What cannot outlast a day ends with it: at once when the day has come, else its last day is that one. */
async function cutShort(tx: Tx, ctx: Ctx, row: TraineeshipRow, last: Day, reason: string): Promise<Fact> {
  const its = { territoryId: ctx.territory.id, id: row.id }
  const isOver = last <= ctx.today || last < row.startsOn
  const on = last < row.startsOn ? ctx.today : last
  await tx
    .updateTable('traineeships')
    .set((was) => ({
      ...(isOver ? { state: 'left', endedOn: on, endReason: reason } : { endsOn: last }),
      editVersion: was('editVersion', '+', 1),
    }))
    .where((is) => is.and(its))
    .execute()
  const params = { title: row.title, site: row.siteName, person: row.person, reason: `${reason}. Часы сохранены` }
  const people = [row.personId, row.guideId].filter((id) => id !== null)
  await tell(
    tx,
    ctx,
    people.map((personId) => ({ kind: 'traineeship.ended' as const, subjectId: row.id, personId, params })),
  )
  return {
    kind: 'traineeship.left',
    subjectId: row.id,
    siteId: row.siteId,
    facts: { person: row.person, programme: row.title, on, reason },
  }
}

/** A status ends: what would go on after its last day ends with it, and those who were learning there are told. */
export async function endWithSite(tx: Tx, ctx: Ctx, { siteId, on }: { siteId: SiteId; on: Day }): Promise<readonly Fact[]> {
  const rows = await traineeshipsBy(tx, ctx, {
    where: sql`t.site_id = ${siteId} and ${isUnderWayIn(sql`t`)} and t.ends_on > ${on}`,
  }).page(most, 0)
  const facts: Fact[] = []
  for (const row of rows) facts.push(await cutShort(tx, ctx, row, on, `Статус площадки закончился ${longDate(on)}`))
  return facts
}

/** What was asked for on sites that never begin is forgotten with them. */
export async function forgetWithSites(tx: Tx, ctx: Ctx, siteIds: readonly SiteId[]): Promise<void> {
  const territoryId = ctx.territory.id
  const own = tx
    .selectFrom('traineeships')
    .select('id')
    .where('territoryId', '=', territoryId)
    .where('siteId', 'in', [...siteIds])
  await tx.deleteFrom('traineeshipRows').where('territoryId', '=', territoryId).where('traineeshipId', 'in', own).execute()
  await tx
    .deleteFrom('traineeships')
    .where('territoryId', '=', territoryId)
    .where('siteId', 'in', [...siteIds])
    .execute()
}

type Loose = { readonly row: TraineeshipRow; readonly outside: Day }

/** Traineeships of a person that go on after the last day of the posts they stand on. */
async function loose(tx: Tx, ctx: Ctx, { personId, endsOn, posts }: Leaving): Promise<Loose[]> {
  const rows = await traineeshipsBy(tx, ctx, {
    where: sql`t.person_id = ${personId} and ${isUnderWayIn(sql`t`)} and t.ends_on > ${endsOn}`,
  }).page(most, 0)
  return rows.flatMap((row) => {
    const outside = firstDayOutside({ from: row.startsOn, to: row.endsOn }, posts)
    return outside === null ? [] : [{ row, outside }]
  })
}

/** Trainees whom a person leads on after the last day of the post. */
const ledBy = (tx: Tx, ctx: Ctx, { personId, endsOn, posts }: Leaving) =>
  posts.some(({ to }) => to === null || to > endsOn)
    ? Promise.resolve([])
    : traineeshipsBy(tx, ctx, {
        where: sql`t.guide_id = ${personId} and ${isUnderWayIn(sql`t`)} and t.ends_on > ${endsOn}`,
      }).page(most, 0)

const own = ({ id }: TraineeshipRow) => `traineeship-${id}`
const led = ({ id }: TraineeshipRow) => `trainee-${id}`

/** Traineeships stand on the posts of the trainee; whoever leads one hands it over. */
export const traineeshipsOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
  async find(tx, ctx, leaving) {
    const [ends, goes] = await Promise.all([loose(tx, ctx, leaving), ledBy(tx, ctx, leaving)])
    return [
      ...ends.map(({ row }) => ({
        key: own(row),
        what: `стажировка «${row.title}», ${row.siteName}, по ${shortDate(row.endsOn)}`,
        note: 'Если человек переходит в другую школу, сначала запишите ему новую должность: стажировка пойдёт дальше',
        mayHandOver: false,
      })),
      ...goes.map((row) => ({
        key: led(row),
        what: `ведёт стажёра: ${row.person}, «${row.title}», по ${shortDate(row.endsOn)}`,
        note: 'Без нового человека стажёра ведёт руководитель площадки',
        mayHandOver: true,
      })),
    ]
  },
  async settle(tx, ctx, leaving, key, heir) {
    const ended = (await loose(tx, ctx, leaving)).find(({ row }) => own(row) === key)
    if (ended)
      return ok([
        await cutShort(tx, ctx, ended.row, dayBefore(ended.outside), 'Закончилась должность, на которой человек стажировался'),
      ])
    const row = (await ledBy(tx, ctx, leaving)).find((one) => led(one) === key)
    if (!row) return ok([])
    if (heir !== null && !(await mayLead(tx, ctx, row, leaving.endsOn, heir)))
      return refuseRule('traineeship.guideHasNoRole', { field: `stands.${key}` })
    await tx
      .updateTable('traineeships')
      .set((was) => ({ guideId: heir, editVersion: was('editVersion', '+', 1) }))
      .where((is) => is.and({ territoryId: ctx.territory.id, id: row.id }))
      .execute()
    const now = (await initialsOf(tx, ctx, [heir]))(heir) || null
    const facts = { person: row.person, programme: row.title, was: row.guide ?? '', now }
    return ok([{ kind: 'traineeship.guideLeft', subjectId: row.id, siteId: row.siteId, facts }])
  },
}

async function mayLead(tx: Tx, ctx: Ctx, row: TraineeshipRow, after: Day, heir: PersonId): Promise<boolean> {
  const site = await standingSite(tx, ctx, row.siteId)
  return site !== null && (await possibleGuides(tx, ctx, site, later(row.startsOn, after), row.personId)).includes(heir)
}

declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    /** Trainees of the sites that the order changes. */
    readonly trainees: readonly Pick<TraineeshipRow, 'siteId' | 'person' | 'title' | 'endsOn'>[]
  }
}

/** What whoever ends or suspends a status has to know of those who learn there. */
export const traineesInOrders: OrderPart = {
  consequences: [
    consequence({
      of: 'terminateStatus',
      describe: ({ siteId, on }, { trainees }, lines) => [
        ...lines,
        ...trainees
          .filter((one) => one.siteId === siteId && one.endsOn > on)
          .map(({ person, title, endsOn }) => ({
            what: `Стажёр: ${person}`,
            before: `«${title}» по ${longDate(endsOn)}`,
            after: 'стажировка кончится вместе со статусом, часы сохранятся; стажёру можно предложить другую площадку',
            basis: [],
          })),
      ],
    }),
    consequence({
      of: 'suspendStatus',
      describe: ({ siteId }, { trainees }, lines) => [
        ...lines,
        ...trainees
          .filter((one) => one.siteId === siteId)
          .map(({ person, title, endsOn }) => ({
            what: `Стажёр: ${person}`,
            before: `«${title}» по ${longDate(endsOn)}`,
            after: 'пока площадка приостановлена, занятий нет; стажёру можно предложить другую площадку',
            basis: [],
          })),
      ],
    }),
  ],
  registers: {
    async read(tx, ctx, { effects }) {
      const sites = changingSites(effects)
      const trainees =
        sites.length === 0
          ? []
          : await traineeshipsBy(tx, ctx, { where: sql`t.site_id = any(${sites}::uuid[]) and ${isUnderWayIn(sql`t`)}` }).page(
              most,
              0,
            )
      return { rows: { trainees } }
    },
  },
}
