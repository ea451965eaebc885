import type { Tx } from '../../../db/pool.ts'
import { largeFiles } from '../../../files/check.ts'
import { removeFiles, storeFiles } from '../../../files/store.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import type { About } from '../../../kit/deed-types.ts'
import { checkboxes, draftArea, draftLine, files, inAddress, unseen, type ValueOf } from '../../../kit/form/fields.ts'
import { chosenCodes, text } from '../../../web/fields.ts'
import { type ApplicationCase, applications } from '../case.ts'
import { paths } from '../paths.ts'
import type { Evidence, RegisterFact } from './model.ts'
import { evidenceOf } from './queries.ts'
import { registerFacts } from './register-queries.ts'
import { checkLink, criteriaOf, criterionOf, mostOfOneCriterion } from './rules.ts'

const form = {
  criterion: unseen('Показатель', text('показатель', 60)),
  files: files('Файлы', {
    limits: largeFiles,
    hint: 'PDF, DOCX, XLSX, ODT, JPG или PNG, до 100 МБ каждый, не больше пяти за раз',
    accept: '.pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png',
    multiple: true,
  }),
  link: draftLine('Ссылка', {
    what: 'ссылку',
    hint: 'Адрес страницы, например https://shkola.ru/opyt',
    most: 1000,
    type: 'url',
    autoComplete: 'off',
  }),
  facts: checkboxes('Что известно из реестров', chosenCodes('сведения', 200)),
  note: draftArea('Пояснение', { hint: 'Если из названия не ясно, что это доказывает', most: 1000, rows: 2 }),
}
type Adding = About<ApplicationCase, ValueOf<typeof form>>

const toEvidence =
  (notice: string) =>
  ({ params }: { params: unknown }) => ({
    to: paths.applicationEvidence(params as { territory: string; application: string }),
    notice,
  })
const changing = {
  permits: 'application.edit',
  anyVersion: true,
  elsewhere: { rule: 'evidence.notNow' },
} as const

/** What the registers say and where, to tell what is there already. */
export const sameFact = (
  it: { readonly registerId: string | null; readonly registerText: string | null },
  { id, text: said }: RegisterFact,
) => it.registerId === id && it.registerText === said

/** Adds evidence of a criterion: files, a link, facts that the registers know. What the registers say is read anew, never taken from the form. (C-31, T-2) */
export const addEvidence = deed(applications, 'edit', {
  ...changing,
  at: paths.applicationEvidence,
  form,
  async also(tx, given) {
    const { ctx, one, regulation, input, files: sent } = given
    const criterion = criterionOf(regulation, input.criterion)
    if (!criterion.ok) return criterion
    const found = await givenIn(tx, given)
    if (!found.ok) return found
    const before = (await evidenceOf(tx, ctx, one.id)).filter(({ criterionCode }) => criterionCode === input.criterion)
    const { link } = found.value
    const facts = found.value.facts.filter((fact) => !before.some((it) => sameFact(it, fact)))
    const count = sent.length + (link === null ? 0 : 1) + facts.length
    if (count === 0) return refuseRule('evidence.nothingNew', { field: 'facts' })
    if (before.length + count > mostOfOneCriterion)
      return refuseRule('evidence.tooMany', { field: 'files', params: { most: mostOfOneCriterion } })
    const stored = await storeFiles(tx, ctx, sent)
    await insertEvidence(tx, given, [
      ...stored.map((fileId): Piece => ({ kind: 'file', fileId })),
      ...(link === null ? [] : [{ kind: 'link' as const, link }]),
      ...facts.map(({ id, text: said }): Piece => ({ kind: 'register', registerText: said, registerId: id })),
    ])
    const texts = [...sent.map(({ name }) => name), ...(link ? [link] : []), ...facts.map((fact) => fact.text)]
    return ok({ criterion: criterion.value.text, texts })
  },
  fact: ({ made }) => ({ kind: 'application.evidenceAdded', facts: made }),
  done: toEvidence('Доказательство приложено'),
})

async function givenIn(
  tx: Tx,
  { ctx, one, input, files: sent }: Adding,
): Promise<Result<{ link: string | null; facts: RegisterFact[] }>> {
  const { link, facts } = input
  if (sent.length === 0 && link === '' && facts.length === 0) return refuseRule('evidence.nothingGiven', { field: 'files' })
  const address = link === '' ? ok(null) : checkLink(link)
  if (!address.ok) return address
  const known = facts.length === 0 ? [] : await registerFacts(tx, ctx, one.id)
  const chosen = known.filter(({ key }) => facts.includes(key))
  if (chosen.length < new Set(facts).size) return refuseRule('evidence.factGone', { field: 'facts' })
  return ok({ link: address.value, facts: chosen })
}

type Piece = Pick<Evidence, 'kind'> & Partial<Pick<Evidence, 'fileId' | 'link' | 'registerText' | 'registerId'>>

async function insertEvidence(tx: Tx, { ctx, one, input }: Adding, pieces: readonly Piece[]): Promise<void> {
  const about = { applicationId: one.id, criterionCode: input.criterion, note: input.note }
  const added = { territoryId: ctx.territory.id, addedBy: ctx.actor.personId, addedAt: ctx.now }
  const rows = pieces.map((piece) => ({ ...piece, ...added, ...about, id: newId() }))
  await tx.insertInto('applicationEvidence').values(rows).execute()
}

/** Takes a piece of evidence out. A file that was submitted once is kept: the round in which it was shown still shows it. (C-31) */
export const removeEvidence = deed(applications, 'edit', {
  ...changing,
  at: paths.applicationEvidenceRemoval,
  form: { evidence: inAddress() },
  async also(tx, { ctx, one, regulation, input }) {
    const found = (await evidenceOf(tx, ctx, one.id)).find(({ id }) => id === input.evidence)
    if (!found) return refuse({ code: 'notFound' })
    await tx
      .deleteFrom('applicationEvidence')
      .where((is) => is.and({ territoryId: ctx.territory.id, id: found.id }))
      .execute()
    if (found.fileId !== null && one.round === 0) await removeFiles(tx, ctx, [found.fileId])
    const criterion = criteriaOf(regulation).find(({ code }) => code === found.criterionCode)?.text ?? null
    return ok({ criterion, text: found.fileName ?? found.link ?? found.registerText })
  },
  fact: ({ made }) => ({ kind: 'application.evidenceRemoved', facts: made }),
  done: toEvidence('Доказательство убрано'),
  ask: { button: 'Убрать', kind: 'secondary', small: true },
})
