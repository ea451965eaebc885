import { longDate, longPeriod, shortDate } from '../../kernel/dates.ts'
import { academicHoursText } from '../../kernel/plural.ts'
import type { Kind, PrintedOpenly } from './model.ts'

export const kindWords: Readonly<
  Record<Kind, { readonly one: string; readonly many: string; readonly genitive: string; readonly given: string }>
> = {
  note: { one: 'Справка', many: 'Справки', genitive: 'справки', given: 'Настоящая справка выдана' },
  certificate: { one: 'Сертификат', many: 'Сертификаты', genitive: 'сертификата', given: 'Настоящий сертификат выдан' },
}

/** «7,5» */
export const numberText = (hours: number): string => String(hours).replace('.', ',')

export const hoursText = academicHoursText

/** «Справка № 7 от 20.06.2022» */
export const paperName = ({ kind, number, issuedOn }: Pick<PrintedOpenly, 'kind' | 'number' | 'issuedOn'>): string =>
  `${kindWords[kind].one} № ${number} от ${shortDate(issuedOn)}`

/** What the paper is about, under its name: «об участии в мероприятии». */
export const aboutWords = ({ lines }: Pick<PrintedOpenly, 'lines'>): string =>
  lines.length === 1 ? 'об участии в мероприятии' : 'об участии в мероприятиях'

/** «20 июня 2022 г.» of one day, else both. */
export const daysText = ({ from, to }: Pick<PrintedOpenly, 'from' | 'to'>): string =>
  from === to ? longDate(from) : longPeriod({ from, to })
