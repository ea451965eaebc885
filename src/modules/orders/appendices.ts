import { academicYearName, academicYearOf, academicYearPeriod, shortPeriod } from '../../kernel/dates.ts'
import type { Period } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Registers } from './effects/registers.ts'
import { documentName } from './effects/registers.ts'
import type { EffectOf } from './effects.ts'
import type { AppendixPlan } from './model.ts'

/** An appendix as it is printed. A cell with several lines is a list. */
export type Appendix =
  | { readonly number: number; readonly title: string; readonly content: 'regulation'; readonly regulation: Regulation }
  | {
      readonly number: number
      readonly title: string
      readonly content: 'sites' | 'attachments' | 'criteria'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly (readonly string[])[])[]
    }

const usualColumns = {
  sites: ['№', 'Учреждение', 'Тема', 'Сроки проведения'],
  attachments: ['№ п/п', 'Школы — стажировочные площадки', 'Школы с низкими результатами обучения'],
  criteria: ['№', 'Критерий', 'Вес', 'Баллы'],
} as const

/** Builds the appendices of an order from its effects. (L-O3, C-O1) */
export function buildAppendices(plans: readonly AppendixPlan[], registers: Registers): Appendix[] {
  return plans.flatMap((plan, index): Appendix[] => {
    const { title, content } = plan
    const number = index + 1
    if (content === 'regulation') {
      const regulation = registers.judgedBy?.regulation
      return regulation ? [{ number, title, content, regulation }] : []
    }
    const columns = plan.columns ?? usualColumns[content]
    return [{ number, title, content, columns, rows: rowsOf[content](registers) }]
  })
}

const all = <K extends 'grantStatus' | 'attachOrganisations' | 'openCall'>(registers: Registers, kind: K) =>
  registers.effects.flatMap(({ effect }) => (effect.kind === kind ? [effect as EffectOf<K>] : []))

/** «№ / учреждение / тема / сроки проведения». */
function siteRows(registers: Registers): string[][][] {
  return all(registers, 'grantStatus').map((effect, index) => [
    [`${index + 1}`],
    effect.organisationIds.map((id) => documentName(registers, id)),
    [effect.theme],
    [termWords(effect)],
  ])
}

/** «№ / критерий / вес / баллы»: a line per level. */
function criteriaRows(registers: Registers): string[][][] {
  const criteria = all(registers, 'openCall').flatMap((effect) => effect.criteria)
  return criteria.map(({ title, weight, levels }, index) => [
    [`${index + 1}`],
    [title],
    [`${weight}`],
    levels.map(({ points, text }) => `${points} — ${text}`),
  ])
}

const rowsOf = { sites: siteRows, attachments: attachmentRows, criteria: criteriaRows } as const

/** A term that is an academic year, or begins in it before September, is called by its name. */
export function termWords(period: Period): string {
  if (period.to === null) return shortPeriod(period)
  const year = academicYearOf(period.to)
  const { from, to } = academicYearPeriod(year)
  const isYear = period.to === to && period.from <= from && period.from >= `${year}-06-01`
  return isYear ? `${academicYearName(year)} учебный год` : shortPeriod(period)
}

/** «№ п/п / школы-стажировочные площадки / школы с низкими результатами»: a row per site. */
function attachmentRows(registers: Registers): string[][][] {
  const schools = new Map<string, string[]>()
  for (const { siteId, organisationIds } of all(registers, 'attachOrganisations')) {
    const names = organisationIds.map((id) => documentName(registers, id))
    schools.set(siteId, [...(schools.get(siteId) ?? []), ...names])
  }
  return [...schools].map(([siteId, names], index) => [
    [`${index + 1}`],
    (registers.sites.get(siteId)?.organisationIds ?? []).map((id) => documentName(registers, id)),
    names,
  ])
}
