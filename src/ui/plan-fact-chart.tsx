import { scaleBand, scaleLinear } from 'd3-scale'
import { dayAndMonth, monthName } from '../kernel/dates.ts'
import { capital } from '../kernel/names.ts'
import type { Day } from '../kernel/types.ts'
import { Details } from './details.tsx'
import { nb } from './nb.ts'

export type PlanFactMonth = {
  /** 1–12 */
  readonly month: number
  readonly plan: number
  readonly done: number
  /** The day has passed and nothing is reported. */
  readonly missed: number
}

type PlanFactChartProps = {
  /** Unique on the page. */
  id: string
  months: readonly PlanFactMonth[]
  /** Left out when the day is not within the months shown. */
  today?: Day
}

/** Plan against fact by months: outline, fill, dashes; two drawings, for a desk and a phone, and the same numbers as a table. */
export function PlanFactChart({ id, months, today }: PlanFactChartProps) {
  return (
    <>
      <Drawing id={`${id}-wide`} kind="wide" width={720} months={months} today={today} />
      <Drawing id={`${id}-narrow`} kind="narrow" width={320} months={months} today={today} />
      <Details summary="Те же числа таблицей">
        <Numbers months={months} />
      </Details>
    </>
  )
}

/** What outline, fill and dashes mean. */
export function PlanFactLegend() {
  return (
    <ul class="pl-legend">
      {(['plan', 'fact', 'late'] as const).map((kind) => (
        <li>
          <svg viewBox="0 0 16 14" aria-hidden="true" focusable="false">
            <rect class={`pl-chart__${kind}`} x="1" y="1" width="14" height="12" />
          </svg>
          {{ plan: 'план', fact: 'проведено', late: 'нет отметки' }[kind]}
        </li>
      ))}
    </ul>
  )
}

const height = 222
const base = 178
const top = 30
const left = 24
type DrawingProps = PlanFactChartProps & { kind: 'wide' | 'narrow'; width: number }

function Drawing({ id, kind, width, months, today }: DrawingProps) {
  const most = Math.max(4, ...months.flatMap(({ plan, done, missed }) => [plan, done + missed]))
  const y = scaleLinear([0, most], [base, top]).nice(4)
  const x = scaleBand(
    months.map(({ month }) => month),
    [left, width],
  )
  const bar = Math.min(20, Math.floor(x.bandwidth() * 0.42))
  return (
    <svg class={`pl-chart pl-chart--${kind}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{summary(months)}</title>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((value) => (
          <>
            <line class="pl-chart__grid" x1={left} x2={width} y1={y(value)} y2={y(value)} />
            <text x={left - 8} y={y(value) + 4} text-anchor="end">
              {value}
            </text>
          </>
        ))}
      {months.map((month) => (
        <Bars
          month={month}
          centre={(x(month.month) ?? 0) + x.bandwidth() / 2}
          bar={bar}
          y={y}
          narrow={kind === 'narrow'}
          crowded={months.length > 9}
          today={today}
        />
      ))}
      {today && <TodayMark today={today} at={(x(monthOf(today)) ?? 0) + x.bandwidth() * shareOf(today)} width={width} />}
    </svg>
  )
}

type BarsProps = {
  month: PlanFactMonth
  centre: number
  bar: number
  y: (value: number) => number
  narrow: boolean
  crowded: boolean
  today?: Day
}
function Bars({ month: { month, plan, done, missed }, centre, bar, y, narrow, crowded, today }: BarsProps) {
  const name = monthName(month)
  const ahead = today !== undefined && done === 0 && missed === 0
  return (
    <>
      {plan > 0 && <rect class="pl-chart__plan" x={centre - bar - 1} y={y(plan)} width={bar} height={base - y(plan)} />}
      {done > 0 && <rect class="pl-chart__fact" x={centre + 1} y={y(done)} width={bar} height={base - y(done)} />}
      {missed > 0 && (
        <rect
          class="pl-chart__late"
          x={centre + 2}
          y={y(done + missed) + 1}
          width={bar - 2}
          height={Math.max(2, y(done) - y(done + missed) - 2)}
        />
      )}
      <text x={centre} y={base + 19} text-anchor="middle">
        {narrow ? name.charAt(0) : name.slice(0, 3)}
      </text>
      <text class="pl-chart__n" x={centre} y={base + 37} text-anchor="middle">
        {(plan === 0 && done === 0) || (ahead && crowded && narrow)
          ? ''
          : ahead
            ? plan
            : narrow
              ? shortCount(done, plan, crowded)
              : `${done} из\u00a0${plan}`}
      </text>
    </>
  )
}

/** A phone leaves room for three characters, and for two when there are more than nine months. */
const shortCount = (done: number, plan: number, crowded: boolean) => (crowded || done > 9 || plan > 9 ? done : `${done}/${plan}`)

function TodayMark({ today, at, width }: { today: Day; at: number; width: number }) {
  const place = Math.min(width - 36, Math.max(left + 30, at))
  return (
    <>
      <line class="pl-chart__today" x1={at} x2={at} y1="16" y2={base} />
      <text class="pl-chart__n" x={place} y="11" text-anchor="middle">
        {nb(dayAndMonth(today))}
      </text>
    </>
  )
}

const monthOf = (day: Day) => Number(day.slice(5, 7))
const shareOf = (day: Day) => Number(day.slice(8, 10)) / 31
const total = (months: readonly PlanFactMonth[], key: 'plan' | 'done' | 'missed') =>
  months.reduce((sum, month) => sum + month[key], 0)

function summary(months: readonly PlanFactMonth[]): string {
  const [plan, done, missed] = [total(months, 'plan'), total(months, 'done'), total(months, 'missed')]
  return `В плане ${plan}, проведено ${done}, нет отметки ${missed}, впереди ${Math.max(0, plan - done - missed)}`
}

function Numbers({ months }: { months: readonly PlanFactMonth[] }) {
  const numeric = 'govuk-table__cell govuk-table__cell--numeric'
  const head = 'govuk-table__header govuk-table__header--numeric'
  return (
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">План и факт по месяцам</caption>
      <thead class="govuk-table__head">
        <tr>
          <th scope="col" class="govuk-table__header">
            Месяц
          </th>
          <th scope="col" class={head}>
            План
          </th>
          <th scope="col" class={head}>
            Проведено
          </th>
          <th scope="col" class={head}>
            Нет отметки
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, plan, done, missed }) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__cell">
              {capital(monthName(month))}
            </th>
            <td class={numeric}>{plan}</td>
            <td class={numeric}>{done}</td>
            <td class={numeric}>{missed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
