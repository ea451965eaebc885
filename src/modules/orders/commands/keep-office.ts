import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record, recordAll } from '../../../history/record.ts'
import { dayBefore } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { no, ok, type Result, type RuleRefusal, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId, PersonId } from '../../../kernel/types.ts'
import { nameBody } from '../../organisations/commands/name-body.ts'
import { bodyOf } from '../../organisations/order-queries.ts'
import { organisationById, staffOn } from '../../organisations/queries.ts'
import { storeRoles } from '../../people/commands/records.ts'
import { nextGrant } from '../../people/role-queries.ts'
import type { ActingSignatory, Office } from '../model.ts'
import { actingSignatories, bodiesKnown, officeOf } from '../office-queries.ts'
import { letterheadOf, numberFormatOf } from '../office-rules.ts'
import { saveOffice } from './save-office.ts'

export type KeptOffice = Pick<Office, 'actKind' | 'enactingWord' | 'signatoryPost' | 'signatoryId'> & {
  readonly body: string
  readonly settlement: string | null
  readonly numberForm: string
  readonly letterhead: string
  readonly acting: readonly ActingSignatory[]
}

/** Gives a body of the regulation its office, or changes it: how its papers look, who signs them and who in their place. */
export const keepOffice = (ctx: Acting, given: KeptOffice): Promise<Result<OrganisationId>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'office.keep')) return refuse({ code: 'forbidden', permission: 'office.keep' })
    const issuerId = await bodyOf(tx, ctx, given.body)
    const organisation = issuerId && (await organisationById(tx, ctx, issuerId))
    if (!issuerId || !organisation) return refuse({ code: 'notFound' })
    const numberFormat = numberFormatOf(given.numberForm)
    const wrong = [
      ...(numberFormat === null ? [no('office.numberForm', { field: 'numberForm' })] : []),
      ...(await unfitSignatories(tx, ctx, issuerId, given)),
    ]
    if (numberFormat === null || wrong.length > 0) return refuseAll(wrong)
    const { actKind, enactingWord, settlement, signatoryId, signatoryPost, acting } = given
    const letterhead = letterheadOf(given.letterhead, organisation.fullName)
    await giveRight(tx, ctx, given, await officeOf(tx, ctx, issuerId))
    const office = { actKind, enactingWord, signatoryId, signatoryPost, letterhead, numberFormat, place: settlement }
    await saveOffice(tx, ctx, { issuerId, ...office })
    const here = { territoryId: ctx.territory.id, issuerId }
    await tx
      .deleteFrom('officeSignatories')
      .where((is) => is.and(here))
      .execute()
    if (acting.length > 0)
      await tx
        .insertInto('officeSignatories')
        .values(acting.map(({ personId, post, startsOn, endsOn }) => ({ ...here, personId, post, startsOn, endsOn })))
        .onConflict((on) => on.doNothing())
        .execute()
    await record(tx, ctx, { kind: 'office.saved', subjectId: issuerId, facts: { name: organisation.shortName } })
    return ok(issuerId)
  })

/** Whoever is newly named to sign for the authority or the operator gets the role by it; for a further body one signs by its office alone. */
async function giveRight(tx: Tx, ctx: Ctx, { body, signatoryId }: KeptOffice, before: Office | undefined): Promise<void> {
  if (!isFixed(body) || signatoryId === null || signatoryId === before?.signatoryId) return
  const next = await nextGrant(tx, ctx, signatoryId, 'signatory')
  if (next !== undefined && next <= ctx.today) return
  const endsOn = next === undefined ? null : dayBefore(next)
  const role = { id: newId(), personId: signatoryId, role: 'signatory' as const, startsOn: ctx.today, endsOn }
  await recordAll(tx, ctx, await storeRoles(tx, ctx, [role]))
}

/** Whoever signs works in the organisation, or is named already; nobody gives the right to sign to themselves. */
async function unfitSignatories(tx: Tx, ctx: Ctx, issuerId: OrganisationId, given: KeptOffice): Promise<RuleRefusal[]> {
  const staff = await staffOn(tx, ctx, issuerId, { on: ctx.today })
  const [office, acting] = await Promise.all([officeOf(tx, ctx, issuerId), actingSignatories(tx, ctx, issuerId)])
  const before = new Set([office?.signatoryId, ...acting.map(({ personId }) => personId)])
  const standsAlready = (field: string, personId: PersonId | null) =>
    field === 'signatoryId' ? personId === office?.signatoryId : before.has(personId)
  const known = new Set<PersonId | null | undefined>([...before, ...staff.map(({ id }) => id)])
  const named = [
    { field: 'signatoryId', personId: given.signatoryId },
    ...given.acting.map(({ personId }, at) => ({ field: `acting.${at}.personId`, personId })),
  ].filter(({ field, personId }) => personId !== null && !standsAlready(field, personId))
  return [
    ...named.filter(({ personId }) => !known.has(personId)).map(({ field }) => no('office.notOfStaff', { field })),
    ...named
      .filter(({ personId }) => personId === ctx.actor.personId && !ctx.actor.roles.includes('signatory'))
      .map(({ field }) => no('office.oneself', { field })),
    ...given.acting.flatMap(({ startsOn, endsOn }, at) =>
      endsOn !== null && endsOn < startsOn ? [no('office.endsBeforeStart', { field: `acting.${at}.endsOn` })] : [],
    ),
  ]
}

/** Of the authority and the operator the register says by itself which organisation it is. */
export const isFixed = (body: string): boolean => body === 'authority' || body === 'operator'

/** Says which organisation of the register a further body of the regulation is. */
export const nameOrganisation = (
  ctx: Acting,
  { body, organisationId }: { body: string; organisationId: OrganisationId },
): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'office.keep')) return refuse({ code: 'forbidden', permission: 'office.keep' })
    const party = (await bodiesKnown(tx, ctx)).find(({ code }) => code === body && !isFixed(code))
    const organisation = await organisationById(tx, ctx, organisationId)
    if (!organisation || !party) return refuse({ code: 'notFound' })
    if (organisation.body !== null && organisation.body !== body) return refuseRule('office.named', { field: 'organisationId' })
    await nameBody(tx, ctx, body, organisationId)
    const facts = { name: party.name, organisation: organisation.shortName }
    await record(tx, ctx, { kind: 'office.organisationNamed', subjectId: organisationId, facts })
    return ok(null)
  })
