import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich'
import { longDate, shortDate } from '../kernel/dates.ts'
import type { NameParts } from '../kernel/names.ts'

export type GrammaticalCase = 'genitive' | 'dative' | 'accusative'
export type Gender = 'male' | 'female'

/** A person whose name is to be put into a case. The gender is stored, never guessed: «Снигур» changes only for a man. */
export type NamedPerson = NameParts & {
  gender?: Gender | null
  /** Forms a person corrected by hand; they win over the rules. */
  forms?: Partial<Record<GrammaticalCase, Partial<NameParts>>> | null
}

/** The name in «кого? чего?»: «Красия Сергея Викторовича». */
export const inGenitive = (person: NamedPerson): NameParts => declined(person, 'genitive')
/** The name in «кому? чему?»: «Красию Сергею Викторовичу». */
export const inDative = (person: NamedPerson): NameParts => declined(person, 'dative')
/** The name in «кого? что?»: «Наумову Татьяну Яковлевну». */
export const inAccusative = (person: NamedPerson): NameParts => declined(person, 'accusative')

export type DateForm = 'long' | 'full' | 'digits'

/** A date as orders write it: «15 июня 2022 г.», «15 июня 2022 года», «15.06.2022». */
export function orderDate(day: string, form: DateForm = 'long'): string {
  if (form === 'digits') return shortDate(day)
  return form === 'full' ? longDate(day).replace(/г\.$/, 'года') : longDate(day)
}

/** «от 15 июня 2022 г. № 33» — how one paper names another. */
export const ofDateAndNumber = (day: string, number: string, form: DateForm = 'long'): string =>
  `от ${orderDate(day, form)} № ${number}`

function declined(person: NamedPerson, grammaticalCase: GrammaticalCase): NameParts {
  const { familyName, givenName, patronymic, gender } = person
  const corrected = person.forms?.[grammaticalCase] ?? {}
  const name = { familyName, givenName, patronymic }
  const regular = gender ? byRules(name, grammaticalCase, gender) : name
  return { ...regular, ...definedOf(corrected) }
}

function byRules(name: NameParts, grammaticalCase: GrammaticalCase, gender: Gender): NameParts {
  const part = (text: string, decline: typeof inclineLastname) => (isWord(text) ? decline(text, grammaticalCase, gender) : text)
  return {
    familyName: part(name.familyName, inclineLastname),
    givenName: part(name.givenName, inclineFirstname),
    patronymic: name.patronymic && part(name.patronymic, inclineMiddlename),
  }
}

/** Initials and single letters have no cases. */
const isWord = (text: string): boolean => /\p{L}\p{L}/u.test(text) && !text.includes('.')

function definedOf(forms: Partial<NameParts>): Partial<NameParts> {
  return Object.fromEntries(Object.entries(forms).filter(([, form]) => form))
}
