import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, type RuleRefusal, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { OrderId, OrganisationId, PersonId, RegulationId, RegulationLineId } from '../../../kernel/types.ts'
import { orderParts } from '../../../kit/order/parts.ts'
import type { ChoiceName, Choices, Setting, SettingRows, Template, Written } from '../../../kit/order/template.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { whoGrants } from '../../../regulation/status/questions.ts'
import type { RegulationLine, StoredRegulation } from '../../../regulation/stored.ts'
import { bodyOf } from '../../organisations/order-queries.ts'
import { headsOf } from '../../people/head-queries.ts'
import { regulationById, regulationsInForce, regulationVersions } from '../../regulation/queries.ts'
import { orderMachine } from '../machine.ts'
import type { Office } from '../model.ts'
import { officeOfBody, ownOffices } from '../office-queries.ts'
import { savePoints } from '../store.ts'
import { type Drafted, draftFrom, finished, templatesFor } from '../templates.ts'
import { wordPoints } from '../word-points.ts'

/** Whose paper an order is, and under which of the Положения it is written. */
type Under = { readonly office: Office; readonly lineId: RegulationLineId }

/** Writes a draft down for an office, in the caller's transaction. The person who starts it has prepared it. */
async function writeDraft(tx: Tx, ctx: Ctx, under: Under, templateCode: string, drafted: Drafted): Promise<OrderId> {
  const { office, lineId } = under
  const id = newId<OrderId>()
  await tx
    .insertInto('orders')
    .values({
      territoryId: ctx.territory.id,
      id,
      issuerId: office.issuerId,
      lineId,
      kind: office.actKind,
      state: orderMachine.initial,
      title: drafted.title,
      preamble: drafted.preamble,
      enactingWord: office.enactingWord,
      place: office.place,
      signatoryId: office.signatoryId,
      signatoryPost: office.signatoryPost,
      controllerId: office.signatoryId,
      preparedBy: ctx.actor.personId,
      acquaintance: drafted.acquaintance,
      publishOnSigning: drafted.publishOnSigning,
      templateCode,
      appendices: JSON.stringify(drafted.appendices),
      createdAt: ctx.now,
    })
    .execute()
  const order = { id, issuerId: office.issuerId, lineId, kind: office.actKind }
  await savePoints(tx, ctx, id, await wordPoints(tx, ctx, order, drafted))
  await record(tx, ctx, { kind: 'order.drafted', subjectId: id, facts: { template: templateCode, title: drafted.title } })
  return id
}

/** What new orders are written from: a line, its regulation, its version that waits for approval, and the templates both give. */
export type DraftingBasis = {
  readonly line: RegulationLine
  readonly regulation: Regulation
  readonly draftRegulationId: RegulationId | null
  readonly templates: readonly Template[]
}

/** The basis of new orders in each line; after a regulation has ceased, its words still serve. None: the territory has never had one. */
export async function draftingBases(tx: Tx, ctx: Ctx): Promise<readonly DraftingBasis[]> {
  const versions = await regulationVersions(tx, ctx.territory.id)
  const current = await regulationsInForce(tx, ctx)
  const ofLines = [...Map.groupBy(versions, ({ line }) => line.id).values()]
  const bases = await Promise.all(ofLines.map((own) => basisOf(tx, ctx, own, current)))
  return bases.filter((one) => one !== null)
}

async function basisOf(
  tx: Tx,
  ctx: Ctx,
  versions: Awaited<ReturnType<typeof regulationVersions>>,
  current: readonly StoredRegulation[],
): Promise<DraftingBasis | null> {
  const [newest] = versions
  if (!newest) return null
  const stored =
    current.find(({ line }) => line.id === newest.line.id) ?? (await regulationById(tx, ctx.territory.id, newest.id, ctx.today))
  if (!stored) return null
  const draftRegulationId = versions.find((version) => version.state === 'draft')?.id ?? null
  return {
    line: stored.line,
    regulation: stored.regulation,
    draftRegulationId,
    templates: templatesFor(stored.regulation, draftRegulationId !== null),
  }
}

export type DraftInput = {
  readonly templateCode: string
  /** Under which of the Положения; the first one when left out. */
  readonly lineId?: RegulationLineId | null
  /** Which office issues it; the first one when null. */
  readonly issuerId: OrganisationId | null
  readonly choices: Choices
}

/** Starts an order from a template of the territory. The person who starts it has prepared it. */
export const draftOrder = (ctx: Acting, input: DraftInput): Promise<Result<{ id: OrderId }>> =>
  transact(ctx, (tx) => draftOrderIn(tx, ctx, input))

