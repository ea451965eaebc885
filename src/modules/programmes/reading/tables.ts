import { withoutNumber } from './markers.ts'

/** What the rows of a table are, by its head read as a whole, and which columns say what. */
export type Columns = {
  readonly kind: 'criteria' | 'tryOuts' | 'sessions' | 'topics'
  readonly main: number
  readonly second: number
  readonly hours: number
}

type Open = { readonly inTopic: boolean; readonly inAssessment: boolean }

/** The columns of a table whose head is known here; null for any other. A row with figures of its own is no head. */
export function columnsOf(head: readonly string[], { inTopic, inAssessment }: Open): Columns | null {
  const titles = head.map((cell) => cell.toLowerCase().replaceAll('ё', 'е').trim())
  if (titles.some((title) => /^\d/.test(title) || title.length > 60)) return null
  const at = (words: RegExp, but?: RegExp) => titles.findIndex((title) => words.test(title) && !but?.test(title))
  const hours = at(/час|объем/)
  const [criterion, indicator] = [at(/^критери/), at(/показател|признак|индикатор/)]
  if (inAssessment && criterion >= 0) return { kind: 'criteria', main: criterion, second: indicator, hours: -1 }
  const topic = at(
    /^(наименование |название )?(тем[аы]?|модул[ьи]|раздел[ыа]?|модулей|разделов)(?!\p{L})/u,
    /заняти|мероприят|час/,
  )
  if (topic >= 0) return hours >= 0 ? { kind: 'topics', main: topic, second: -1, hours } : null
  if (!inTopic) return null
  const [tryOut, assignment] = [at(/^(стажерск.. |стажировочн.. )?проб[аы]$/), at(/задани|сдать/)]
  if (tryOut >= 0) return { kind: 'tryOuts', main: tryOut, second: assignment, hours }
  const [session, form] = [
    at(/^((тем[аы]|название|наименование|содержание) )?(заняти|мероприят|содержание$|название$)/, /час/),
    at(/^форма/),
  ]
  return session >= 0 && (hours >= 0 || form >= 0) ? { kind: 'sessions', main: session, second: form, hours } : null
}

/** A row read by the head: its text, its hours, and what no column of ours takes, so that nothing of it is lost. */
export type RowRead = { readonly main: string; readonly text: string; readonly hours: number | null; readonly rest: string }

export function rowRead(head: readonly string[], row: readonly string[], { kind, ...at }: Columns): RowRead {
  const cell = (index: number) => (index < 0 ? '' : (row[index] ?? '').replaceAll('\n', ' ').trim())
  const [main, second] = [withoutNumber(cell(at.main)), cell(at.second)]
  const hours = hoursOf(cell(at.hours))
  const taken = [at.main, at.second, ...(hours === null ? [] : [at.hours])]
  const others = row.flatMap((_, index) =>
    taken.includes(index) || cell(index) === '' || isOrdinal(head[index], cell(index))
      ? []
      : [joined(': ', head[index]?.replaceAll('\n', ' ') ?? '', cell(index))],
  )
  const text = joined(kind === 'sessions' ? ', ' : ': ', main, second)
  return {
    main,
    text: hours === null || text === '' ? text : `${text}, ${String(hours).replace('.', ',')} ч`,
    hours,
    rest: others.length === 0 ? '' : joined(' — ', main, others.join('; ')),
  }
}

/** «6», «1,5», «4 ч», «12 часов» */
function hoursOf(cell: string): number | null {
  const [, found] = /^(\d{1,4}(?:[.,]\d)?)\s?(?:ч|час|часа|часов)?\.?$/u.exec(cell) ?? []
  return found === undefined ? null : Number(found.replace(',', '.'))
}

/** «№», «№ п/п», or a column without a title that only counts. */
export const isOrdinal = (title: string | undefined, cell: string): boolean =>
  /^[\d.)\s]{0,12}$/.test(cell) && /^(№.{0,8}|п\/п|n)?$/iu.test((title ?? '').trim())

export const joined = (by: string, ...parts: string[]): string => parts.filter((part) => part !== '').join(by)
