import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich'
import { longDate, shortDate } from '../kernel/dates.ts'

export type GrammaticalCase = 'genitive' | 'dative' | 'accusative'
export type Gender = 'male' | 'female'

export interface PersonName {
  family: string
  given: string
  patronymic?: string | null
}

/** A person whose name is to be put into a case. The gender is stored, never guessed: «Снигур» changes only for a man. */
export interface NamedPerson extends PersonName {
  gender?: Gender | null
  /** Forms a person corrected by hand; they win over the rules. */
  forms?: Partial<Record<GrammaticalCase, Partial<PersonName>>> | null
}

/** «Красий Сергей Викторович» */
export function fullName(name: PersonName): string {
  return [name.family, name.given, name.patronymic].filter(Boolean).join(' ')
}

/** «Снигур Н. А.» */
export const initialsAfter = (name: PersonName): string => [name.family, initials(name)].filter(Boolean).join(' ')

/** «С. В. Красий» */
export const initialsBefore = (name: PersonName): string => [initials(name), name.family].filter(Boolean).join(' ')

/** The name in «кого? чего?»: «Красия Сергея Викторовича». */
export const inGenitive = (person: NamedPerson): PersonName => declined(person, 'genitive')
/** The name in «кому? чему?»: «Красию Сергею Викторовичу». */
export const inDative = (person: NamedPerson): PersonName => declined(person, 'dative')
/** The name in «кого? что?»: «Наумову Татьяну Яковлевну». */
export const inAccusative = (person: NamedPerson): PersonName => declined(person, 'accusative')

export type DateForm = 'long' | 'full' | 'digits'

/** A date as orders write it: «15 июня 2022 г.», «15 июня 2022 года», «15.06.2022». */
export function orderDate(day: string, form: DateForm = 'long'): string {
  if (form === 'digits') return shortDate(day)
  return form === 'full' ? longDate(day).replace(/г\.$/, 'года') : longDate(day)
}

/** «от 15 июня 2022 г. № 33» — how one paper names another. */
export const ofDateAndNumber = (day: string, number: string, form: DateForm = 'long'): string =>
  `от ${orderDate(day, form)} № ${number}`

function initials(name: PersonName): string {
  const parts = [name.given, name.patronymic ?? ''].flatMap((part) =>
    isInitials(part) ? part.match(/\p{L}/gu)! : [initialOf(part)],
  )
  return parts
    .filter((letter) => letter !== '')
    .map((letter) => `${letter}.`)
    .join(' ')
}

/** «Анна-Мария» is «А.»: offices take the first letter only. */
const initialOf = (part: string): string => part.trim().slice(0, 1).toUpperCase()

/** «Н.», «Н. А.», «Н.А.»: all that an old paper tells of a given name. */
const isInitials = (part: string): boolean => /^\s*(?:\p{Lu}\.\s*)+$/u.test(part)

function declined(person: NamedPerson, grammaticalCase: GrammaticalCase): PersonName {
  const { family, given, patronymic, gender } = person
  const corrected = person.forms?.[grammaticalCase] ?? {}
  const regular = gender ? byRules({ family, given, patronymic }, grammaticalCase, gender) : { family, given, patronymic }
  return { ...regular, ...definedOf(corrected) }
}

function byRules(name: PersonName, grammaticalCase: GrammaticalCase, gender: Gender): PersonName {
  const part = (text: string, decline: typeof inclineLastname) => (isWord(text) ? decline(text, grammaticalCase, gender) : text)
  return {
    family: part(name.family, inclineLastname),
    given: part(name.given, inclineFirstname),
    patronymic: name.patronymic && part(name.patronymic, inclineMiddlename),
  }
}

/** Initials and single letters have no cases. */
const isWord = (text: string): boolean => /\p{L}\p{L}/u.test(text) && !text.includes('.')

function definedOf(forms: Partial<PersonName>): Partial<PersonName> {
  return Object.fromEntries(Object.entries(forms).filter(([, form]) => form))
}
