/** The parts of a person's name as stored; an order may give only initials, then the parts are «Н.» and «А.». */
export type NameParts = { readonly familyName: string; readonly givenName: string; readonly patronymic: string | null }

const nbsp = '\u00a0'

/** A sentence that ends with initials or with «г.» has its full stop already: «Снигур Н. А.», never «Снигур Н. А..». */
export const oneStop = (text: string): string =>
  !text.includes('..') ? text : text.replace(/(?<=(?<!\p{L})(?:\p{Lu}|г)\.)\.(?!\.)/gu, '')

/** Names as people read them, for sorting: «Школа № 2» before «Школа № 10». */
export const byName = new Intl.Collator('ru', { numeric: true }).compare

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** «Осенние каникулы» inside a sentence: «осенние каникулы»; an abbreviation stays: «ОГЭ, математика». */
export const lower = (text: string): string => (/^\p{L}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

/** «Снигур Н. А.» — in lists and tasks. */
export const withInitials = (name: NameParts): string => [name.familyName, initials(name)].filter((part) => part).join(nbsp)

/** «Н. А. Снигур» — under a signature. */
export const signatureName = (name: NameParts): string => [initials(name), name.familyName].filter((part) => part).join(nbsp)

/** The same of a name as it stands in a list or was typed: «Снигур Н. А.», «Снигур Наталья Андреевна»; what is no such name stays. */
export function asSigned(name: string): string {
  const [familyName, givenName, patronymic, ...more] = name.trim().split(/\s+/u)
  if (!familyName || !givenName || !patronymic || more.length > 0) return name
  return signatureName({ familyName, givenName, patronymic })
}

/** «Ветрова Мария Олеговна», or with initials where nothing more is known. */
export function fullName(name: NameParts): string {
  if (isInitials(name.givenName)) return withInitials(name)
  return [name.familyName, name.givenName, name.patronymic].filter((part) => part).join(' ')
}

function initials({ givenName, patronymic }: NameParts): string {
  const letters = [givenName, patronymic ?? ''].flatMap((part) =>
    isInitials(part) ? (part.match(/\p{L}/gu) ?? []) : [part.trim().charAt(0).toUpperCase()],
  )
  return letters
    .filter((letter) => letter !== '')
    .map((letter) => `${letter}.`)
    .join(nbsp)
}

/** «Н.», «Н. А.», «Н.А.»: all that an old paper tells of a given name. */
const isInitials = (part: string): boolean => /^\s*(?:\p{Lu}\.\s*)+$/u.test(part)

const stemLength = 5
/** Without the ending that cases change: «хими» of «химия», «физик» of «физика»; three letters are whole. */
const stemOf = (word: string): string => word.slice(0, word.length <= 3 ? 3 : Math.min(stemLength, word.length - 1))

/** «учитель физики», and the subject besides when the post does not name it: «учитель, физика». */
export function postWords({ title, subject }: { readonly title: string; readonly subject: string | null }): string {
  if (subject === null || title.toLowerCase().includes(stemOf(subject.toLowerCase()))) return title
  return `${title}, ${subject}`
}

/** Letters and numbers only, small, «ё» as «е»: how names are compared that may be of one and the same. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '')
