import { z } from 'zod'
import { asId } from '../../kernel/ids.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import type { FormState } from '../../ui/fields.ts'
import { chosenId, optionalChoice, optionalText, text } from '../../web/fields.ts'
import { mostCandidates } from './candidate-queries.ts'
import type { Candidate, Written } from './model.ts'

/** What may be said of an application in a list; «later» leaves it out of this one. */
export const choices = ['include', 'exclude', 'later'] as const

const item: z.ZodType<Written> = z.object({
  applicationId: chosenId<ApplicationId>('заявку'),
  verdict: optionalChoice('решение', choices),
  reason: optionalText('основание', 3000).transform((value) => value ?? ''),
})
export const items = z.array(item).max(mostCandidates, `Не больше ${mostCandidates} заявок в одном списке`).default([])

export const listForm = z.object({ text: text('сопроводительный текст', 8000), items })
export const directForm = z.object({ items })
export const nothingForm = z.object({})

type Fields = Record<string, string | string[]>

/** A list as its form shows it. */
export function listValues(rows: readonly Written[], more: Fields = {}): FormState['values'] {
  const values: Fields = { ...more }
  rows.forEach(({ applicationId, verdict, reason }, index) => {
    values[`items.${index}.applicationId`] = applicationId
    values[`items.${index}.verdict`] = verdict ?? ''
    values[`items.${index}.reason`] = reason
  })
  return values
}

/** The rows of a list as they were sent, whatever stands in them. */
export function rowsOf(values: FormState['values']): Written[] {
  const rows: Written[] = []
  const one = (name: string) => {
    const value = values[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  for (const name of Object.keys(values)) {
    const number = /^items\.(\d{1,4})\.applicationId$/.exec(name)?.[1]
    const applicationId = asId<ApplicationId>(one(name))
    if (number === undefined || applicationId === null) continue
    const verdict = choices.find((known) => known === one(`items.${number}.verdict`)) ?? null
    rows[Number(number)] = { applicationId, verdict, reason: one(`items.${number}.reason`) }
  }
  return rows.filter((row) => row !== undefined)
}

/** The buttons «up:2» and «down:2» move a row of the list; they save nothing. Null: another button was pressed. */
export function reshapeList(values: FormState['values']): FormState['values'] | null {
  const { change, ...given } = values
  if (change === undefined) return null
  const [deed, place = ''] = String(change).split(':')
  const [rows, from] = [rowsOf(given), Number(place)]
  const to = deed === 'up' ? from - 1 : from + 1
  const row = rows[from]
  const moved = row && rows[to] ? rows.toSpliced(from, 1).toSpliced(to, 0, row) : rows
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !name.startsWith('items.')))
  return listValues(moved, rest)
}

/** Rows of a form that name an application of ours, with it; others are left out. */
export const shownRows = (
  values: FormState['values'],
  known: ReadonlyMap<string, Candidate>,
): { row: Written; candidate: Candidate }[] =>
  rowsOf(values).flatMap((row) => {
    const candidate = known.get(row.applicationId)
    return candidate ? [{ row, candidate }] : []
  })
