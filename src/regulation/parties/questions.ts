import { type Answer, silent } from '../answer.ts'
import { basisOf } from '../cite.ts'
import type { Vote } from '../procedure.ts'
import type { Regulation } from '../schema.ts'
import { declined, type WordForm, type Words } from '../words.ts'

/** Who the regulation knows: a body, the organisation of the site, or whoever holds a role. */
export type Party = {
  readonly code: string
  readonly name: string
  readonly words: Words
  /** They are people with this role on the site, not one body. */
  readonly people: boolean
  /** How it decides at a meeting; null where one answers for it. */
  readonly vote: Vote | null
}

const ofSite = declined(
  'руководитель организации',
  'руководителя организации',
  'руководителю организации',
  'руководителем организации',
  'руководители организаций',
)
const alone = { people: false, vote: null }

/** The bodies of the regulation, the one that rules first. */
export const bodiesOf = ({ bodies: { authority, operator, further } }: Pick<Regulation, 'bodies'>): readonly Party[] => [
  { code: 'authority', name: authority.name, words: authority.short, ...alone },
  { code: 'operator', name: operator.name, words: operator.short, ...alone },
  ...further.map(({ code, name, short, vote }) => ({ code, name, words: short, people: false, vote })),
]

/** Everybody whom a rule may name. */
export const partiesOf = (regulation: Pick<Regulation, 'bodies' | 'roles'>): readonly Party[] => [
  ...bodiesOf(regulation),
  { code: 'organisation', name: ofSite.nominative, words: ofSite, ...alone },
  ...regulation.roles.map(({ code, words }) => ({ code, name: words.nominative, words, people: true, vote: null })),
]

/** A party by its code; null when the regulation knows no such one. */
export const partyOf = (regulation: Pick<Regulation, 'bodies' | 'roles'>, code: string): Party | null =>
  partiesOf(regulation).find((party) => party.code === code) ?? null

/** What a party is called in full; nothing where there is none, which no regulation in force has. */
export const bodyName = (regulation: Regulation, code: string): string => partyOf(regulation, code)?.name ?? ''

/** What a party is called in short, in the form asked for. */
export const bodyWord = (regulation: Regulation, code: string, form: WordForm = 'nominative'): string =>
  partyOf(regulation, code)?.words[form] ?? ''

/** The word for a site. */
export const siteWord = ({ siteWords }: Regulation, form: WordForm = 'nominative'): string => siteWords[form]

/** An organisation of the installation, as far as it stands for a body of the regulation. */
export type StandsFor = { readonly isAuthority: boolean; readonly isOperator: boolean; readonly body: string | null }

/** Whether this organisation is that body. */
export const isBody = ({ isAuthority, isOperator, body }: StandsFor, code: string): boolean =>
  code === 'authority' ? isAuthority : code === 'operator' ? isOperator : body === code

/** Whether it is neither the authority nor the operator: it decides only what the regulation gives it. */
export const isFurtherBody = ({ isAuthority, isOperator }: StandsFor): boolean => !isAuthority && !isOperator

/** What the body that guides the sites does for them. */
export const guidance = (regulation: Regulation): Answer<readonly string[]> =>
  regulation.guidance === null
    ? silent([])
    : { value: regulation.guidance.functions, basis: basisOf(regulation, regulation.guidance.clause) }