/** The same inside a deed of another module, which keeps what the order is to decide. */
export async function draftOrderIn(tx: Tx, ctx: Ctx, input: DraftInput): Promise<Result<{ id: OrderId }>> {
  const offices = await ownOffices(tx, ctx)
  if (offices.length === 0 && !may(ctx, 'order.draft')) return refuse({ code: 'forbidden', permission: 'order.draft' })
  const setting = await loadSetting(tx, ctx, input.choices)
  const basis = await basisFor(tx, ctx, setting.under ?? null, input.lineId ?? null)
  if (!basis) return refuseRule('order.noRegulation')
  const office = input.issuerId === null ? offices[0] : offices.find((one) => one.issuerId === input.issuerId)
  if (!office) return refuseRule('order.noOffice')
  const template = basis.templates.find((one) => one.code === input.templateCode)
  if (!template) return refuseRule('order.unknownTemplate', { field: 'templateCode' })
  const lacking = missingChoices(template, input.choices)
  if (lacking.length > 0) return refuseAll(lacking)

  const drafted = draftFrom(template, {
    ...setting,
    regulation: basis.regulation,
    draftRegulationId: basis.draftRegulationId,
    today: ctx.today,
    actKind: office.actKind,
    choices: input.choices,
  })
  return ok({ id: await writeDraft(tx, ctx, { office, lineId: basis.line.id }, template.code, drafted) })
}

/** The line of what the order is about; else the one asked for, or the first. */
async function basisFor(tx: Tx, ctx: Ctx, under: RegulationId | null, asked: RegulationLineId | null) {
  const versions = await regulationVersions(tx, ctx.territory.id)
  const lineId = versions.find(({ id }) => id === under)?.line.id ?? asked
  const bases = await draftingBases(tx, ctx)
  return lineId === null ? bases[0] : bases.find(({ line }) => line.id === lineId)
}

const needed: Partial<Record<ChoiceName, { field: keyof Choices; what: string }>> = {
  organisations: { field: 'organisationIds', what: 'Выберите организации' },
  theme: { field: 'theme', what: 'Напишите тему площадки' },
  site: { field: 'siteId', what: 'Выберите площадку' },
  person: { field: 'personId', what: 'Назовите человека' },
  ground: { field: 'ground', what: 'Укажите основание' },
  call: { field: 'callId', what: 'Выберите приём заявок' },
  order: { field: 'orderId', what: 'Выберите, что отменяют' },
  reason: { field: 'reason', what: 'Напишите, почему' },
}

/** Asked alone, it is what the order is about. */
const lastDay = { field: 'to', what: 'Напишите, по какой день' } as const

function missingChoices(template: Template, choices: Choices): RuleRefusal[] {
  return template.asks.flatMap((name) => {
    const need = name === 'to' && !template.asks.includes('from') ? lastDay : needed[name]
    const given = need && choices[need.field]
    const isEmpty = given === null || given === undefined || given.length === 0
    return need && isEmpty
      ? [{ code: 'rule' as const, rule: 'order.choiceMissing' as const, field: need.field, params: { what: need.what } }]
      : []
  })
}

/** Rows of the registers for what was chosen. */
async function loadSetting(tx: Tx, ctx: Ctx, choices: Choices): Promise<SettingRows & Pick<Setting, 'headOf' | 'operatorHead'>> {
  const heads = await headsOf(tx, ctx, ctx.today, [...choices.organisationIds])
  let rows: Partial<SettingRows> = {}
  for (const part of orderParts.parts()) rows = { ...rows, ...(await part.setting?.(tx, ctx, choices)) }
  return {
    ...(rows as SettingRows),
    headOf: (id) => heads.find((head) => head.organisationId === id)?.personId ?? null,
    operatorHead: await headOfOperator(tx, ctx),
  }
}

async function headOfOperator(tx: Tx, ctx: Ctx): Promise<PersonId | null> {
  const operator = await bodyOf(tx, ctx, 'operator')
  const [head] = operator ? await headsOf(tx, ctx, ctx.today, [operator]) : []
  return head?.personId ?? null
}

/** Points and effects somebody else has written, as a draft of whoever gives statuses here. */
export async function draftWritten(
  tx: Tx,
  ctx: Ctx,
  given: { readonly code: string; readonly lineId: RegulationLineId; readonly regulation: Regulation; readonly written: Written },
): Promise<Result<OrderId>> {
  const { code, lineId, regulation, written } = given
  const { by, act } = whoGrants(regulation).value
  const office = await officeOfBody(tx, ctx, by, act)
  if (!office) return refuseRule('order.noOffice')
  return ok(await writeDraft(tx, ctx, { office, lineId }, code, finished(written, { regulation, actKind: office.actKind })))
}
