import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { contains } from '../../kernel/dates.ts'
import { signatureName } from '../../kernel/names.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Registers } from '../../kit/order/registers.ts'
import { bodiesOf, bodyName, isBody } from '../../regulation/parties/questions.ts'
import { namesOf } from '../people/name-queries.ts'
import { signersBeside } from './effects/handlers.ts'
import type { FullOrder, Signer } from './model.ts'
import { actingSignatories, officeOfBody, officesOf, signsFor } from './office-queries.ts'
import type { SignatureShown } from './snapshot.ts'

/** Whoever is asked to sign for each body: the one who issues, and those that the regulation names beside it, each by its office of the day. */
export async function askedToSign(
  tx: Tx,
  ctx: Ctx,
  { order, points }: FullOrder,
  registers: Registers,
): Promise<{ signers: Signer[]; lacking: RuleRefusal[] }> {
  const beside = signersBeside(points, registers)
  const regulation = registers.judgedBy?.regulation
  if (beside.length === 0 || !regulation || order.signatoryId === null) return { signers: [], lacking: [] }
  const signers: Signer[] = [{ issuerId: order.issuerId, personId: order.signatoryId, post: order.signatoryPost ?? '' }]
  const lacking: RuleRefusal[] = []
  for (const { value: body, basis } of beside) {
    const more = { params: { who: bodyName(regulation, body) }, ...(basis && { clause: basis.clause }) }
    const office = await officeOfBody(tx, ctx, body)
    const acting = office && (await actingSignatories(tx, ctx, office.issuerId))
    const now = acting?.find((one) => contains({ from: one.startsOn, to: one.endsOn }, ctx.today))
    const personId = now?.personId ?? office?.signatoryId ?? null
    if (!office) lacking.push(no('order.noOfficeBeside', more))
    else if (personId === null || !(await signsFor(tx, ctx, { issuerId: office.issuerId, personId })))
      lacking.push(no('order.nobodySignsBeside', more))
    else signers.push({ issuerId: office.issuerId, personId, post: now?.post ?? office.signatoryPost })
  }
  return { signers, lacking }
}

/** The signatures of a joint order as its paper shows them; those that a draft will have stand there already, each without its day. */
export async function signaturesShown(tx: Tx, ctx: Ctx, full: FullOrder, registers: Registers): Promise<SignatureShown[]> {
  const { order } = full
  const awaited = order.state === 'draft' ? (await askedToSign(tx, ctx, full, registers)).signers : []
  const signatures = order.state === 'draft' ? awaited.map((one) => ({ ...one, signedOn: null })) : order.signatures
  if (signatures.length === 0) return []
  const [names, offices] = await Promise.all([
    namesOf(
      tx,
      ctx,
      signatures.map(({ personId }) => personId),
      registers.day,
    ),
    officesOf(tx, ctx),
  ])
  const bodies = registers.judgedBy ? bodiesOf(registers.judgedBy.regulation) : []
  return signatures.map(({ issuerId, personId, post, signedOn }) => {
    const office = offices.find((one) => one.issuerId === issuerId)
    const name = names.get(personId)
    return {
      ...{ post, signedOn, letterhead: office?.letterhead ?? [] },
      name: name ? signatureName(name) : '',
      issuerGenitive: (office && bodies.find(({ code }) => isBody(office, code))?.words.genitive) ?? null,
    }
  })
}
