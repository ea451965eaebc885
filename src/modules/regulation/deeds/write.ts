import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { ok, type Result, type RuleRefusal, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { RegulationId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { area, draftArea, optionalArea, optionalLine, unseen } from '../../../kit/form/fields.ts'
import { clauseOf } from '../../../regulation/cite.ts'
import { type Clause, ofEnactingAct, preamble, walk } from '../../../regulation/clauses.ts'
import {
  bodyOfText,
  freeNumber,
  rootOf,
  withClause,
  withNewClause,
  withoutClause,
} from '../../../regulation/editor/clause-text.ts'
import { cutIntoClauses } from '../../../regulation/editor/cutting.ts'
import { entryOf } from '../../../regulation/editor/entries.ts'
import { valueTyped } from '../../../regulation/editor/typed.ts'
import { withKindsOf } from '../../../regulation/people/check.ts'
import { noteInput, type ProvisionNote, provision } from '../../../regulation/provisions/schema.ts'
import { type Regulation, regulationSchema } from '../../../regulation/schema.ts'
import { editions } from '../case.ts'
import { keepKinds } from '../commands/draft-regulation.ts'
import { paths } from '../paths.ts'
import { approvalBegun } from '../ports.ts'
import { clausesNotThere, tooLong, whyNotRead } from '../rules.ts'

type Draft<Input> = {
  readonly one: { readonly id: RegulationId }
  readonly regulation: Regulation
  readonly ctx: Ctx
  readonly input: Input
}

/** A change of a draft: not while it waits for a signature, and never into what could not be read again. */
export async function changing<Input>(
  tx: Tx,
  { one, regulation, ctx, input }: Draft<Input>,
  change: (regulation: Regulation, input: Input) => Result<Regulation>,
): Promise<Result<Regulation>> {
  if ((await approvalBegun.only()(tx, ctx, one.id))?.awaitsSignature) return refuseRule('edition.awaitsSignature')
  const changed = change(regulation, input)
  if (!changed.ok) return changed
  const read = regulationSchema.safeParse(withKindsOf(changed.value, ctx.territory.kinds))
  if (!read.success) return refuseRule('edition.unreadable')
  await keepKinds(tx, ctx, read.data)
  return ok(read.data)
}

export const written = (regulation: Regulation) => ({ document: JSON.stringify(regulation) })
export const editing = { permits: 'regulation.edit', elsewhere: { rule: 'edition.notDraft' } } as const
/** What every deed has that writes one thing into a draft. */
export const writing = { ...editing, set: ({ made }: { made: Regulation }) => written(made) }

/** How the paper speaks of a rule, as it is typed: it says it, is silent, forbids it, or says two things of it. */
const saidStates = ['yes', 'no', 'forbidden', 'conflict'] as const
type Written = {
  readonly rule: string
  readonly said: (typeof saidStates)[number]
  readonly value: unknown
  readonly note?: unknown
}

/** What is typed for a rule, read by its schema: the regulation with it, or what is wrong at each field. */
export function withRule(regulation: Regulation, input: Written): Result<Regulation> {
  const entry = entryOf(input.rule)
  if (!entry) return refuseRule('edition.unknownRule')
  const note = noteTyped(input)
  if (!note.ok) return note
  const { [entry.key]: _before, ...others } = regulation.provisions
  const noted = { ...regulation, provisions: note.value === null ? others : { ...others, [entry.key]: note.value } }
  if (input.said !== 'yes') {
    if (entry.maySilent) return ok(entry.write(noted, null))
    // Of what a regulation has to say there may still be two readings.
    return input.said === 'conflict' ? ok(noted) : refuseRule('edition.mustSay', { field: 'said' })
  }
  const value = valueTyped(entry.input, input.value)
  const read = entry.schema.safeParse(value)
  if (!read.success) return refuseAll(whyNotRead(entry, read.error.issues, value))
  const unknown = clausesNotThere(entry, regulation, read.data)
  return unknown.length > 0 ? refuseAll(unknown) : ok(entry.write(noted, read.data))
}

/** What is noted beside the value of a rule; null where there is nothing to note. */
function noteTyped({ said, note }: Written): Result<ProvisionNote | null> {
  if (said === 'no') return ok(null)
  const typed = valueTyped(noteInput, { ...Object(note), state: said === 'yes' ? 'said' : said })
  const read = provision.safeParse(typed)
  if (said === 'yes') return ok(read.success ? read.data : null)
  if (said === 'conflict')
    return read.success ? ok(read.data) : refuseRule('edition.readingsMissing', { field: 'note.conflict.readings' })
  const named = read.success && read.data.state === 'forbidden' && read.data.clause.length > 0
  return named ? ok(read.data) : refuseRule('edition.clauseMissing', { field: 'note.clause' })
}

/** Writes one rule of a draft, or that the paper says nothing of it. */
export const writeRule = deed(editions, 'write', {
  ...writing,
  at: paths.editionRules,
  form: {
    rule: unseen('Правило', z.string().max(100)),
    said: unseen('Сказано ли', z.enum(saidStates).catch('yes')),
    value: unseen('Значение', z.unknown().optional()),
    note: unseen('Пометка', z.unknown().optional()),
  },
  also: (tx, about) => changing(tx, about, withRule),
  fact: ({ input: { rule } }) => ({ kind: 'regulation.ruleWritten', facts: { rule } }),
  done: ({ input: { rule }, params }) => {
    const entry = entryOf(rule)
    const { territory = '', edition = '' } = params
    return {
      to: `${paths.editionPage({ territory, edition, page: entry?.page ?? 'paper' })}#${rule}`,
      notice: `Записано: ${entry?.title ?? 'правило'}`,
    }
  },
})

const clauseForm = {
  number: unseen('Пункт', z.string().max(100)),
  label: optionalLine('Номер, как он напечатан', { what: 'номер', most: 40, width: 10 }),
  title: optionalLine('Заголовок', { hint: 'Есть у раздела и приложения', most: 500 }),
  text: draftArea('Текст', {
    hint: 'Абзац — с новой строки. Строка, которая начинается с тире, — пункт перечня',
    most: 20_000,
    rows: 10,
  }),
}
type Typed = { readonly number: string; readonly label: string | null; readonly title: string | null; readonly text: string }

/** A heading may stand alone; anything else says something, unless other clauses stand under it. */
const saysNothing = ({ title, text }: Pick<Typed, 'title' | 'text'>, under: readonly Clause[] = []): boolean =>
  title === null && bodyOfText(text).length === 0 && under.length === 0

const clauseTyped = (was: Clause, { label, title, text }: Typed): Clause => {
  const { title: _before, ...rest } = was
  const body = bodyOfText(text)
  return { ...rest, label: label ?? '', ...(title === null ? {} : { title }), body }
}

/** Where a clause stands: in the paper, or among the points of the order that put it in force. */
function inItsPlace(regulation: Regulation, number: string, change: (tree: readonly Clause[]) => readonly Clause[]): Regulation {
  const { orderPoints } = regulation
  if (orderPoints?.points.some((point) => point.number === number))
    return { ...regulation, orderPoints: { ...orderPoints, points: [...change(orderPoints.points)] } }
  return { ...regulation, clauses: [...change(regulation.clauses)] }
}

/** Writes the text of one clause of a draft. */
export const writeClause = deed(editions, 'write', {
  ...writing,
  at: paths.editionClauses,
  form: clauseForm,
  also: (tx, about) =>
    changing(tx, about, (regulation, input) => {
      const was = clauseOf(regulation, input.number)
      if (!was) return refuseRule('edition.unknownClause')
      if (saysNothing(input, was.clauses)) return refuseRule('edition.noText', { field: 'text' })
      return ok(inItsPlace(regulation, input.number, (tree) => withClause(tree, input.number, clauseTyped(was, input))))
    }),
  fact: ({ input: { number } }) => ({ kind: 'regulation.clauseWritten', facts: { number } }),
  done: ({ params }) => ({ to: textOf(params), notice: 'Пункт записан' }),
})

/** The number a printed one stands for: «3.2.» is 3.2. */
const numberOf = (label: string | null): string => (label ?? '').replace(/[.)]$/, '').trim()

/** Puts a new clause after another one. */
export const addClause = deed(editions, 'write', {
  ...writing,
  at: paths.editionNewClauses,
  form: { ...clauseForm, kind: unseen('Что это', z.enum(['clause', 'section']).catch('clause')) },
  rule: ({ input: { label, kind, title, text } }): RuleRefusal[] => [
    ...(numberOf(label) === '' ? [{ code: 'rule', rule: 'edition.noNumber', field: 'label' } as const] : []),
    ...(kind === 'section' && title === null ? [{ code: 'rule', rule: 'edition.noTitle', field: 'title' } as const] : []),
    ...(kind === 'clause' && saysNothing({ title, text })
      ? [{ code: 'rule', rule: 'edition.noText', field: 'text' } as const]
      : []),
  ],
  also: (tx, about) =>
    changing(tx, about, (regulation, input) => {
      const number = freeNumber(regulation.clauses, numberOf(input.label))
      const empty: Clause = { number, kind: input.kind, label: '', body: [], clauses: [] }
      const clause = clauseTyped(empty, input)
      if (regulation.clauses.length === 0) return ok({ ...regulation, clauses: [clause] })
      const after = clauseOf(regulation, input.number)
      if (!after) return refuseRule('edition.unknownClause')
      // A section stands after the one the person was in, however deep.
      const place = input.kind === 'section' ? (rootOf(regulation.clauses, input.number) ?? input.number) : input.number
      // The first clause of a section stands under it.
      const under = after.kind !== 'clause' && input.kind === 'clause'
      return ok({ ...regulation, clauses: [...withNewClause(regulation.clauses, place, clause, under)] })
    }),
  fact: ({ input: { label } }) => ({ kind: 'regulation.clauseAdded', facts: { number: label ?? '' } }),
  done: ({ params }) => ({ to: textOf(params), notice: 'Пункт добавлен' }),
})

/** Takes a clause out, with what stands under it. */
export const removeClause = deed(editions, 'write', {
  ...writing,
  at: paths.editionClauseRemovals,
  form: { number: unseen('Пункт', z.string().max(100)) },
  also: (tx, about) =>
    changing(tx, about, (regulation, { number }) => {
      if (!clauseOf(regulation, number)) return refuseRule('edition.unknownClause')
      const left = inItsPlace(regulation, number, (tree) => withoutClause(tree, number))
      return left.clauses.length === 0 ? refuseRule('edition.lastClause') : ok(left)
    }),
  fact: ({ input: { number } }) => ({ kind: 'regulation.clauseRemoved', facts: { number } }),
  done: ({ params }) => ({ to: textOf(params), notice: 'Пункт убран' }),
})

/** Cuts a pasted paper into clauses, in the place of the text there was. */
export const pastePaper = deed(editions, 'write', {
  ...writing,
  at: paths.editionPaper,
  form: {
    paper: area('Текст Положения', {
      hint: 'Вставьте текст целиком: разделы, пункты и приложения система найдёт по номерам',
      most: 300_000,
      rows: 20,
    }),
    points: optionalArea('Пункты документа, которым утверждено Положение', {
      hint: 'Нужны, если правила следуют и из них, хотя бы из преамбулы: вставьте её над первым пунктом. Можно оставить пустым',
      most: 100_000,
      rows: 6,
    }),
    enacting: optionalLine('Какого документа эти пункты', {
      hint: 'Как в тексте бумаги, например: от 01.09.2025 № 15',
      most: 300,
    }),
  },
  also: (tx, about) =>
    changing(tx, about, (regulation, input) => {
      const { clauses } = cutIntoClauses(input.paper)
      if (clauses.length === 0) return refuseRule('edition.noNumbersInPaper', { field: 'paper' })
      const orderPoints = enactingPoints(input) ?? regulation.orderPoints
      return tooLong(clauses, 'paper') ?? ok({ ...regulation, clauses: [...clauses], orderPoints })
    }),
  fact: ({ made }) => ({ kind: 'regulation.paperPasted', facts: { clauses: [...walk(made.clauses)].length } }),
  done: ({ params }) => ({ to: textOf(params), notice: 'Текст разложен по пунктам: проверьте, всё ли на месте' }),
})

/** The points of the document that puts the regulation in force, each by its number; null where none were given. */
function enactingPoints({ enacting, points }: { enacting: string | null; points: string | null }): Regulation['orderPoints'] {
  const { heading, clauses } = cutIntoClauses(points ?? '')
  const cut = [...walk(clauses)]
  if (cut.length === 0) return null
  const before: Clause[] =
    heading.length > 0 ? [{ number: preamble, kind: 'point', label: 'Преамбула', body: heading, clauses: [] }] : []
  const asPoint = ({ number, label, title, body }: Clause): Clause => ({
    ...{ number: `${ofEnactingAct}${number}`, kind: 'point', label, clauses: [] },
    body: [...(title === undefined ? [] : [title]), ...body],
  })
  return { orderTitle: enacting ?? 'документа, которым утверждено Положение', points: [...before, ...cut.map(asPoint)] }
}

const textOf = ({ territory = '', edition = '' }: Readonly<Record<string, string>>) => paths.editionText({ territory, edition })

/** Gives a draft up; its text stays in the list of editions. */
export const dropEdition = deed(editions, 'drop', {
  at: paths.editionDrops,
  ...editing,
  also: (tx, about) => changing(tx, about, (regulation) => ok(regulation)),
  fact: ({ one: { version } }) => ({ kind: 'regulation.dropped', facts: { version } }),
  done: ({ params }) => ({ to: paths.editions({ territory: params.territory ?? '' }), notice: 'Проект редакции убран' }),
  ask: {
    title: 'Отказаться от проекта',
    folded: true,
    text: 'Проект останется в списке редакций, но править и утвердить его будет нельзя.',
    button: 'Отказаться от проекта',
    kind: 'warning',
  },
})
