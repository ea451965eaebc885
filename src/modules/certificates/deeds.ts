import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { earlier, later } from '../../kernel/dates.ts'
import { ok, type Result, refuseAll } from '../../kernel/result.ts'
import type { EventId, PersonId, TraineeshipId } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { area, checkboxes, day, period, radios, unseen } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { chosenIds, optionalId } from '../../web/fields.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { certificates, issuers } from './case.ts'
import { candidatesAt, type FoundCandidate } from './completion-queries.ts'
import { mayCertify } from './completion-rules.ts'
import { pressing } from './issuing.ts'
import { type Kind, kinds, type Ready, type Shared } from './model.ts'
import { paths } from './paths.ts'
import { publishRevoked } from './publication.ts'
import { readyOf, sharedOf } from './queries.ts'
import { mayIssue, wrongExtent } from './rules.ts'
import { kindWords } from './wording.ts'

/** What a press is asked with: of one event or of some days, what paper, to whom. */
export const issueForm = {
  event: unseen('Мероприятие', optionalId<EventId>('мероприятие')),
  ...period('За какие дни', { startsOn: day('Первый день'), endsOn: day('Последний день') }),
  kind: radios('Какая бумага', { what: 'бумагу', of: kinds, named: (kind) => kindWords[kind].one }),
  people: checkboxes('Кому выдать', chosenIds<PersonId>('человека')),
}

type Found = { readonly ready: readonly Ready[]; readonly shared: Shared }

/** Issues papers to everybody chosen, in one press: only to those whose attendance stands on no paper yet. (X-T1) */
export const issuePapers = opening(pressing, issuers, {
  at: paths.certificateIssue,
  permits: 'certificate.issue',
  form: issueForm,
  rule: ({ input, ctx }) => wrongExtent(input, ctx.today),
  also: async (tx, { ctx, held, input: { event, people, startsOn, endsOn } }): Promise<Result<Found>> => {
    const [ready, shared] = await Promise.all([
      readyOf(tx, ctx, { siteId: held.id, eventId: event, startsOn, endsOn }, people),
      sharedOf(tx, ctx, held),
    ])
    const wrong = mayIssue({ chosen: people, ready, hasSignatory: shared !== null })
    return wrong.length > 0 || shared === null ? refuseAll(wrong) : ok({ ready, shared })
  },
  values: ({ held, input: { event, startsOn, endsOn, kind, people }, made: { shared } }) => ({
    ...{
      siteId: held.id,
      eventId: event,
      startsOn,
      endsOn,
      sort: 'participation' as const,
      kind,
      people,
      traineeships: [],
      shared,
    },
  }),
  fact: ({ input: { kind, people } }) => ({ kind: 'certificate.issued', facts: { kind, people: people.length } }),
  done: 'Бумаги выдаются: номера присвоены по порядку, людям сообщено',
  ask: { title: 'Выдать бумаги', button: 'Выдать' },
})

/** To whom papers about a mastered programme are asked for. */
export const completionForm = { traineeships: checkboxes('Кому выдать', chosenIds<TraineeshipId>('стажёра')) }

type Mastering = { readonly chosen: readonly FoundCandidate[]; readonly kind: Kind; readonly shared: Shared }

/** «Справка» or «сертификат», as the territory has it. */
export const completionKind = async (tx: Tx, ctx: Pick<Ctx, 'territory'>): Promise<Kind> =>
  (await settingOf(tx, ctx, settings.completionCertificate)) ? 'certificate' : 'note'

/** Issues papers about a mastered programme to everybody chosen, in one press: to those who meet the conditions of the version they learned by. (X-T1) */
export const issueCompletion = opening(pressing, issuers, {
  at: paths.certificateCompletion,
  permits: 'certificate.issue',
  form: completionForm,
  also: async (tx, { ctx, held, input: { traineeships: ids } }): Promise<Result<Mastering>> => {
    const [candidates, shared, kind] = await Promise.all([
      candidatesAt(tx, ctx, [held.id], ids),
      sharedOf(tx, ctx, held),
      completionKind(tx, ctx),
    ])
    const wrong = mayCertify({ chosen: ids, candidates, hasSignatory: shared !== null })
    if (wrong.length > 0 || shared === null) return refuseAll(wrong)
    const found = new Map(candidates.map((one) => [one.id, one]))
    return ok({ chosen: [...new Set(ids)].flatMap((id) => found.get(id) ?? []), kind, shared })
  },
  values: ({ ctx, held, made: { chosen, kind, shared } }) => ({
    ...{ siteId: held.id, eventId: null, sort: 'completion' as const, kind, shared },
    startsOn: chosen.map(({ row }) => row.startsOn).reduce(earlier, ctx.today),
    endsOn: chosen.map(({ row }) => row.endedOn ?? row.endsOn).reduce(later, chosen[0]?.row.startsOn ?? ctx.today),
    people: chosen.map(({ row }) => row.personId),
    traineeships: chosen.map(({ id }) => id),
  }),
  fact: ({ made: { kind, chosen } }) => ({
    kind: 'certificate.issued',
    facts: { kind, sort: 'completion', people: chosen.length },
  }),
  done: 'Бумаги выдаются: номера присвоены по порядку, людям сообщено',
  ask: { title: 'Выдать бумаги об освоении', button: 'Выдать' },
})

/** Revokes a paper: its check says so from then on, and its hours may stand on another. (X-T1) */
export const revokePaper = deed(certificates, 'revoke', {
  at: paths.certificateRevoke,
  permits: 'certificate.revoke',
  form: {
    revokeReason: area('Почему отзываете', {
      what: 'причину',
      most: 500,
      rows: 2,
      hint: 'Причину прочтёт каждый, кто проверит бумагу по коду',
    }),
  },
  set: ({ input, ctx }) => ({ ...input, revokedOn: ctx.today, revokedBy: ctx.actor.personId }),
  follow: async (tx, { ctx, now }) => {
    await tx
      .deleteFrom('certifiedEvents')
      .where((is) => is.and({ territoryId: ctx.territory.id, certificateId: now.id }))
      .execute()
    await publishRevoked(tx, ctx, now)
    return ok({})
  },
  tell: ({ one: { personId, kind, number }, input: { revokeReason } }) => ({
    kind: 'certificate.revoked',
    to: [personId],
    params: { kind, number, reason: revokeReason },
  }),
  fact: ({ one: { kind, number }, input: { revokeReason } }) => ({
    kind: 'certificate.revoked',
    facts: { kind, number, reason: revokeReason },
  }),
  done: 'Бумага отозвана: так теперь и отвечает проверка по коду',
  ask: { title: 'Отозвать', folded: true, button: 'Отозвать', kind: 'warning' },
})
