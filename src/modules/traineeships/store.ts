import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { contains, earlier, later } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { postWords } from '../../kernel/names.ts'
import { no, ok, type Result, refuseAll, refuseRule } from '../../kernel/result.ts'
import type {
  Day,
  OrganisationId,
  PersonId,
  ProgrammeId,
  ProgrammeVersionId,
  SiteId,
  TraineeshipId,
  TraineeshipRowId,
} from '../../kernel/types.ts'
import { limitsNumberOf } from '../../regulation/status/limits.ts'
import { recordOf } from '../people/queries.ts'
import { personSubject } from '../people/subject-queries.ts'
import type { ProgrammeContent } from '../programmes/model.ts'
import { contentOfVersion, workingProgrammes } from '../programmes/queries.ts'
import { siteAppointments } from '../sites/queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { going, underWay } from './machine.ts'
import { type TraineeshipRow, traineeshipRow } from './queries.ts'
import {
  guidesOn,
  mostAtOnce,
  outsideContingent,
  tooMany,
  wrongFormat,
  wrongGuide,
  wrongPeriod,
  wrongProgramme,
} from './rules.ts'

/** What is agreed of a traineeship. */
export type Terms = {
  readonly personId: PersonId
  readonly programmeId: ProgrammeId
  readonly startsOn: Day
  readonly endsOn: Day
  readonly format: string | null
  readonly licenceHolder: string | null
  readonly guideId: PersonId | null
}
/** Where the trainee works and by which version the trainee learns. */
export type Placed = {
  readonly title: string
  readonly versionId: ProgrammeVersionId
  readonly organisationId: OrganisationId
  readonly post: string
}

/** Those who may lead a trainee of a site on a day. */
export async function possibleGuides(
  tx: Tx,
  ctx: Ctx,
  site: StandingSite,
  on: Day,
  trainee: PersonId | null,
): Promise<PersonId[]> {
  return guidesOn(site.regulation, await siteAppointments(tx, ctx, site.id), on, trainee)
}

/** Whether a traineeship may be on these terms, and what follows from them. `own`: it is written already, and is not counted beside itself. */
export async function placed(
  tx: Tx,
  ctx: Ctx,
  site: StandingSite,
  terms: Terms,
  own: TraineeshipId | null = null,
): Promise<Result<Placed>> {
  const { regulation, standing } = site
  const { personId, programmeId, startsOn, endsOn, guideId } = terms
  const [programmes, { posts: held }, subject, guides, twice] = await Promise.all([
    workingProgrammes(tx, ctx, [site.id]),
    recordOf(tx, ctx, personId),
    personSubject(tx, ctx, personId),
    guideId === null ? [] : possibleGuides(tx, ctx, site, later(startsOn, ctx.today), personId),
    goingBy(tx, ctx, personId, programmeId),
  ])
  const posts = held.map((post) => ({ ...post, from: post.startsOn, to: post.endsOn }))
  const employers = subject?.organisationIds ?? []
  const post = posts.find((one) => employers.includes(one.organisationId) && contains(one, startsOn)) ?? posts[0]
  if (!post) return refuseRule('traineeship.noPost')
  const programme = programmes.find(({ id }) => id === programmeId)
  const wrong = [
    ...wrongProgramme(regulation, programme),
    ...wrongPeriod(terms, { site: standing, posts }),
    ...outsideContingent(regulation, posts, startsOn),
    ...wrongFormat(regulation, terms),
    ...wrongGuide(guideId, guides),
    ...(twice.some((id) => id !== own) ? [no('traineeship.twice', { field: 'programmeId' })] : []),
  ]
  if (wrong.length > 0 || !programme) return refuseAll(wrong)
  if (limitsNumberOf(regulation, 'trainees')) {
    const beside = await traineesBeside(tx, ctx, site.id, own)
    const many = tooMany(regulation, mostAtOnce({ startsOn, endsOn }, beside))
    if (many.length > 0) return refuseAll(many)
  }
  const { title, versionId } = programme
  return ok({ title, versionId, organisationId: post.organisationId, post: postWords(post) })
}

const goingBy = async (tx: Tx, { territory }: Pick<Ctx, 'territory'>, personId: PersonId, programmeId: ProgrammeId) =>
  (
    await tx
      .selectFrom('traineeships')
      .select('id')
      .where((is) => is.and({ territoryId: territory.id, personId, programmeId }))
      .where('state', 'in', going)
      .execute()
  ).map(({ id }) => id)

const traineesBeside = (tx: Tx, { territory }: Pick<Ctx, 'territory'>, siteId: SiteId, own: TraineeshipId | null) =>
  tx
    .selectFrom('traineeships')
    .select(['startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId: territory.id, siteId }))
    .where('state', 'in', underWay)
    .$call((query) => (own === null ? query : query.where('id', '<>', own)))
    .execute()

/** The sessions and try-outs of a programme as the plan of a trainee begins. */
export const itemsOf = ({ topics }: ProgrammeContent) =>
  topics.flatMap((topic) => [
    ...topic.sessions.map(({ id, title, form, hours }) => ({
      kind: 'session' as const,
      itemId: id,
      topic: topic.title,
      title,
      form,
      hours,
    })),
    ...topic.tryOuts.map(({ id, title, hours }) => ({
      kind: 'tryOut' as const,
      itemId: id,
      topic: topic.title,
      title,
      form: null,
      hours,
    })),
  ])

/** Writes the plan of a trainee out of the version that was agreed. */
export async function writePlan(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  { id, versionId }: { readonly id: TraineeshipId; readonly versionId: ProgrammeVersionId },
): Promise<void> {
  const items = itemsOf(await contentOfVersion(tx, ctx, versionId))
  if (items.length === 0) return
  const rows = items.map((item, at) => ({
    ...item,
    territoryId: ctx.territory.id,
    id: newId<TraineeshipRowId>(),
    traineeshipId: id,
    position: at + 1,
  }))
  await tx.insertInto('traineeshipRows').values(rows).execute()
}

/** Whether somebody was offered to go on elsewhere and it is not settled yet. */
export const goesElsewhere = async (tx: Tx, { territory }: Pick<Ctx, 'territory'>, cameFromId: TraineeshipId) =>
  (await tx
    .selectFrom('traineeships')
    .select('id')
    .where((is) => is.and({ territoryId: territory.id, cameFromId }))
    .where('state', 'in', going)
    .executeTakeFirst()) !== undefined

/** Whoever goes on here ends where they come from, and brings the hours given there until today. What has ended there by itself keeps its own. */
export async function endWhereFrom(
  tx: Tx,
  ctx: Ctx,
  { id, cameFromId }: { readonly id: TraineeshipId; readonly cameFromId: TraineeshipId | null },
  here: string,
): Promise<(TraineeshipRow & { readonly on: Day; readonly reason: string }) | null> {
  const was = cameFromId && (await traineeshipRow(tx, ctx, cameFromId))
  if (!was) return null
  const on = was.endedOn ?? earlier(ctx.today, was.endsOn)
  const reason = `Стажировка продолжается: ${here}`
  const territoryId = ctx.territory.id
  const { numUpdatedRows } = await tx
    .updateTable('traineeships')
    .set((of) => ({ state: 'transferred', endedOn: on, endReason: reason, editVersion: of('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId, id: was.id }))
    .where('state', 'in', [...underWay, 'left'])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return null
  await tx
    .updateTable('traineeships')
    .set({ hoursBefore: was.given })
    .where((is) => is.and({ territoryId, id }))
    .execute()
  return { ...was, on, reason }
}
