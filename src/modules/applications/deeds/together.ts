import type { Tx } from '../../../db/pool.ts'
import { fullName, withInitials } from '../../../kernel/names.ts'
import { ok, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId, PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import type { About } from '../../../kit/deed-types.ts'
import { draftArea, inAddress, row, unseen, type ValueOf } from '../../../kit/form/fields.ts'
import { choice, chosenId } from '../../../web/fields.ts'
import { callById } from '../../calls/queries.ts'
import { initialsOf, namesOf } from '../../people/name-queries.ts'
import { type ApplicationCase, applications } from '../case.ts'
import { addParticipant, invitationOf, organisationToJoin } from '../joining.ts'
import { paths } from '../paths.ts'
import { headsOfOrganisations } from '../recipients.ts'
import { mayVote, taking } from '../rules.ts'

type At = { territory: string; application: string }
const toOrganisations =
  (notice: string) =>
  ({ params }: { params: unknown }) => ({
    to: paths.applicationOrganisations(params as At),
    notice,
  })

/** Asks another organisation to take part in the common programme; where the regulation knows no common site it is refused. */
export const inviteOrganisation = deed(applications, 'edit', {
  at: paths.applicationOrganisations,
  permits: 'application.edit',
  anyVersion: true,
  form: {
    organisationId: row<OrganisationId>('Организация', {
      what: 'организацию',
      hint: 'Её руководителю придёт уведомление: подтвердить участие или отказаться',
    }),
  },
  rule: ({ participants, input }) =>
    participants.some(({ id }) => id === input.organisationId)
      ? refuseRule('application.alreadyInvited', { field: 'organisationId' })
      : ok(null),
  async also(tx, { ctx, one, regulation, participants, input: { organisationId } }) {
    const count = taking(participants).length + 1
    const organisation = await organisationToJoin(tx, ctx, { regulation, organisationId, count, field: 'organisationId' })
    if (!organisation.ok) return organisation
    const confirmed = ctx.actor.headsOrganisations.includes(organisationId)
    const joining = { applicationId: one.id, organisation: organisation.value, position: participants.length, confirmed }
    await addParticipant(tx, ctx, joining)
    return ok({ ...organisation.value, confirmed })
  },
  tell: async ({ made, ctx, one }, tx) =>
    made.confirmed
      ? null
      : invitationOf(tx, ctx, one, { organisation: made, call: one.callId && (await callById(tx, ctx, one.callId)) }),
  fact: ({ made }) => ({ kind: 'application.organisationInvited', facts: { organisation: made.shortName } }),
  done: toOrganisations('Организация приглашена'),
  ask: { title: 'Позвать ещё организацию', button: 'Позвать', kind: 'secondary' },
})

const itsOrganisation = { organisation: inAddress<OrganisationId>() }
type OfOrganisation = About<ApplicationCase, ValueOf<typeof itsOrganisation>>
const ownIn = ({ participants, input }: Pick<OfOrganisation, 'participants' | 'input'>) =>
  participants.find(({ id }) => id === input.organisation)

const rowOf = ({ ctx, one, input }: Pick<OfOrganisation, 'ctx' | 'one' | 'input'>) => ({
  territoryId: ctx.territory.id,
  applicationId: one.id,
  organisationId: input.organisation,
})

/** Takes an organisation out again. The lead one stays. */
export const removeOrganisation = deed(applications, 'edit', {
  at: paths.applicationOrganisationRemoval,
  permits: 'application.edit',
  anyVersion: true,
  form: itsOrganisation,
  async also(tx, given) {
    const found = ownIn(given)
    if (!found) return refuse({ code: 'notFound' })
    if (found.isLead) return refuseRule('application.leadStays')
    await tx
      .deleteFrom('applicationOrganisations')
      .where((is) => is.and(rowOf(given)))
      .execute()
    return ok(found)
  },
  fact: ({ made }) => ({ kind: 'application.organisationRemoved', facts: { organisation: made.shortName } }),
  done: toOrganisations('Организация убрана из заявки'),
  ask: { button: 'Убрать из заявки', kind: 'secondary', small: true },
})

const participation = {
  ...itsOrganisation,
  reason: draftArea('Причина, если отказываетесь', { what: 'причину', most: 1000, rows: 2 }),
}
type Answer = About<ApplicationCase, ValueOf<typeof participation>>

/** The head of an organisation answers whether it takes part; it may be changed until the application is sent. */
const answering = (state: 'confirmed' | 'declined') => ({
  at: paths.applicationConfirmation,
  permits: 'application.confirm' as const,
  anyVersion: true,
  elsewhere: { rule: 'application.alreadyDecided' } as const,
  form: participation,
  /** Who answered and who hears of it; null: the same again. */
  async also(tx: Tx, given: Answer) {
    const { ctx, participants, one, editors, input } = given
    const own = ownIn(given)
    if (!own) return refuse({ code: 'notFound' })
    if (own.state === state) return ok(null)
    const remark = state === 'declined' ? input.reason : null
    await tx
      .updateTable('applicationOrganisations')
      .set({ state, remark, decidedBy: ctx.actor.personId, decidedAt: ctx.now })
      .where((is) => is.and(rowOf(given)))
      .execute()
    const lead = participants.filter(({ isLead }) => isLead).map(({ id }) => id)
    const authors = [one.createdBy, ...editors, ...(await headsOfOrganisations(tx, ctx, lead))]
    return ok({ by: own.shortName, authors })
  },
  idle: ({ made }: { readonly made: object | null }) => made === null,
})

/** It takes part. */
export const confirmParticipation = deed(applications, 'edit', {
  ...answering('confirmed'),
  tell: ({ made, one }) => made && { kind: 'application.confirmed', to: made.authors, params: { theme: one.theme, by: made.by } },
  fact: ({ made }) => made && { kind: 'application.participationConfirmed', facts: { organisation: made.by, reason: null } },
  done: 'Участие подтверждено',
  ask: { button: 'Подтвердить участие', others: [{ intent: 'decline', button: 'Отказаться' }] },
})

/** It does not, for a reason; by the other button of the same form. */
export const declineParticipation = deed(applications, 'edit', {
  ...answering('declined'),
  rule: ({ input }) => (input.reason === '' ? refuseRule('application.refusalNeedsReason', { field: 'reason' }) : ok(null)),
  tell: ({ made, one, input: { reason } }) =>
    made && { kind: 'application.refused', to: made.authors, params: { theme: one.theme, by: made.by, reason } },
  fact: ({ made, input: { reason } }) =>
    made && { kind: 'application.participationDeclined', facts: { organisation: made.by, reason } },
  done: ({ params }) => ({
    to: paths.applications(params as At),
    notice: 'Вы отказались, авторам заявки сообщили',
  }),
})

/** The head of an organisation votes for or against the one who is named; the last word of each counts. */
export const castVote = deed(applications, 'edit', {
  at: paths.applicationVote,
  permits: 'application.vote',
  anyVersion: true,
  form: {
    ...itsOrganisation,
    // For whom the form was made: another one named meanwhile makes the vote void.
    candidateId: unseen('Кандидат', chosenId<PersonId>('кандидата')),
    choice: unseen('Как голосует', choice('как голосует организация', ['for', 'against', 'abstained'])),
  },
  rule: ({ regulation, participants, one, input }) => mayVote({ regulation, participants, app: one }, input.organisation),
  async also(tx, given) {
    const { ctx, one, input } = given
    const { candidateId, choice: said } = input
    if (one.headPersonId !== candidateId) return refuse({ code: 'changedMeanwhile' })
    const vote = { candidatePersonId: candidateId, choice: said, votedBy: ctx.actor.personId, votedAt: ctx.now }
    await tx
      .insertInto('applicationVotes')
      .values({ ...rowOf(given), ...vote })
      .onConflict((on) => on.columns(['territoryId', 'applicationId', 'organisationId']).doUpdateSet(vote))
      .execute()
    const name = (await namesOf(tx, ctx, [candidateId])).get(candidateId)
    return ok(name ? fullName(name) : '')
  },
  fact: (given) => ({
    kind: 'application.voteCast',
    facts: { organisation: ownIn(given)?.shortName ?? '', person: given.made, choice: given.input.choice },
  }),
  done: 'Голос записан',
})

/** Lets another person write the application. */
export const letIn = deed(applications, 'edit', {
  at: paths.applicationEditors,
  permits: 'application.edit',
  beside: true,
  form: { personId: row<PersonId>('Разрешить писать', { what: 'человека' }) },
  async also(tx, { ctx, one, editors, input: { personId } }) {
    const name = (await namesOf(tx, ctx, [personId])).get(personId)
    if (!name) return refuseRule('application.unknownPerson', { field: 'personId' })
    if (personId === one.createdBy || editors.includes(personId))
      return refuseRule('application.alreadyWrites', { field: 'personId' })
    const added = { personId, addedBy: ctx.actor.personId, addedAt: ctx.now }
    await tx
      .insertInto('applicationEditors')
      .values({ territoryId: ctx.territory.id, applicationId: one.id, ...added })
      .execute()
    return ok(withInitials(name))
  },
  tell: ({ one, ctx, input }) => ({
    kind: 'application.letIn',
    to: [input.personId],
    params: { theme: one.theme, by: ctx.actor.name },
  }),
  fact: ({ made }) => ({ kind: 'application.editorAdded', facts: { person: made } }),
  done: 'Теперь этот человек может писать заявку',
  ask: { button: 'Разрешить', kind: 'secondary' },
})

/** Takes the right to write back. */
export const shutOut = deed(applications, 'edit', {
  at: paths.applicationEditorRemoval,
  permits: 'application.edit',
  anyVersion: true,
  form: { person: inAddress<PersonId>() },
  async also(tx, { ctx, one, editors, input: { person: personId } }) {
    if (!editors.includes(personId)) return refuse({ code: 'notFound' })
    await tx
      .deleteFrom('applicationEditors')
      .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: one.id, personId }))
      .execute()
    return ok((await initialsOf(tx, ctx, [personId]))(personId))
  },
  fact: ({ made }) => ({ kind: 'application.editorRemoved', facts: { person: made } }),
  done: 'Этот человек больше не пишет заявку',
  ask: { button: 'Убрать', kind: 'secondary', small: true },
})
