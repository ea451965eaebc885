import { academicYearName, academicYearOf, academicYearPeriod, shortPeriod } from '../../../kernel/dates.ts'
import type { Period } from '../../../kernel/types.ts'
import { ofKind } from '../../../kit/order/effects.ts'
import type { AppendixKind } from '../../../kit/order/parts.ts'
import { documentName } from '../../../kit/order/registers.ts'

/** A term that is an academic year, or begins in it before September, is called by its name. */
export function termWords(period: Period): string {
  if (period.to === null) return shortPeriod(period)
  const year = academicYearOf(period.to)
  const { from, to } = academicYearPeriod(year)
  const isYear = period.to === to && period.from <= from && period.from >= `${year}-06-01`
  return isYear ? `${academicYearName(year)} учебный год` : shortPeriod(period)
}

/** «№ / учреждение / тема / сроки проведения» and «№ п/п / школы-стажировочные площадки / школы с низкими результатами»: a row per site. (L-O3, C-O1) */
export const siteAppendices: readonly AppendixKind[] = [
  {
    content: 'sites',
    name: 'Перечень площадок',
    title: 'Перечень стажировочных площадок',
    needs: 'grantStatus',
    columns: ['№', 'Учреждение', 'Тема', 'Сроки проведения'],
    rows: (registers) =>
      ofKind(registers.effects, 'grantStatus').map((effect, index) => [
        [`${index + 1}`],
        effect.organisationIds.map((id) => documentName(registers, id)),
        [effect.theme],
        [termWords(effect)],
      ]),
  },
  {
    content: 'attachments',
    name: 'Список закреплённых школ',
    title: 'Список сетевого партнёрства',
    needs: 'attachOrganisations',
    columns: ['№ п/п', 'Школы — стажировочные площадки', 'Школы с низкими результатами обучения'],
    rows(registers) {
      const schools = new Map<string, string[]>()
      for (const { siteId, organisationIds } of ofKind(registers.effects, 'attachOrganisations')) {
        const names = organisationIds.map((id) => documentName(registers, id))
        schools.set(siteId, [...(schools.get(siteId) ?? []), ...names])
      }
      return [...schools].map(([siteId, names], index) => [
        [`${index + 1}`],
        (registers.sites.get(siteId)?.organisationIds ?? []).map((id) => documentName(registers, id)),
        names,
      ])
    },
  },
]
