import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type Answer, silent } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import { type AppointmentKind, type Category, categoryName, type PostKind, postKindName } from '../kinds.ts'
import type { RegulationRole } from '../people/schema.ts'
import type { Regulation } from '../schema.ts'
import type { WordForm } from '../words.ts'

/** The role as the regulation knows it. Null: this territory has no such role. */
export function role(regulation: Regulation, kind: AppointmentKind): Answer<RegulationRole | null> {
  const found = regulation.roles[kind]
  return found === undefined ? silent(null) : { value: found, basis: basisOf(regulation, found.clause) }
}

/** The territory's own word for a role in the form asked for. Null: no such role here. */
export function label(regulation: Regulation, kind: AppointmentKind, form: WordForm = 'nominative'): string | null {
  return regulation.roles[kind]?.words[form] ?? null
}

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
    postMissing(head, person, onDate),
    head.categories.length > 0 && (person.category === null || !head.categories.includes(person.category))
      ? `нужна квалификационная категория: ${head.categories.map((one) => categoryName[one]).join(' или ')}`
      : null,
    head.achievements && person.achievements === 0 ? 'нужны достижения по направлению работы площадки' : null,
  ].filter((text) => text !== null)
  return missing.length === 0 ? { ok: true, basis } : { ok: false, missing, basis }
}

function postMissing(head: NonNullable<Regulation['head']>, person: HeadCandidate, onDate: Day): string | null {
  const held = head.atHost ? [...person.hostPosts, ...person.posts.filter((post) => anywhere.includes(post))] : person.posts
  const { posts } = head
  const fits = posts === null ? held.length > 0 : held.some((post) => posts.includes(post))
  if (fits) return null
  const where = head.atHost ? ' в организации площадки' : ''
  if (head.posts === null) return `на ${longDate(onDate)} нужна должность${where}`
  return `на ${longDate(onDate)} нужна должность${where}: ${head.posts.map((post) => postKindName[post]).join(', ')}`
}
