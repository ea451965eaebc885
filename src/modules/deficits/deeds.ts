import type { Ctx } from '../../authz/ctx.ts'
import { usualFiles } from '../../files/check.ts'
import { storeFiles } from '../../files/store.ts'
import { no, ok, type RuleRefusal, refuseAll, refuseRule } from '../../kernel/result.ts'
import { deed } from '../../kit/deed.ts'
import { files, optionalSelect } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { initialsOf } from '../people/name-queries.ts'
import { deficitPeople, deficits, type OpenDeficit } from './case.ts'
import { factsToClose, keyOf } from './facts-to-close.ts'
import { diagnosisForm, noteForm } from './forms.ts'
import { paths } from './paths.ts'
import { isNotedAlready, mayNoteOf, mayTakeBack, wrongAttaching, wrongClosing, wrongDocument, wrongNote } from './rules.ts'
import { openOf } from './store.ts'

const kept = ({ here }: Pick<OpenDeficit, 'here'>): readonly RuleRefusal[] => (here.on ? [] : [no('deficit.notKept')])

/** A methodist, or whoever leads a person, notes what they lack: by a diagnosis with its document, or as they see it. (T-32) */
export const noteDeficit = opening(deficits, deficitPeople, {
  at: paths.personDeficits,
  permits: 'deficit.note',
  form: noteForm,
  lacks: ({ ctx, held }) => [...kept(held), ...mayNoteOf(ctx.actor.personId, held.person.id)],
  rule: ({ ctx, held, input }) => wrongNote(input, held.framework, ctx.today),
  also: async (tx, { ctx, held, input }) =>
    isNotedAlready(input, await openOf(tx, ctx, held.person.id))
      ? refuseRule('deficit.notedAlready', { field: 'competence' })
      : ok(null),
  values: ({ ctx, held, input }) => ({
    personId: held.person.id,
    competenceId: input.competence,
    words: input.words,
    source: input.source,
    notedBy: ctx.actor.personId,
    startsOn: ctx.today,
    document: input.document,
    documentOn: input.documentOn,
    createdAt: ctx.now,
  }),
  tell: ({ ctx, held }) => ({ kind: 'deficit.noted', to: [held.person.id], params: { by: ctx.actor.name } }),
  fact: async ({ ctx, held, input, id }, tx) => ({
    kind: 'deficit.noted',
    subjectId: id,
    facts: { person: (await initialsOf(tx, ctx, [held.person.id]))(held.person.id), source: input.source },
  }),
  done: 'Дефицит отмечен, человеку сообщено',
  ask: { title: 'Отметить дефицит', button: 'Отметить' },
})

type Given = OpenDeficit & { readonly ctx: Ctx }
const whose = async (tx: Parameters<typeof initialsOf>[0], { ctx, one }: Given) => ({
  person: (await initialsOf(tx, ctx, [one.personId]))(one.personId),
  source: one.source,
})
const toldClosed = ({ one, ctx }: Given) =>
  one.personId === ctx.actor.personId
    ? null
    : ({ kind: 'deficit.closed', to: [one.personId], params: { by: ctx.actor.name } } as const)

/** Closed by what the person has done since: an event, a try-out, a traineeship. Nothing else closes it. */
export const closeByFact = deed(deficits, 'close', {
  at: paths.deficitEnd,
  permits: 'deficit.close',
  elsewhere: { rule: 'deficit.ended' },
  lacks: kept,
  form: { fact: optionalSelect('Чем закрыт', 60) },
  also: async (tx, { one, ctx, input }) => {
    if (input.fact === null) return refuseRule('deficit.factMissing', { field: 'fact' })
    const found = (await factsToClose(tx, ctx, one.personId, one.startsOn)).find((fact) => keyOf(fact) === input.fact)
    if (!found) return refuseRule('deficit.factUnknown', { field: 'fact' })
    const wrong = wrongClosing(one, found.on, ctx.today, 'fact')
    return wrong.length > 0 ? refuseAll(wrong) : ok(found)
  },
  set: ({ made, ctx }) => ({
    ...{ closedBy: made.kind, closingFact: made.id, closingTitle: made.title, closedOn: made.on },
    endedBy: ctx.actor.personId,
  }),
  tell: toldClosed,
  fact: async (given, tx) => ({
    kind: 'deficit.closed',
    facts: { ...(await whose(tx, given)), by: given.made.kind, title: given.made.title },
  }),
  done: 'Дефицит закрыт',
  ask: { title: 'Закрыть тем, что сделано', button: 'Закрыть дефицит' },
})

/** Closed by another diagnosis that no more finds it. */
export const closeByDiagnosis = deed(deficits, 'close', {
  at: paths.deficitDiagnosis,
  permits: 'deficit.note',
  elsewhere: { rule: 'deficit.ended' },
  lacks: (given) => [...kept(given), ...mayNoteOf(given.ctx.actor.personId, given.one.personId)],
  form: diagnosisForm,
  rule: ({ one, ctx, input }) => [
    ...wrongDocument(input, ctx.today),
    ...wrongClosing(one, input.documentOn, ctx.today, 'documentOn'),
  ],
  set: ({ input, ctx }) => ({
    ...{ closedBy: 'diagnosis' as const, closingTitle: input.document, closedOn: input.documentOn },
    endedBy: ctx.actor.personId,
  }),
  tell: toldClosed,
  fact: async (given, tx) => ({
    kind: 'deficit.closed',
    facts: { ...(await whose(tx, given)), by: 'diagnosis', title: given.input.document },
  }),
  done: 'Дефицит закрыт повторной диагностикой',
  ask: { title: 'Закрыть повторной диагностикой', folded: true, button: 'Закрыть', kind: 'secondary' },
})

/** Noted by mistake, or not meant any more: whoever noted it takes it back, and it is counted nowhere. */
export const takeBackDeficit = deed(deficits, 'takeBack', {
  at: paths.deficitTakenBack,
  permits: 'deficit.takeBack',
  elsewhere: { rule: 'deficit.ended' },
  lacks: ({ one, ctx }) => mayTakeBack(ctx.actor.personId, one),
  set: ({ ctx }) => ({ endedBy: ctx.actor.personId }),
  fact: async (given, tx) => ({ kind: 'deficit.takenBack', facts: await whose(tx, given) }),
  done: 'Дефицит отозван и больше нигде не считается',
  ask: { title: 'Отозвать', folded: true, text: 'Отмечено по ошибке или уже не важно.', button: 'Отозвать', kind: 'secondary' },
})

/** The scan of the document of a diagnosis. */
export const addDocument = deed(deficits, null, {
  at: paths.deficitDocument,
  permits: 'deficit.note',
  anyVersion: true,
  lacks: ({ one }) => wrongAttaching(one),
  form: {
    file: files('Снимок или файл документа', {
      limits: { ...usualFiles, files: 1 },
      accept: 'image/*,.pdf,.docx',
      needed: 'deficit.noFile',
      hint: 'Один, до 20 МБ',
    }),
  },
  also: async (tx, { one, ctx, files: sent }) => {
    const [file] = await storeFiles(tx, ctx, sent)
    if (file === undefined) return refuseRule('deficit.noFile')
    await tx
      .updateTable('deficits')
      .set({ documentFile: file })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: one.id }))
      .execute()
    return ok(null)
  },
  fact: async (given, tx) => ({ kind: 'deficit.documentAdded', facts: await whose(tx, given) }),
  done: 'Документ приложен',
  ask: { title: 'Приложить документ', folded: true, button: 'Приложить', kind: 'secondary' },
})
