import type { PostKind } from './dictionary.ts'
import type { PersonFacts, PostFacts } from './register-facts.ts'

type More = Partial<Omit<PersonFacts, 'key' | 'family' | 'given' | 'patronymic' | 'invented'>>

/** Posts held from one day on, to this day. */
export const postsFrom =
  (from: string) =>
  (organisation: string, kind: PostKind, title: string, subject?: string): PostFacts => ({
    organisation,
    kind,
    title,
    ...(subject === undefined ? {} : { subject }),
    from,
    to: null,
  })

/** A category held from a day on. */
export const category = (level: 'highest' | 'first', from: string) => ({ category: { level, from, to: null } }) as const

/** A person of a published order: name as it is printed there, in the role the order gives. */
export function named(
  key: string,
  name: string,
  gender: PersonFacts['gender'],
  posts: readonly PostFacts[],
  more: More = {},
): PersonFacts {
  return { ...spelled(key, name), gender, posts, ...more, invented: false }
}

/** A person who does not exist, for demonstration. */
export function invented(key: string, name: string, posts: readonly PostFacts[], more: More = {}): PersonFacts {
  return { ...spelled(key, name), gender: name.endsWith('на') ? 'female' : 'male', posts, ...more, invented: true }
}

function spelled(key: string, name: string) {
  const [family, given, patronymic] = name.split(' ')
  if (family === undefined || given === undefined) throw new Error(`«${name}»: нужны фамилия и имя`)
  return { key, family, given, patronymic: patronymic ?? null }
}
