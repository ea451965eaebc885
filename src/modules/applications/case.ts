import type { PersonId } from '../../kernel/types.ts'
import { caseOf } from '../../kit/case.ts'
import type { Asked } from '../../kit/thing.ts'
import { regulationById } from '../regulation/queries.ts'
import { machine } from './machine.ts'
import type { Application, Participant } from './model.ts'
import { paths } from './paths.ts'
import { editorsOf, participantsOf, savesOf } from './store.ts'

type Concerned = {
  readonly one: Application
  readonly participants: readonly Participant[]
  readonly editors: readonly PersonId[]
}

/** Whom a permission is about: writing the organisations that have confirmed, sending the lead one of them, seeing all that have not declined. */
function concerns({ one, participants, editors }: Concerned, { permission, named }: Asked) {
  const idsOf = (which: (participant: (typeof participants)[number]) => boolean) => participants.filter(which).map(({ id }) => id)
  const confirmed = idsOf(({ state }) => state === 'confirmed')
  const writers = [one.createdBy, ...editors]
  // Its head answers and votes for an organisation.
  if (permission === 'application.confirm' || permission === 'application.vote') {
    const own = idsOf(({ id }) => id === named.organisation)
    return own.length === 0 ? null : { organisationIds: own }
  }
  if (permission === 'application.submit')
    return { organisationIds: idsOf(({ isLead, state }) => isLead && state === 'confirmed'), personIds: [one.createdBy] }
  // A question is answered by everybody who sees it.
  if (permission === 'application.edit' && !named.request) return { organisationIds: confirmed, personIds: writers }
  return { organisationIds: idsOf(({ state }) => state !== 'declined'), personIds: writers }
}

/** An application with its organisations, whoever else writes it, the saves of its parts and the regulation it was begun under. (R-A1, R-31) */
export const applications = caseOf({
  table: 'applications',
  machine,
  param: 'application',
  sees: 'application.view',
  home: paths.application,
  async around(tx, ctx, { id, regulationId }) {
    const [participants, editors, saves, stored] = await Promise.all([
      participantsOf(tx, ctx, id),
      editorsOf(tx, ctx, id),
      savesOf(tx, ctx, id),
      regulationById(tx, ctx.territory.id, regulationId, ctx.today),
    ])
    return stored && { participants, editors, saves, regulation: stored.regulation }
  },
  concerns,
})

export type ApplicationCase = NonNullable<Awaited<ReturnType<typeof applications.open>>>
