import { longDate, longPeriod, shortDate } from '../../kernel/dates.ts'
import { academicHoursText } from '../../kernel/plural.ts'
import type { Kind, PrintedOpenly, Sort } from './model.ts'

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

/** «Справки об освоении программы» */
export const sortWords: Readonly<Record<Sort, string>> = {
  participation: 'об участии в мероприятиях',
  completion: 'об освоении программы',
}

/** What the paper is about, under its name: «об участии в мероприятии», «об освоении программы «Урок для каждого»». */
export const aboutWords = ({ lines, mastered }: Pick<PrintedOpenly, 'lines' | 'mastered'>): string => {
  if (mastered) return `${sortWords.completion} «${mastered.programme}»`
  return lines.length === 1 ? 'об участии в мероприятии' : sortWords.participation
}

/** Under a paper about a mastered programme: that it is no document of qualification, and who gives one, where anybody does. */
export const qualificationWords = ({ kind, mastered }: Pick<PrintedOpenly, 'kind' | 'mastered'>): string => {
  const no = `${kindWords[kind].one} не является документом о ${mastered ? 'квалификации' : 'повышении квалификации'}.`
  return mastered?.qualifiedBy ? `${no} Документ о квалификации выдаёт ${mastered.qualifiedBy}, у которого лицензия.` : no
}

/** «20 июня 2022 г.» of one day, else both. */
export const daysText = ({ from, to }: Pick<PrintedOpenly, 'from' | 'to'>): string =>
  from === to ? longDate(from) : longPeriod({ from, to })
