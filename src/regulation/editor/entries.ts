import { z } from 'zod'
import { hostsCaptions } from '../hosts/captions.ts'
import { intakeCaptions } from '../intake/captions.ts'
import { type AppointmentKind, appointmentKinds } from '../kinds.ts'
import { opennessCaptions } from '../openness/captions.ts'
import { paperCaptions } from '../paper/captions.ts'
import { partiesCaptions } from '../parties/captions.ts'
import { peopleCaptions } from '../people/captions.ts'
import { meaningOf } from '../people/questions.ts'
import { type RegulationRole, roleSchema } from '../people/schema.ts'
import { reviewCaptions } from '../review/captions.ts'
import { type Regulation, regulationSchema } from '../schema.ts'
import { statusCaptions } from '../status/captions.ts'
import { type EditorPage, editorPages } from '../topic.ts'
import { workCaptions } from '../work/captions.ts'
import { roleCaption } from './captions.ts'
import { bare, type Input, inputOf } from './inputs.ts'

/** A rule of a regulation as one writes it: where it stands, what it is called, how it is filled in. */
export type Entry = {
  /** In addresses and names of captions: `term`, `roles.mentor`. */
  readonly key: string
  readonly page: EditorPage
  readonly title: string
  /** The paper may say nothing of it. */
  readonly maySilent: boolean
  /** It names the clauses it comes from. */
  readonly cites: boolean
  readonly input: Input
  /** The first part of the captions of its parts. */
  readonly captions: string
  readonly schema: z.ZodType
  readonly read: (regulation: Regulation) => unknown
  /** The regulation with this value in its place, or without one; the value has been read by the schema. */
  readonly write: (regulation: Regulation, value: unknown) => Regulation
}

const { shape } = regulationSchema
type Key = Exclude<
  keyof Regulation,
  | 'edition'
  | 'title'
  | 'subtitle'
  | 'level'
  | 'localTime'
  | 'paperWords'
  | 'clauses'
  | 'orderPoints'
  | 'roles'
  | 'provisions'
  | 'exceptions'
  | 'examples'
>

/** Every rule with its page and what an official would call it. A key that is missing here does not compile. */
const titles: Readonly<Record<Key, readonly [EditorPage, string]>> = {
  ...paperCaptions.titles,
  ...partiesCaptions.titles,
  ...hostsCaptions.titles,
  ...intakeCaptions.titles,
  ...reviewCaptions.titles,
  ...statusCaptions.titles,
  ...peopleCaptions.titles,
  ...workCaptions.titles,
  ...opennessCaptions.titles,
}

function ruleEntry(key: Key): Entry {
  const [page, title] = titles[key]
  const { inner, optional } = bare(shape[key])
  const input = inputOf(key, inner)
  return {
    ...{ key, page, title, input, captions: key, schema: inner, maySilent: optional, cites: citesIn(input) },
    read: (regulation) => regulation[key],
    write: (regulation, value) => ({ ...regulation, [key]: value }),
  }
}

const citesIn = (input: Input): boolean =>
  (input.as === 'group' && 'clause' in input.of) ||
  (input.as === 'shapes' && Object.values(input.of).every((parts) => 'clause' in parts))

const { title, subtitle, paperWords, level, localTime } = shape
const namesSchema = z.strictObject({ title, subtitle, paperWords, level, localTime })

/** What the regulation is called, and where it holds. */
const names: Entry = {
  ...{ key: 'names', page: 'paper', title: 'Название', captions: 'names', maySilent: false, cites: false },
  input: inputOf('names', namesSchema),
  schema: namesSchema,
  read: ({ title, subtitle, paperWords, level, localTime }) => ({ title, subtitle, paperWords, level, localTime }),
  write: (regulation, value) => ({ ...regulation, ...(value as z.infer<typeof namesSchema>) }),
}

/** A role that the product knows: its code is its kind. */
const knownRole = roleSchema.omit({ code: true })

const roleEntry = (kind: AppointmentKind): Entry => ({
  ...{ key: `roles.${kind}`, page: 'people', title: roleCaption(kind), captions: 'role', maySilent: true, cites: true },
  input: inputOf('role', knownRole),
  schema: knownRole,
  read: ({ roles }) => {
    const { code: _kind, ...role } = roles.find(({ code }) => code === kind) ?? { code: null }
    return _kind === null ? null : role
  },
  write: (regulation, value) => {
    const written = value === null ? null : { code: kind, ...knownRole.parse(value) }
    const { roles } = regulation
    const there = roles.some(({ code }) => code === kind)
    if (written === null) return { ...regulation, roles: roles.filter(({ code }) => code !== kind) }
    return { ...regulation, roles: there ? roles.map((one) => (one.code === kind ? written : one)) : [...roles, written] }
  },
})

const ownRolesSchema = z.array(roleSchema).meta({ codes: 'role' })
const isOwn = ({ code }: RegulationRole): boolean => meaningOf(code) === null

/** Roles that only this paper has. */
const ownRoles: Entry = {
  ...{ key: 'ownRoles', page: 'people', title: 'Другие роли', captions: 'ownRoles', maySilent: false, cites: false },
  input: inputOf('ownRoles', ownRolesSchema),
  schema: ownRolesSchema,
  read: ({ roles }) => roles.filter(isOwn),
  write: (regulation, value) => ({
    ...regulation,
    roles: [...regulation.roles.filter((one) => !isOwn(one)), ...ownRolesSchema.parse(value)],
  }),
}

const keys = Object.keys(titles) as readonly Key[]
const ordered: readonly Entry[] = [names, ...keys.map(ruleEntry), ...appointmentKinds.map(roleEntry), ownRoles]

/** Every rule, page by page. */
export const entries: readonly Entry[] = editorPages.flatMap(({ code }) => ordered.filter(({ page }) => page === code))

export const entryOf = (key: string): Entry | undefined => entries.find((entry) => entry.key === key)
