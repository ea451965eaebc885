import { addDays, dayBefore } from './dates.ts'
import type { Day, Period } from './types.ts'

/** Stretches of time that plans and reports are kept by. */
export const periodKinds = ['academicYear', 'calendarYear', 'half', 'quarter', 'term'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** The name of a stretch of time in the database and in addresses: «2021/22», «2023», «2023-1пг», «2023-2кв», «срок». */
export type PeriodKey = string & { readonly __key: 'Period' }
/** A period with its borders; the term of a status that has no end is open. */
export type NamedPeriod = Period & { readonly key: PeriodKey }

const forms = /^(?:(\d{4})\/(\d{2})|(\d{4})(?:-([12])пг|-([1-4])кв)?|срок)$/

/** Whether a text from outside names a period. */
export function isPeriodKey(text: string): text is PeriodKey {
  const [, first, second] = forms.exec(text) ?? []
  return forms.test(text) && (first === undefined || Number(second) === (Number(first) + 1) % 100)
}

/** A key as it is written down; what is none is a mistake of the program. */
export function periodKey(text: string): PeriodKey {
  if (!isPeriodKey(text)) throw new Error(`«${text}» names no period`)
  return text
}

type Parts = { readonly kind: PeriodKind; readonly year: number; readonly part: number }
function partsOf(key: PeriodKey): Parts {
  const [, academic, , year, half, quarter] = forms.exec(key) ?? []
  if (academic !== undefined) return { kind: 'academicYear', year: Number(academic), part: 1 }
  if (year === undefined) return { kind: 'term', year: 0, part: 1 }
  const kind = half !== undefined ? 'half' : quarter !== undefined ? 'quarter' : 'calendarYear'
  return { kind, year: Number(year), part: Number(half ?? quarter ?? 1) }
}

export const kindOfPeriod = (key: PeriodKey): PeriodKind => partsOf(key).kind

const monthsIn = { academicYear: 12, calendarYear: 12, half: 6, quarter: 3 } as const
const twoDigits = (number: number) => String(number).padStart(2, '0')
const startOf = ({ kind, year, part }: Parts & { kind: Exclude<PeriodKind, 'term'> }, yearBegins: string): Day =>
  kind === 'academicYear' ? `${year}-${yearBegins}` : `${year}-${twoDigits((part - 1) * monthsIn[kind] + 1)}-01`

function keyOf({ kind, year, part }: Parts): PeriodKey {
  if (kind === 'academicYear') return periodKey(`${year}/${twoDigits((year + 1) % 100)}`)
  return periodKey(kind === 'calendarYear' ? String(year) : `${year}-${part}${kind === 'half' ? 'пг' : 'кв'}`)
}

/** The key of an academic year by its first calendar year: 2021 is «2021/22». */
export const academicYear = (year: number): PeriodKey => keyOf({ kind: 'academicYear', year, part: 1 })

/** The day on which an academic year begins where nothing else is said. */
export const usualYearBegins = '09-01'

/** How time is divided: by periods of a kind; an academic year begins on a day of its own, a term lies as the status does. */
export type Division = { readonly kind: PeriodKind; readonly yearBegins: string }
export const academicYears: Division = { kind: 'academicYear', yearBegins: usualYearBegins }

/** The period of a division that a day belongs to; of a term, the term of the status itself. */
export function periodAt({ kind, yearBegins }: Division, day: Day, term: Period): NamedPeriod {
  if (kind === 'term') return { ...term, key: periodKey('срок') }
  const year = Number(day.slice(0, 4))
  if (kind === 'academicYear') return bordered({ kind, year: day.slice(5) >= yearBegins ? year : year - 1, part: 1 }, yearBegins)
  return bordered({ kind, year, part: Math.ceil(Number(day.slice(5, 7)) / monthsIn[kind]) }, yearBegins)
}

function bordered(parts: Parts & { kind: Exclude<PeriodKind, 'term'> }, yearBegins: string): NamedPeriod {
  return { key: keyOf(parts), from: startOf(parts, yearBegins), to: dayBefore(startOf(following(parts), yearBegins)) }
}

const following = <Kind extends Exclude<PeriodKind, 'term'>>({ kind, year, part }: Parts & { kind: Kind }) =>
  part * monthsIn[kind] < 12 ? { kind, year, part: part + 1 } : { kind, year: year + 1, part: 1 }

/** The period a key names, with its borders. */
export function periodOf(key: PeriodKey, { yearBegins }: Division, term: Period): NamedPeriod {
  const { kind, ...at } = partsOf(key)
  return kind === 'term' ? { ...term, key } : bordered({ ...at, kind }, yearBegins)
}

/** The period after this one; null after a whole term. */
export function periodAfter({ key }: NamedPeriod, { yearBegins }: Division): NamedPeriod | null {
  const { kind, ...at } = partsOf(key)
  return kind === 'term' ? null : bordered(following({ ...at, kind }), yearBegins)
}

/** The periods of a division that a stretch of time touches, first to last, without holes and overlaps. */
export function periodsOf(division: Division, within: { readonly from: Day; readonly to: Day }, term: Period): NamedPeriod[] {
  const periods: NamedPeriod[] = []
  for (let next: NamedPeriod | null = periodAt(division, within.from, term); next && next.from <= within.to; )
    next = periodAfter(periods[periods.push(next) - 1] ?? next, division)
  return within.from <= within.to ? periods : []
}

/** How many days before a period begins people already work for it. */
const aheadDays = { academicYear: 31, calendarYear: 31, half: 14, quarter: 14, term: 0 } as const
/** The period people work for: in August already the academic year that is about to begin. */
export const workingPeriod = (division: Division, today: Day, term: Period): NamedPeriod =>
  periodAt(division, addDays(today, aheadDays[division.kind]), term)

const roman = ['', 'I', 'II', 'III', 'IV']
const yearWords = {
  academicYear: ['учебный год', 'учебном году'],
  calendarYear: ['год', 'году'],
} as const
const partWords = { half: ['полугодие', 'полугодии'], quarter: ['квартал', 'квартале'] } as const
const termWords = ['весь срок статуса', 'весь срок статуса'] as const

function inCase(key: PeriodKey, form: 0 | 1): string {
  const { kind, year, part } = partsOf(key)
  if (kind === 'term') return termWords[form]
  if (kind === 'academicYear' || kind === 'calendarYear') return `${key} ${yearWords[kind][form]}`
  return `${roman[part]} ${partWords[kind][form]} ${year} года`
}

/** «2021/22 учебный год», «2023 год», «I квартал 2023 года», «весь срок статуса»: after «за», «на» and by itself. */
export const periodName = (key: PeriodKey): string => inCase(key, 0)
/** «2021/22 учебном году», «I квартале 2023 года»: after «в». */
export const inPeriod = (key: PeriodKey): string => inCase(key, 1)

/** «2021/22», «2023 год», «I кв. 2023 г.»: where there is little room and it is clear what is meant. */
export function shortPeriodName(key: PeriodKey): string {
  const { kind, year, part } = partsOf(key)
  if (kind === 'academicYear') return key
  if (kind === 'quarter') return `${roman[part]} кв. ${year} г.`
  return kind === 'half' ? `${roman[part]} полугодие ${year} г.` : periodName(key)
}
