import { createHash } from 'node:crypto'
import { z } from 'zod'
import { partOf } from '../../../kernel/records.ts'
import { allRules, ok, type Result, type RuleRefusal, refuse, refuseAll } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { unseen } from '../../../kit/form/fields.ts'
import { type Entry, entries } from '../../../regulation/editor/entries.ts'
import { valueTyped } from '../../../regulation/editor/typed.ts'
import { writtenAs } from '../../../regulation/editor/written.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { editorPages } from '../../../regulation/topic.ts'
import type { FormState } from '../../../ui/fields.ts'
import { formOf } from '../../../web/form-data.ts'
import { editions } from '../case.ts'
import { paths } from '../paths.ts'
import { changing, editing, withRule, written } from './write.ts'

/** What a form typed, as the nested parts its names say. */
export const nestedOf = (values: FormState['values']): Record<string, unknown> =>
  formOf(
    Object.entries(values).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
    ),
    [],
  ).nested

/** What was typed of one rule in the form of its page. */
export const typedOf = (rules: unknown, key: string): unknown => key.split('.').reduce(partOf, rules)

/** A rule as it stands, or as it is typed, in few letters: whether two are the same. */
const stamped = (said: boolean, value: unknown): string =>
  said ? createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16) : 'no'

/** The rule as a draft holds it, then what is noted beside it. */
export function stampOf({ key, input, read }: Entry, regulation: Regulation): string {
  const value = read(regulation)
  const note = regulation.provisions[key]
  const ofValue = stamped(
    value !== null,
    value === null ? null : valueTyped(input, nestedOf(writtenAs(input, value, 'value')).value),
  )
  return `${ofValue}${ofNote}${stamped(note !== undefined, note)}`
}
/** No stamp has it in itself. */
const ofNote = '.'

/** The person has changed the rule in the form of its page, where no note is asked. */
export const isChanged = ({ input }: Entry, typed: unknown): boolean =>
  typed !== undefined &&
  String(partOf(typed, 'was')).split(ofNote)[0] !==
    stamped(partOf(typed, 'said') === 'yes', valueTyped(input, partOf(typed, 'value')))

type Written = { readonly regulation: Regulation; readonly rules: readonly string[] }

/** The rules of a page as they are typed: those that were changed are written, the others stay as they are, whoever has written them. */
function withPage(regulation: Regulation, { page, rules }: { page: string; rules: unknown }): Result<Written> {
  const changed = entries.filter((entry) => {
    const typed = typedOf(rules, entry.key)
    return entry.page === page && isChanged(entry, typed)
  })
  if (changed.some((entry) => partOf(typedOf(rules, entry.key), 'was') !== stampOf(entry, regulation)))
    return refuse({ code: 'changedMeanwhile' })
  const refused: RuleRefusal[] = []
  let now = regulation
  for (const { key } of changed) {
    const typed = typedOf(rules, key)
    const note = regulation.provisions[key]
    const said = partOf(typed, 'said') === 'yes' ? 'yes' : 'no'
    const next = withRule(now, { rule: key, said, value: partOf(typed, 'value'), note: note?.state === 'said' && { said: note } })
    if (next.ok) now = next.value
    else if (next.refusal.code === 'rule')
      refused.push(...allRules(next.refusal).map((one) => ({ ...one, field: `rules.${key}.${one.field ?? 'said'}` })))
    else return next
  }
  return refused.length > 0 ? refuseAll(refused) : ok({ regulation: now, rules: changed.map(({ key }) => key) })
}

/** Writes the rules of one page of a draft at once. Two people do not lose each other's rules: only a rule that both have changed is asked about. */
export const writePage = deed(editions, 'write', {
  at: paths.editionForms,
  ...editing,
  form: {
    page: unseen('Страница', z.string().max(40)),
    rules: unseen('Правила', z.unknown().optional()),
    /** Which of the two buttons was pressed. */
    after: unseen('Что дальше', z.enum(['next']).optional().catch(undefined)),
  },
  anyVersion: true,
  also: async (tx, about) => {
    let rules: readonly string[] = []
    const changed = await changing(tx, about, (regulation, input) => {
      const written = withPage(regulation, { page: input.page, rules: input.rules })
      if (!written.ok) return written
      rules = written.value.rules
      return ok(written.value.regulation)
    })
    return changed.ok ? ok({ regulation: changed.value, rules }) : changed
  },
  idle: ({ made }) => made.rules.length === 0,
  set: ({ made }) => written(made.regulation),
  fact: ({ made }) => made.rules.map((rule) => ({ kind: 'regulation.ruleWritten' as const, facts: { rule } })),
  done: ({ input: { page, after }, params: { territory = '', edition = '' } }) => {
    const at = { territory, edition }
    const notice = 'Страница записана'
    if (after !== 'next') return { to: paths.editionPage({ ...at, page }), notice }
    const next = editorPages[editorPages.findIndex(({ code }) => code === page) + 1]
    return { to: next ? paths.editionForm({ ...at, page: next.code }) : paths.edition(at), notice }
  },
})

/** The button that fills what is empty; a list of lines still to be cut into rows asks for the same, so that no line is lost. */
export function askedToPropose(values: FormState['values']): FormState['values'] | null {
  const { change, ...given } = values
  // Of a rule the paper does not say nothing is written: neither are its lines.
  const isSaid = (name: string) => (given[`${name.split('value.')[0]}said`] ?? 'yes') === 'yes'
  const lines = Object.entries(given).some(
    ([name, value]) => name.endsWith('List') && String(value).trim() !== '' && isSaid(name),
  )
  return change === 'propose' || lines ? { ...given, proposing: 'yes' } : null
}
