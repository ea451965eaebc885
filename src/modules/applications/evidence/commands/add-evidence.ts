import { type Acting, type Ctx, may } from '../../../../authz/ctx.ts'
import type { Tx } from '../../../../db/pool.ts'
import { transact } from '../../../../db/transact.ts'
import type { CheckedFile } from '../../../../files/check.ts'
import { storeFiles } from '../../../../files/store.ts'
import { record } from '../../../../history/record.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../../kernel/result.ts'
import type { ApplicationId, FileId } from '../../../../kernel/types.ts'
import { lockApplication } from '../../commands/move-application.ts'
import type { Application } from '../../model.ts'
import { regulationOf, subjectOfWriting } from '../../queries.ts'
import { isWritable } from '../../rules.ts'
import type { Evidence, RegisterFact } from '../model.ts'
import { evidenceOf } from '../queries.ts'
import { registerFacts } from '../register-queries.ts'
import { checkLink, criterionOf, mostOfOneCriterion } from '../rules.ts'

export type EvidenceInput = {
  readonly applicationId: ApplicationId
  readonly criterion: string
  readonly files: readonly CheckedFile[]
  readonly link: string | null
  /** Keys of facts of the registers, as they were offered. */
  readonly facts: readonly string[]
  readonly note: string | null
}

/** Adds evidence of a criterion: files, a link, facts that the registers know. What the registers say is read anew, never taken from the form. (C-31, T-2) */
export function addEvidence(ctx: Acting, input: EvidenceInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const app = await lockApplication(tx, ctx, input.applicationId)
    const subject = app && (await subjectOfWriting(tx, ctx, app.id))
    if (!app || !subject) return refuse({ code: 'notFound' })
    if (!may(ctx, 'application.edit', subject)) return refuse({ code: 'forbidden', permission: 'application.edit' })
    if (!isWritable(app.state)) return refuseRule('evidence.notNow')
    const regulation = await regulationOf(tx, ctx, app)
    const criterion = criterionOf(regulation, input.criterion)
    if (!criterion.ok) return criterion
    const given = await givenIn(tx, ctx, app, input)
    if (!given.ok) return given

    const before = (await evidenceOf(tx, ctx, app.id)).filter(({ criterionCode }) => criterionCode === input.criterion)
    const known = new Set(before.map(({ registerId, registerText }) => `${registerId} ${registerText}`))
    const facts = given.value.facts.filter(({ id, text }) => !known.has(`${id} ${text}`))
    const rows = [...input.files, ...(given.value.link === null ? [] : [given.value.link]), ...facts].length
    if (rows === 0) return refuseRule('evidence.nothingNew', { field: 'facts' })
    if (before.length + rows > mostOfOneCriterion)
      return refuseRule('evidence.tooMany', { field: 'files', params: { most: mostOfOneCriterion } })

    const files = await storeFiles(tx, ctx, input.files)
    await store(tx, ctx, app, input, { files, link: given.value.link, facts })
    const texts = [
      ...input.files.map(({ name }) => name),
      ...(given.value.link ? [given.value.link] : []),
      ...facts.map(({ text }) => text),
    ]
    const told = { criterion: criterion.value.text, texts }
    await record(tx, ctx, { kind: 'application.evidenceAdded', subjectId: app.id, facts: told })
    return ok(null)
  })
}

async function givenIn(
  tx: Tx,
  ctx: Ctx,
  app: Application,
  { files, link, facts }: EvidenceInput,
): Promise<Result<{ link: string | null; facts: RegisterFact[] }>> {
  if (files.length === 0 && link === null && facts.length === 0) return refuseRule('evidence.nothingGiven', { field: 'files' })
  const address = link === null ? ok(null) : checkLink(link)
  if (!address.ok) return address
  const known = facts.length === 0 ? [] : await registerFacts(tx, ctx, app.id)
  const chosen = known.filter(({ key }) => facts.includes(key))
  if (chosen.length < new Set(facts).size) return refuseRule('evidence.factGone', { field: 'facts' })
  return ok({ link: address.value, facts: chosen })
}

async function store(
  tx: Tx,
  ctx: Ctx,
  app: Application,
  { criterion, note }: EvidenceInput,
  { files, link, facts }: { files: readonly FileId[]; link: string | null; facts: readonly RegisterFact[] },
): Promise<void> {
  type Row = Pick<Evidence, 'kind'> & Partial<Pick<Evidence, 'fileId' | 'link' | 'registerText' | 'registerId'>>
  const rows: Row[] = [
    ...files.map((fileId): Row => ({ kind: 'file', fileId })),
    ...(link === null ? [] : [{ kind: 'link' as const, link }]),
    ...facts.map(({ id, text }): Row => ({ kind: 'register', registerText: text, registerId: id })),
  ]
  await tx
    .insertInto('applicationEvidence')
    .values(
      rows.map((row) => ({
        ...row,
        territoryId: ctx.territory.id,
        id: newId(),
        applicationId: app.id,
        criterionCode: criterion,
        note: note ?? '',
        addedBy: ctx.actor.personId,
        addedAt: ctx.now,
      })),
    )
    .execute()
}
