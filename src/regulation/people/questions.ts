import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type Answer, silent } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import { type Category, kindName, type PostKind } from '../dictionary.ts'
import { type AppointmentKind, appointmentKindName, appointmentKinds } from '../kinds.ts'
import type { RegulationRole } from '../people/schema.ts'
import type { Regulation } from '../schema.ts'
import type { WordForm } from '../words.ts'

/** The roles of the regulation in its own order. */
export const rolesOf = ({ roles }: Pick<Regulation, 'roles'>): readonly RegulationRole[] => roles

const found = ({ roles }: Regulation, code: string) => roles.find((one) => one.code === code)

/** The role as the regulation knows it. Null: this territory has no such role. */
export function role(regulation: Regulation, code: string): Answer<RegulationRole | null> {
  const one = found(regulation, code)
  return one === undefined ? silent(null) : { value: one, basis: basisOf(regulation, one.clause) }
}

/** The territory's own word for a role in the form asked for. Null: no such role here. */
export const label = (regulation: Regulation, code: string, form: WordForm = 'nominative'): string | null =>
  found(regulation, code)?.words[form] ?? null

const known: Readonly<Record<string, string>> = appointmentKindName

/** What a role is called: by the regulation, else as the product calls it, for the regulation may know it no more. */
export const roleWord = (regulation: Regulation | null | undefined, code: string): string =>
  (regulation && label(regulation, code)) ?? known[code] ?? 'назначение'

/** The same where no site says by which of the Положения of a territory: by the first that knows the role. */
export const roleWordOfAll = (all: readonly { readonly regulation: Regulation }[], code: string): string =>
  roleWord(all.find(({ regulation }) => label(regulation, code) !== null)?.regulation, code)

/** What a role is to the product; null for one of the paper's own. */
export const meaningOf = (code: string): AppointmentKind | null => appointmentKinds.find((kind) => kind === code) ?? null

/** What an appointment to a role has to show: a protocol where it is an election, an agreement where others have to agree. */
export function whatAppointingNeeds(regulation: Regulation, code: string): Answer<'protocol' | 'agreement' | null> {
  const { value, basis } = role(regulation, code)
  if (value === null || value.chosen === 'appointed') return { value: value?.agreedBy.length ? 'agreement' : null, basis }
  return { value: 'protocol', basis }
}

/** The bodies whose order alone gives a role: the head of a site where the authority appoints it. */
export const onlyByOrder = (regulation: Regulation, code: string): Answer<boolean> => {
  const { value, basis } = role(regulation, code)
  return { value: value?.appointedBy === 'authority', basis }
}

/** What the head of a site does by the regulation. */
export const headDuties = (regulation: Regulation): Answer<readonly string[]> => dutiesOf(regulation, regulation.headDuties)
/** What those who take part do. */
export const memberDuties = (regulation: Regulation): Answer<readonly string[]> => dutiesOf(regulation, regulation.memberDuties)

/** Whether they propose what goes into the plan of their site. (U-43) */
export const proposesLines = (regulation: Regulation): Answer<boolean> => {
  const { memberDuties } = regulation
  return memberDuties?.proposes ? { value: true, basis: basisOf(regulation, memberDuties.clause) } : silent(false)
}

const dutiesOf = (regulation: Regulation, rule: Regulation['headDuties']): Answer<readonly string[]> =>
  rule === null ? silent([]) : { value: rule.list, basis: basisOf(regulation, rule.clause) }

/** What is asked of whoever heads a site. */
export const headRule = (regulation: Regulation): Answer<Regulation['head']> => ruled(regulation, regulation.head)
/** From whom coordinators are taken, and whether each site has one. */
export const coordinatorRule = (regulation: Regulation): Answer<Regulation['coordinator']> =>
  ruled(regulation, regulation.coordinator)
/** Whether temporary working groups are formed on sites, and by what. Null: the paper knows none. (L-31g) */
export const workingGroups = (regulation: Regulation): Answer<Regulation['workingGroups']> =>
  ruled(regulation, regulation.workingGroups)
/** Whether mentors work with people whom it is hard for, and with whom. Null: the paper knows no mentoring. (L-O42, R-43) */
export const mentoringRule = (regulation: Regulation): Answer<Regulation['mentoring']> => ruled(regulation, regulation.mentoring)
/** Whether a signed paper goes to the heads of all organisations. */
export const acquaintsAllHeads = (regulation: Regulation): Answer<boolean> => {
  const { value, basis } = ruled(regulation, regulation.acquaintance)
  return { value: value !== null, basis }
}

const ruled = <T extends { readonly clause: readonly string[] }>(regulation: Regulation, rule: T | null): Answer<T | null> =>
  rule === null ? silent(null) : { value: rule, basis: basisOf(regulation, rule.clause) }

/** What is known of a person on a day. `posts` are all posts held that day, `hostPosts` those held in an organisation of the site. */
export type HeadCandidate = {
  readonly posts: readonly PostKind[]
  readonly hostPosts: readonly PostKind[]
  readonly category: Category | null
  readonly achievements: number
}

/** Yes, or everything that is missing, each with the clause that asks for it. */
export type HeadVerdict =
  | { readonly ok: true; readonly basis: Basis | null }
  | { readonly ok: false; readonly missing: readonly string[]; readonly basis: Basis }

/** Posts that mean belonging to a circle of the whole district, not to the host organisation. */
const anywhere: readonly PostKind[] = ['methodicalActive']

/** Whether the person may head a site on that day: yes, or a list of what is missing. (C-41) */
export function mayHeadSite(regulation: Regulation, person: HeadCandidate, onDate: Day): HeadVerdict {
  const { head } = regulation
  if (head === null) return { ok: true, basis: null }
  const basis = basisOf(regulation, head.clause)
  const missing = [
    postMissing(regulation, head, person, onDate),
    head.categories.length > 0 && (person.category === null || !head.categories.includes(person.category))
      ? `нужна квалификационная категория: ${head.categories.map((one) => kindName(regulation, 'category', one)).join(' или ')}`
      : null,
    head.achievements && person.achievements === 0 ? 'нужны достижения по направлению работы площадки' : null,
  ].filter((text) => text !== null)
  return missing.length === 0 ? { ok: true, basis } : { ok: false, missing, basis }
}

function postMissing(
  regulation: Regulation,
  head: NonNullable<Regulation['head']>,
  person: HeadCandidate,
  onDate: Day,
): string | null {
  const held = head.atHost ? [...person.hostPosts, ...person.posts.filter((post) => anywhere.includes(post))] : person.posts
  const { posts } = head
  const fits = posts === null ? held.length > 0 : held.some((post) => posts.includes(post))
  if (fits) return null
  const where = head.atHost ? ' в организации площадки' : ''
  if (head.posts === null) return `на ${longDate(onDate)} нужна должность${where}`
  return `на ${longDate(onDate)} нужна должность${where}: ${head.posts.map((post) => kindName(regulation, 'post', post)).join(', ')}`
}
