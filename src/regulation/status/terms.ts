import { addDays, lastDayOfMonths, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { type Answer, no, silent, type Verdict } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import { whyAbsent } from '../provisions/questions.ts'
import type { Regulation } from '../schema.ts'

/** The next such day of a year that is not before this one. */
const nextOf = (day: Day, monthDay: string): Day => {
  const year = Number(day.slice(0, 4))
  const here = `${year}-${monthDay}`
  return here < day ? `${year + 1}-${monthDay}` : here
}

/** The last day a status granted on `from` may have. Null: the regulation sets no limit. */
export function lastDayOfStatus(regulation: Regulation, from: Day): Answer<Day | null> {
  const { term } = regulation
  return term === null ? silent(null) : { value: lastDay(term, from), basis: basisOf(regulation, term.clause) }
}

function lastDay(term: NonNullable<Regulation['term']>, from: Day): Day {
  if (term.kind === 'fixed' || term.kind === 'until') return term.to
  if (term.kind === 'yearly') return nextOf(from, term.day)
  return lastDayOfMonths(from, term.kind === 'exact' ? term.length : term.months)
}

/** Whether a status may have this term: neither longer nor shorter than the regulation says, never outside a fixed period. (C-33) */
export function checkTerm(regulation: Regulation, period: { from: Day; to: Day }): Verdict {
  const { term } = regulation
  if (term === null) return { ok: true, basis: null }
  const basis = basisOf(regulation, term.clause)
  const reason = wrongTerm(term, period)
  return reason === null ? { ok: true, basis } : no(reason, basis)
}

function wrongTerm(term: NonNullable<Regulation['term']>, { from, to }: { from: Day; to: Day }): string | null {
  const last = lastDay(term, from)
  switch (term.kind) {
    case 'fixed':
      return term.from <= from && to <= last
        ? null
        : `Площадки работают с ${longDate(term.from)} по ${longDate(last)}, этот срок выходит за них.`
    case 'exact':
      return to === last ? null : `Статус дают на срок ${termSpan(term.length)}: последний день — ${longDate(last)}`
    case 'until':
      return to === last ? null : `Статус дают по ${longDate(last)}`
    case 'between': {
      const first = lastDayOfMonths(from, term.least)
      if (to < first)
        return `Статус дают на срок не меньше ${termWords(term.least)}: самый ранний последний день — ${longDate(first)}`
    }
  }
  if (to <= last) return null
  return term.kind === 'yearly'
    ? `Статус подтверждают каждый год: последний возможный день — ${longDate(last)}`
    : `Статус дают на срок до ${termWords(term.months)}: последний возможный день — ${longDate(last)}`
}

/** A status that is to be prolonged: since when and until when it lasts, and how often it has been prolonged already. */
export type Prolonged = { readonly from: Day; readonly to: Day; readonly times: number }

/** The last day a status may be prolonged to. Null: the regulation sets no limit. A rule of extension goes before the term itself. */
export function lastDayOfExtension(regulation: Regulation, { from, to }: Pick<Prolonged, 'from' | 'to'>): Answer<Day | null> {
  const { extension } = regulation
  if (extension !== null) {
    const value = extension.months === null ? null : lastDayOfMonths(addDays(to, 1), extension.months)
    return { value, basis: basisOf(regulation, extension.clause) }
  }
  return lastDayOfStatus(regulation, countedFrom(regulation, { from, to }))
}

/** The day the longest term of a prolonged status is counted from: its first, or where it is confirmed each year, the day after its last. */
const countedFrom = ({ term }: Regulation, { from, to }: Pick<Prolonged, 'from' | 'to'>): Day =>
  term?.kind === 'yearly' ? addDays(to, 1) : from

/** Whether a status may be prolonged to a day, asked on a day (null: in time, as is known already): not forbidden, not too often, in time, not too long. */
export function checkExtension(regulation: Regulation, status: Prolonged, wish: { until: Day; asked: Day | null }): Verdict {
  const { extension } = regulation
  if (extension === null) {
    const { reason, basis } = whyAbsent(regulation, 'extension')
    if (basis !== null) return no(`Статус не продлевают: ${reason}`, basis)
  } else {
    const basis = basisOf(regulation, extension.clause)
    const { times, daysBefore } = extension
    if (times !== null && status.times >= times)
      return no(`Статус продлевают не больше ${counted(times, 'раза', 'раз', 'раз')}, это уже сделано`, basis)
    const latest = daysBefore === null ? status.to : addDays(status.to, -daysBefore)
    if (wish.asked !== null && wish.asked > latest) return no(`О продлении просят не позднее ${longDate(latest)}`, basis)
  }
  if (extension === null) return checkTerm(regulation, { from: countedFrom(regulation, status), to: wish.until })
  const { value: last, basis } = lastDayOfExtension(regulation, status)
  if (last === null || wish.until <= last) return { ok: true, basis }
  return no(`Статус продлевают не дольше чем по ${longDate(last)}`, basis)
}

/** «трёх лет», «одного года», «18 месяцев» — a term after «до». */
export function termWords(months: number): string {
  const years = ['', 'одного года', 'двух лет', 'трёх лет', 'четырёх лет', 'пяти лет'][months / 12]
  return years || counted(months, 'месяца', 'месяцев', 'месяцев')
}

/** «три года», «18 месяцев» — a term after «на срок». */
export const termSpan = (months: number): string =>
  months % 12 === 0 ? counted(months / 12, 'год', 'года', 'лет') : counted(months, 'месяц', 'месяца', 'месяцев')

/** Where the regulation sets the term; null where it is silent. */
export const termBasis = (regulation: Regulation): Basis | null => regulation.term && basisOf(regulation, regulation.term.clause)

/** Whether every status lasts to the same named day, so that none is prolonged. */
export const hasFixedTerm = ({ term, extension }: Regulation): boolean =>
  extension === null && (term?.kind === 'fixed' || term?.kind === 'until')

/** How long a status lasts, as the paper says it: «до трёх лет». */
export function termSaid(term: NonNullable<Regulation['term']>): string {
  switch (term.kind) {
    case 'longest':
      return `до ${termWords(term.months)}`
    case 'exact':
      return termSpan(term.length)
    case 'between':
      return `от ${termWords(term.least)} до ${termWords(term.months)}`
    case 'fixed':
      return `с ${longDate(term.from)} по ${longDate(term.to)}`
    case 'until':
      return `по ${longDate(term.to)}`
    case 'yearly':
      return 'без последнего дня, с подтверждением каждый год'
  }
}
