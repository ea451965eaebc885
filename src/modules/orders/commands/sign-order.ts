import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Proves } from '../../../authz/second-factor.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { record, recordAll } from '../../../history/record.ts'
import { lockJournalNow } from '../../../journals/journal.ts'
import { longDate } from '../../../kernel/dates.ts'
import { signatureName } from '../../../kernel/names.ts'
import { ok, type Result, type RuleRefusal, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { createTurns } from '../../../kernel/turns.ts'
import type { Day, OrderId } from '../../../kernel/types.ts'
import { orderParts } from '../../../kit/order/parts.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { applyEffects, checkEffects } from '../effects/handlers.ts'
import { appendixNeeds } from '../effects/kits.ts'
import { loadRegisters } from '../effects/load-registers.ts'
import { giveOut } from '../giving-out.ts'
import { askedToSign, signaturesShown } from '../joint-queries.ts'
import { effectsOf, type FullOrder, type Order, type OrderSignature, type Signer } from '../model.ts'
import { takeOrderNumber } from '../numbering.ts'
import { officeOf, signsFor } from '../office-queries.ts'
import { onOrder } from '../order-command.ts'
import { publish } from '../publication.ts'
import { nameOf } from '../queries.ts'
import { formatNumber, isFarOff, missingIn } from '../rules.ts'
import { type OrderSnapshot, proofOf } from '../snapshot.ts'
import { readOrder, readPoints, saveOrder, saveSignature } from '../store.ts'
import { signatorySubject } from '../subjects.ts'
import { contradictions } from '../wording.ts'

export type SigningInput = {
  readonly orderId: OrderId
  readonly version: number
  /** The number the office's journal has already given; null lets the product give the next one. */
  readonly number: number | null
  /** When the order takes effect, if not at once. */
  readonly effectiveOn: Day | null
  /** Said once more: the day is so far off indeed. */
  readonly sure?: boolean
}
/** Without a number: others have still to sign. */
export type Signed = { readonly id: OrderId; readonly number: number | null; readonly numberText: string | null }

/**
 * Signs an order: number, legal effects, tasks, acquaintance, snapshot, history and notices in one transaction, or nothing at all.
 * Orders of one issuer and year are signed one after another, because the journal is locked. `proves` asks for the signatory's second factor in
 * the same transaction, last: an order that cannot be signed uses no code up. (X-O)
 */
export async function signOrder(ctx: Acting, input: SigningInput, proves: Proves = notAsked): Promise<Result<Signed>> {
  const signed = await signings.take(ctx.territory.id, () => signInTurn(ctx, input, proves))
  return signed && (signed.ok || signed.refusal.code !== 'busy') ? signed : refuse({ code: 'busy', rule: 'order.othersSigned' })
}

/** Signatures of a territory come to the journal one after another, so that the waiting hold no connections. */
const signings = createTurns({ longest: 100, waitMs: 8000 })

function signInTurn(pressed: Acting, input: SigningInput, proves: Proves): Promise<Result<Signed>> {
  const asked = { permits: 'order.sign', action: 'sign', subjectOf: signatorySubject } as const
  return onOrder(pressed, input, asked, async (tx, order, state) => {
    const { signatures, issuerId } = order
    const { ctx, journal, last } = await lockJournalNow(tx, pressed, { kind: 'order', keeperId: issuerId })
    const series = { issuerId, year: journal.year }
    const isOwn = ({ personId }: OrderSignature) => personId === ctx.actor.personId
    if (signatures.some(isOwn) && signatures.filter(isOwn).every(({ signedOn }) => signedOn !== null))
      return refuseRule('order.signedByYou')
    const own = signatures.length > 0 ? signatures.filter(isOwn) : [{ issuerId: order.issuerId, personId: ctx.actor.personId }]
    for (const one of own) if (!(await signsFor(tx, ctx, one))) return refuseRule('order.signsForAnother')
    const awaited = signatures.filter((one) => one.signedOn === null && !isOwn(one))
    // What only the first is asked: it may have signed before.
    const [first] = signatures
    const given =
      !first || isOwn(first) ? input : { ...input, number: first.number, effectiveOn: laterOf(first.effectiveOn, ctx.today) }
    const effectiveOn = given.effectiveOn ?? ctx.today
    if (effectiveOn < ctx.today) return refuseRule('order.effectBeforeSigning', { field: 'effectiveOn' })
    if (isFarOff(effectiveOn, ctx.today) && !input.sure)
      return refuseRule('order.effectFarOff', { field: 'sure', params: { day: longDate(effectiveOn) } })
    if (given.number !== null && !(Number.isInteger(given.number) && given.number > 0))
      return refuseRule('order.numberWrong', { field: 'number' })

    const full = { order, points: await readPoints(tx, ctx, order.id) }
    for (const part of orderParts.parts()) await part.lock?.(tx, ctx, effectsOf(full.points))
    const registers = await loadRegisters(tx, ctx, full, { day: ctx.today, effectiveOn })
    const wrong = whatIsWrong(ctx, full, registers)
    if (wrong.length > 0) return refuseAll(wrong)
    const { signers } = await askedToSign(tx, ctx, full, registers)
    if (issuersOf(signers) !== issuersOf(signatures)) return refuseRule('order.signersChanged')
    if (awaited.length > 0) return signOne(tx, ctx, order, { given, proves })
    const taken = await takeOrderNumber(tx, ctx, series, last, given.number)
    if (!taken.ok) return taken
    const office = await officeOf(tx, ctx, order.issuerId)
    if (!office) return refuseRule('order.noOffice')

    const proved = await proves(tx)
    if (!proved.ok) return proved

    const { number, givenBy } = taken.value
    const numberText = formatNumber(office.numberFormat, number)
    if (signatures.length > 0) await saveSignature(tx, ctx, order.id, { number: null, effectiveOn: null })
    const now = { ...full, order: (await readOrder(tx, ctx, order.id)) ?? order }
    const shown = await signaturesShown(tx, ctx, now, registers)
    const proof = proofOf(full, office, signatureName(await nameOf(tx, ctx, order.signatoryId!, registers.day)), registers, shown)
    const snapshot = { ...proof, signedOn: ctx.today, numberText }
    await saveOrder(tx, ctx, order, {
      state,
      year: series.year,
      number,
      numberText,
      numberGivenBy: givenBy,
      signedOn: ctx.today,
      effectiveOn,
      signedAt: ctx.now,
      signatoryPost: snapshot.signatory.post,
      snapshot: JSON.stringify(snapshot),
    })
    const facts = await carryOut(tx, ctx, full, { registers, snapshot, effectiveOn })
    await recordAll(tx, ctx, [
      { kind: 'order.signed', subjectId: order.id, facts: { number: numberText, on: ctx.today, title: order.title, givenBy } },
      ...facts,
    ])
    return ok({ id: order.id, number, numberText })
  })
}

/** The signature of one of several bodies, while others are awaited: nothing changes yet, and no number is taken. */
async function signOne(
  tx: Tx,
  ctx: Ctx,
  { id, title, signatures }: Order,
  { given: { number, effectiveOn }, proves }: { given: SigningInput; proves: Proves },
): Promise<Result<Signed>> {
  const proved = await proves(tx)
  if (!proved.ok) return proved
  const isFirst = signatures[0]?.personId === ctx.actor.personId
  await saveSignature(tx, ctx, id, isFirst ? { number, effectiveOn } : { number: null, effectiveOn: null })
  const post = signatures.find(({ personId }) => personId === ctx.actor.personId)?.post ?? ''
  await record(tx, ctx, { kind: 'order.signedByOne', subjectId: id, facts: { title, post } })
  return ok({ id, number: null, numberText: null })
}

const issuersOf = (signers: readonly Signer[]) => signers.map(({ issuerId }) => issuerId).join()

const laterOf = (day: Day | null, today: Day): Day | null => (day !== null && day < today ? today : day)

/** Signatures of orders that are loaded are history. */
const notAsked: Proves = async () => ok(null)

const whatIsWrong = (ctx: Ctx, { order, points }: FullOrder, registers: Registers): RuleRefusal[] => [
  ...missingIn({ ...order, points }, ctx.today, appendixNeeds),
  ...checkEffects(points, registers),
  ...contradictions(points, registers, order.appendices),
]

type Signing = { registers: Registers; snapshot: OrderSnapshot; effectiveOn: Day }

/** Everything that follows from the signature. */
async function carryOut(tx: Tx, ctx: Ctx, full: FullOrder, { registers, snapshot, effectiveOn }: Signing): Promise<Fact[]> {
  const { order } = full
  const named = { act: order.kind, signedOn: snapshot.signedOn ?? ctx.today, numberText: snapshot.numberText ?? '' }
  const applied = await applyEffects(tx, ctx, effectsOf(full.points), { id: order.id, effectiveOn, registers, named })
  await giveOut(tx, ctx, full, snapshot)
  const settled: Fact[] = []
  for (const part of orderParts.parts()) settled.push(...((await part.signed?.(tx, ctx, order.id)) ?? []))
  const published = order.publishOnSigning
    ? [await publish(tx, ctx, { ...order, numberText: snapshot.numberText, signedOn: snapshot.signedOn }, snapshot)]
    : []
  for (const part of orderParts.parts()) await part.touched?.(tx, ctx, applied.siteIds)
  return [...applied.facts, ...settled, ...published]
}
