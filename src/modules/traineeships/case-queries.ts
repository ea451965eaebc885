import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { asId } from '../../kernel/ids.ts'
import type { TraineeshipId } from '../../kernel/types.ts'
import { type Begun, caseOf } from '../../kit/case.ts'
import type { Where } from '../../kit/thing.ts'
import { holdsAppointment } from '../sites/people-queries.ts'
import { aboutSite, theSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'

/** One person on one site by one fixed version of its programme, for a period. (C-12) */
export const traineeships = caseOf({
  table: 'traineeships',
  machine,
  param: 'traineeship',
  sees: 'traineeship.view',
  home: paths.traineeship,
  // Trainees of a site are admitted one by one, so that a limit counts them all; whoever ends its status comes the same way round.
  first: async (tx: Tx, ctx: Where, id: string) => {
    const own = asId<TraineeshipId>(id)
    if (own === null) return
    const its = { territoryId: ctx.territory.id, id: own }
    const found = await tx
      .selectFrom('traineeships')
      .select('siteId')
      .where((is) => is.and(its))
      .executeTakeFirst()
    if (found) await theSite.lock(tx, ctx, found.siteId)
  },
  around: async (tx, ctx, one) => {
    const { guideId, siteId } = one
    const [about, leads] = await Promise.all([
      aboutSite.around(tx, ctx, one),
      guideId !== null && holdsAppointment(tx, ctx, guideId, siteId),
    ])
    // Whoever was named to lead does so while having a role on the site.
    return about && { ...about, guides: guideId !== null && leads ? [guideId] : [] }
  },
  concerns: ({ one, site, guides }, { permission }) => {
    const siteId = site.id
    if (permission === 'traineeship.answer') return { siteId, personIds: [one.personId] }
    if (permission === 'traineeship.write') return { siteId, personIds: [one.personId, ...guides] }
    if (permission === 'traineeship.lead') return { siteId, personIds: guides }
    const personIds = [one.personId, ...guides, ...(one.sentBy === null ? [] : [one.sentBy])]
    // The head of a school knows of those the school has sent, whoever is its head now.
    return { siteId, personIds, organisationIds: one.begunBy === 'school' ? [one.organisationId] : [] }
  },
  standing: ({ site }, today) => siteIsOpen(site.standing, today),
})
export type OpenTraineeship = NonNullable<Awaited<ReturnType<typeof traineeships.open>>>

type Values = typeof traineeships extends Begun<infer V, string> ? V : never

/** One that waits for the trainee first. */
export const offeredTraineeships: Begun<Values, 'traineeship'> = {
  param: traineeships.param,
  home: traineeships.home,
  begin: (tx: Tx, ctx: Ctx, id: TraineeshipId, values: Values) =>
    tx
      .insertInto('traineeships')
      .values({ ...values, territoryId: ctx.territory.id, id, state: 'offered' })
      .execute(),
}

/** One by its id, for a module above. */
export const openedTraineeship = (tx: Tx, ctx: Where, id: TraineeshipId): Promise<OpenTraineeship | null> =>
  traineeships.open(tx, ctx, id)
