import { z } from 'zod'
import { capital } from '../kernel/names.ts'
import { code, text } from './rule.ts'

/** What a dictionary has: kinds of organisations, of groups of people and of single people who may apply, posts, categories. */
export const kindLists = ['organisation', 'people', 'person', 'post', 'category'] as const
export type KindList = (typeof kindLists)[number]
/** What a rule may name of it: whoever applies is of a kind of organisation, of a group of people, or one person. */
export const kindSorts = ['organisation', 'post', 'category'] as const
export type KindSort = (typeof kindSorts)[number]

/** What pages call them. */
export const kindListNames: Readonly<Record<KindList, string>> = {
  organisation: 'вид организации',
  people: 'объединение людей',
  person: 'один человек',
  post: 'должность',
  category: 'квалификационная категория',
}

/** A kind as a regulation names it: its code, and what it is called. */
export const kindSchema = z.strictObject({ list: z.enum(kindLists), code, name: text })
/** One of a territory: its own words for it, and whether it is still chosen. */
export type Kind = z.infer<typeof kindSchema> & { readonly closed?: boolean }

/** A kind that a rule names by its code: built in, of the paper's own, or of the territory. */
const named = <Sort extends KindSort>(sort: Sort) => code.meta({ names: sort })
export const organisationKind = named('organisation')
export const postKind = named('post')
export const category = named('category')
export type OrganisationKind = string
export type PostKind = string
export type Category = string

const words = (list: KindList, names: Readonly<Record<string, string>>): Kind[] =>
  Object.entries(names).map(([one, name]) => ({ list, code: one, name }))

/** The first rows of the dictionary of every territory. */
export const builtIn: readonly Kind[] = [
  ...words('organisation', {
    school: 'школа',
    kindergarten: 'детский сад',
    supplementary: 'организация дополнительного образования',
    methodicalCentre: 'методический центр',
    institute: 'институт развития образования',
    authority: 'орган управления образованием',
  }),
  ...words('people', { union: 'объединение педагогов' }),
  ...words('person', { educator: 'педагогический работник' }),
  ...words('post', {
    head: 'руководитель организации',
    deputyHead: 'заместитель руководителя',
    teacher: 'учитель или воспитатель',
    psychologist: 'педагог-психолог',
    supplementaryTeacher: 'педагог дополнительного образования',
    methodist: 'методист',
    seniorMethodist: 'старший методист',
    specialist: 'специалист',
    unionHead: 'руководитель школьного методического объединения',
    methodicalActive: 'член муниципального методического актива',
  }),
  ...words('category', { highest: 'высшая', first: 'первая' }),
]

/** Kinds without which the product cannot tell who is who. */
export const isNeeded = ({ code: one }: Pick<Kind, 'code'>): boolean => one === 'head' || one === 'authority'

/** A regulation with the kinds it names by itself, or a territory with those of its dictionary. */
export type Knows = { readonly kinds?: readonly Kind[] | undefined } | null | undefined

export const sortOf = (list: KindList): KindSort => (list === 'people' || list === 'person' ? 'organisation' : list)

/** Everything a dictionary has of a sort: the built-in rows under the words there, then its own. */
export function kindsOf(knows: Knows, sort: KindSort): readonly Kind[] {
  const own = (knows?.kinds ?? []).filter(({ list }) => sortOf(list) === sort)
  const first = builtIn.filter(({ list }) => sortOf(list) === sort)
  return [
    ...first.map((kind) => own.find((one) => one.code === kind.code) ?? kind),
    ...own.filter((one) => !first.some((kind) => kind.code === one.code)),
  ]
}

/** Those that are still chosen, and `kept`, which stands already. */
export const openKinds = (knows: Knows, sort: KindSort, kept: string | null = null): readonly Kind[] =>
  kindsOf(knows, sort).filter((kind) => !kind.closed || kind.code === kept)

/** The same as choices of a form or a list. */
export const kindChoices = (knows: Knows, sort: KindSort, kept: string | null = null) =>
  openKinds(knows, sort, kept).map(({ code: value, name }) => ({ value, label: capital(name) }))

const found = (knows: Knows, sort: KindSort, one: string) => kindsOf(knows, sort).find((kind) => kind.code === one)

/** What a kind is called; by its code where nobody has named it, which no dictionary in use has. */
export const kindName = (knows: Knows, sort: KindSort, one: string): string => found(knows, sort, one)?.name ?? one

/** Whether there is a word for a kind. */
export const isNamed = (knows: Knows, sort: KindSort, one: string): boolean => found(knows, sort, one) !== undefined

/** Whether a kind is there to be chosen. */
export const isKind = (knows: Knows, sort: KindSort, one: string): boolean =>
  openKinds(knows, sort).some((kind) => kind.code === one)

/** Whether whoever is of this kind is an organisation, a group of people, or one person. */
export const natureOf = (knows: Knows, one: string): 'organisation' | 'people' | 'person' => {
  const list = found(knows, 'organisation', one)?.list
  return list === 'people' || list === 'person' ? list : 'organisation'
}

/** What papers call several posts by one word (ФЗ № 273, ст. 47 and 51, and the nomenclature of posts, Постановление № 225 of 21.02.2022). */
const groups: readonly (readonly [word: RegExp, posts: readonly PostKind[]])[] = [
  [
    /педагогическ[а-яё]+ (?:работник|кадр)/i,
    ['teacher', 'psychologist', 'supplementaryTeacher', 'methodist', 'seniorMethodist', 'unionHead', 'methodicalActive'],
  ],
  // «Руководители методических объединений» head no organisation.
  [
    /^руководител[а-яё]+(?:$|,| и )|^руководител[а-яё]+ (?!.*объединени).*(?:организаци|учреждени|школ|работник|кадр)|руководящ|управленческ/i,
    ['head', 'deputyHead'],
  ],
  [/заместител/i, ['deputyHead']],
  [/педагог[а-яё]* дополнительного/i, ['supplementaryTeacher']],
  [/учител|воспитател/i, ['teacher', 'unionHead', 'methodicalActive']],
  [/психолог/i, ['psychologist']],
  [/методист/i, ['methodist', 'seniorMethodist']],
]

/** The posts that a word of a paper takes together, «руководящие работники»; none where the product does not know the word. */
export const postsCalled = (text: string): readonly PostKind[] =>
  builtIn.flatMap(({ list, code }) =>
    list === 'post' && groups.some(([word, posts]) => word.test(text.trim()) && posts.includes(code)) ? [code] : [],
  )
