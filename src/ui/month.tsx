import { addDays, dayAndMonth, monthName, weekday } from '../kernel/dates.ts'
import { capital } from '../kernel/names.ts'
import { plural } from '../kernel/plural.ts'
import type { Day } from '../kernel/types.ts'
import { hyphenated } from './hyphens.ts'
import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'

/** Something on a day of a month: its hour, its name, a quieter line. */
export type OnDay = {
  readonly day: Day
  readonly hour: string
  readonly title: string
  readonly more: string
  readonly href: string
  /** Marked with a bar. */
  readonly own?: boolean
}

type MonthProps = {
  /** Its first day. */
  readonly first: Day
  readonly caption: string
  readonly items: readonly OnDay[]
  /** Where the rest of a day stands when it holds more than is shown, and how many those are. */
  readonly rest: (day: Day) => { readonly count: number; readonly href: string } | null
  readonly before: LinkItem
  readonly after: LinkItem
}

const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']
const short = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']

/** «Ноябрь 2021» */
export function monthWords(first: Day): string {
  const name = monthName(Number(first.slice(5, 7)))
  return `${capital(name)} ${first.slice(0, 4)}`
}

/** The days of a month by weeks, from a Monday on; what belongs to other months is left empty. */
export function weeksOf(first: Day): (Day | null)[][] {
  const weeks: (Day | null)[][] = []
  const blanks = weekdays.indexOf(weekday(first))
  for (let start = addDays(first, -blanks); start.slice(0, 7) <= first.slice(0, 7); start = addDays(start, 7))
    weeks.push(weekdays.map((_, n) => addDays(start, n)).map((day) => (day.slice(0, 7) === first.slice(0, 7) ? day : null)))
  return weeks
}

/** A month as a table of days; on a telephone the days that hold something stand under each other. */
export function Month({ first, caption, items, rest, before, after }: MonthProps) {
  const byDay = Map.groupBy(items, ({ day }) => day)
  return (
    <>
      <div class="pl-monthbar">
        <h3 class="govuk-heading-m">{monthWords(first)}</h3>
        <p class="pl-monthbar__ways">
          <a class="govuk-link" href={before.href} rel="prev">
            {`← ${before.label}`}
          </a>
          <a class="govuk-link" href={after.href} rel="next">
            {`${after.label} →`}
          </a>
        </p>
      </div>
      {items.length === 0 && <p class="govuk-body pl-month__empty">{nb('В этом месяце ничего нет.')}</p>}
      <div class="pl-sheet pl-sheet--flush">
        <table class="pl-month">
          <caption class="govuk-visually-hidden">{nb(caption)}</caption>
          <thead>
            <tr>
              {weekdays.map((name, n) => (
                <th scope="col">
                  <abbr title={name}>{short[n]}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(first).map((week) => (
              <tr>
                {week.map((day) =>
                  day === null ? (
                    <td class="pl-month__none" />
                  ) : (
                    <DayCell day={day} items={byDay.get(day) ?? []} rest={rest(day)} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function DayCell({ day, items, rest }: { day: Day; items: readonly OnDay[]; rest: ReturnType<MonthProps['rest']> }) {
  const [date = '', month = ''] = dayAndMonth(day).split(/\s/)
  return (
    <td class={items.length === 0 ? 'pl-month__none' : undefined}>
      <p class="pl-month__day">
        <b>{date}</b>
        <span>{` ${month}, ${weekday(day)}`}</span>
      </p>
      {items.map((one) => (
        <a class={one.own ? 'pl-month__one pl-month__one--own' : 'pl-month__one'} href={one.href}>
          <span class="pl-num">{one.hour}</span> {hyphenated(nb(one.title))}
          <span class="pl-month__more">{hyphenated(nb(one.more))}</span>
        </a>
      ))}
      {rest && rest.count > 0 && (
        <a class="govuk-link pl-month__rest" href={rest.href}>
          {nb(`Ещё ${rest.count}`)}
          <span class="govuk-visually-hidden">
            {nb(` ${plural(rest.count, 'строка', 'строки', 'строк')}: ${dayAndMonth(day)}`)}
          </span>
        </a>
      )}
    </td>
  )
}
