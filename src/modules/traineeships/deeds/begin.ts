import type { Ctx } from '../../../authz/ctx.ts'
import { earlier, later } from '../../../kernel/dates.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { ValueOf } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { personSubject } from '../../people/subject-queries.ts'
import { theSite } from '../../sites/site-queries.ts'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { offeredTraineeships, traineeships } from '../case-queries.ts'
import { guideField, guideIn, personField, termsForm } from '../form.ts'
import { paths } from '../paths.ts'
import { runnersOf } from '../people.ts'
import { formThere } from '../rules.ts'
import { type Placed, placed } from '../store.ts'

type Given = { readonly ctx: Ctx; readonly held: StandingSite }
type Terms = ValueOf<typeof termsForm>

const begins = ({ ctx, held: { standing } }: Given) => ({
  startsOn: later(standing.from, ctx.today),
  endsOn: standing.to === null ? null : earlier(standing.to, `${ctx.today.slice(0, 4)}-12-31`),
})

/** The terms with the only form of the paper, which nobody is asked for. */
const termsHere = <T extends Pick<Terms, 'format' | 'licenceHolder'>>({ regulation }: StandingSite, terms: T): T => ({
  ...terms,
  ...formThere(regulation, terms),
})

const written = ({ ctx, held, made }: Given & { made: Placed }, terms: Terms, personId: PersonId, guideId: PersonId | null) => ({
  ...termsHere(held, terms),
  siteId: held.id,
  personId,
  guideId,
  versionId: made.versionId,
  organisationId: made.organisationId,
  post: made.post,
  createdBy: ctx.actor.personId,
  createdAt: ctx.now,
})

/** A teacher asks for a traineeship; the site answers. (C-12) */
export const askTraineeship = opening(traineeships, theSite, {
  at: paths.siteTraineeRequests,
  permits: 'traineeship.ask',
  form: termsForm,
  begins,
  also: (tx, { ctx, held, input }) =>
    placed(tx, ctx, held, { ...termsHere(held, input), personId: ctx.actor.personId, guideId: null }),
  values: (given) => ({ ...written(given, given.input, given.ctx.actor.personId, null), begunBy: 'self' as const }),
  tell: ({ ctx, held, made }) => ({
    kind: 'traineeship.asked',
    to: [runnersOf],
    params: { title: made.title, site: held.name, person: ctx.actor.name },
  }),
  fact: ({ ctx, made }) => ({ kind: 'traineeship.asked', facts: { person: ctx.actor.name, programme: made.title } }),
  done: 'Вы попросились на стажировку. Площадка ответит, и вам сообщат',
  ask: { title: 'Попроситься на стажировку', button: 'Попроситься' },
})

/** The site offers a traineeship to somebody, who answers. (C-12) */
export const offerTraineeship = opening(offeredTraineeships, theSite, {
  at: paths.siteTraineeOffers,
  permits: 'traineeship.run',
  form: { ...personField, ...termsForm, ...guideField },
  begins,
  also: async (tx, { ctx, held, input }) => {
    const { personId } = input
    const found = await placed(tx, ctx, held, { ...termsHere(held, input), guideId: guideIn(input.guide) })
    return found.ok ? ok({ ...found.value, person: (await initialsOf(tx, ctx, [personId]))(personId) }) : found
  },
  values: (given) => {
    const { guide, personId, ...terms } = given.input
    return { ...written(given, terms, personId, guideIn(guide)), begunBy: 'site' as const }
  },
  tell: ({ ctx, held, made, input }) => ({
    kind: 'traineeship.offered',
    to: [input.personId],
    params: { title: made.title, site: held.name, by: ctx.actor.name },
  }),
  fact: ({ made }) => ({ kind: 'traineeship.offered', facts: { person: made.person, programme: made.title } }),
  done: 'Предложение отправлено. Стажировка состоится, когда человек согласится',
  ask: { title: 'Предложить стажировку', button: 'Предложить' },
})

/** The head of a school sends one of their own people: the person answers first, then the site. (C-12) */
export const sendTrainee = opening(offeredTraineeships, theSite, {
  at: paths.siteTraineesSent,
  permits: 'traineeship.send',
  form: { ...personField, ...termsForm },
  begins,
  also: async (tx, { ctx, held, input }) => {
    const { personId } = input
    const subject = await personSubject(tx, ctx, personId)
    const organisationId = subject?.organisationIds?.find((id) => ctx.actor.employs.includes(id))
    if (organisationId === undefined) return refuseRule('traineeship.ownPeopleOnly', { field: 'personId' })
    const found = await placed(tx, ctx, held, { ...termsHere(held, input), guideId: null })
    return found.ok ? ok({ ...found.value, organisationId, person: (await initialsOf(tx, ctx, [personId]))(personId) }) : found
  },
  values: (given) => {
    const { personId, ...terms } = given.input
    return { ...written(given, terms, personId, null), begunBy: 'school' as const, sentBy: given.ctx.actor.personId }
  },
  tell: ({ ctx, held, made, input }) => ({
    kind: 'traineeship.offered',
    to: [input.personId],
    params: { title: made.title, site: held.name, by: ctx.actor.name },
  }),
  fact: ({ made }) => ({ kind: 'traineeship.sent', facts: { person: made.person, programme: made.title } }),
  done: 'Вы направили педагога. Ответит он, потом площадка',
  ask: { title: 'Направить своего педагога', button: 'Направить' },
})
