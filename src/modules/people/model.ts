import type { GrantedRole } from '../../authz/roles.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { Day, OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Category, PostKind } from '../../regulation/dictionary.ts'

export const genders = ['female', 'male'] as const
export type Gender = (typeof genders)[number]

/** What is written of a person. */
export type PersonDetails = NameParts & {
  readonly gender: Gender | null
  readonly email: string | null
  readonly phone: string | null
}
export type Person = PersonDetails & { readonly id: PersonId; readonly version: number }

export type PostDetails = {
  readonly organisationId: OrganisationId
  readonly kind: PostKind
  /** The post as the office writes it: «учитель физики». */
  readonly title: string
  readonly subject: string | null
  readonly startsOn: Day
  readonly endsOn: Day | null
}
export type QualificationDetails = { readonly category: Category; readonly startsOn: Day; readonly endsOn: Day | null }
export type AchievementDetails = {
  readonly title: string
  readonly direction: string | null
  readonly achievedOn: Day | null
}
export type RoleDetails = { readonly role: GrantedRole; readonly startsOn: Day; readonly endsOn: Day | null }
