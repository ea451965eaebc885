import type { CsvColumn } from '../../export/csv.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { directionNames } from '../calls/rules.ts'
import { type CallSummary, type Recommendation, recommendations, type SummaryRow } from './model.ts'
import { points, recommendationNames } from './wording.ts'

const figure = (value: number | null): string | null => (value === null ? null : points(value))

/** The summary as a table to take away: one line for an application, as many columns of experts as the widest one has. */
export function summaryColumns({ rows }: CallSummary, { directions }: Regulation): CsvColumn<SummaryRow>[] {
  const most = Math.max(0, ...rows.map(({ reviews }) => reviews.length))
  const experts = Array.from({ length: most }, (_, at): CsvColumn<SummaryRow>[] => [
    [`Эксперт ${at + 1}`, ({ reviews }) => reviews[at]?.expert],
    [`Итог ${at + 1}, %`, ({ reviews }) => figure(reviews[at]?.total ?? null)],
    [`Рекомендация ${at + 1}`, ({ reviews }) => nameOf(reviews[at]?.recommendation ?? null)],
  ]).flat()
  return [
    ['№', (row) => row.number],
    ['Организации', (row) => row.organisations],
    ['Тема', (row) => row.theme],
    ['Направление', ({ direction }) => direction && directionNames([direction], directions?.list)[0]],
    ['Заключений', (row) => row.figures.sent],
    ['Медиана, %', (row) => figure(row.figures.median)],
    ['Среднее, %', (row) => figure(row.figures.mean)],
    ['Разница оценок, п. п.', (row) => figure(row.figures.spread)],
    ['Больше допустимой', (row) => (row.wide ? 'да' : 'нет')],
    ...recommendations.map(
      (code): CsvColumn<SummaryRow> => [recommendationNames[code], (row) => row.figures.recommendations[code]],
    ),
    ...experts,
  ]
}

const nameOf = (code: Recommendation | null): string | null => (code === null ? null : recommendationNames[code])
