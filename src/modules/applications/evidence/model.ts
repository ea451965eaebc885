import type { ApplicationId, FileId, Instant, PersonId } from '../../../kernel/types.ts'

/** One piece of evidence that a criterion of the regulation is met: a file, a link, or a fact of the registers. (C-31, T-2) */
export type Evidence = {
  readonly id: string
  readonly applicationId: ApplicationId
  readonly criterionCode: string
  readonly kind: 'file' | 'link' | 'register'
  readonly fileId: FileId | null
  readonly fileName: string | null
  readonly fileSize: number | null
  readonly link: string | null
  /** What the register says, in words, and the row it says it in. */
  readonly registerText: string | null
  readonly registerId: string | null
  readonly note: string
  readonly addedBy: PersonId
  readonly addedAt: Instant
}

/** What the registers know that may serve as evidence. `key` names the choice in a form. */
export type RegisterFact = {
  readonly key: string
  readonly id: string
  readonly group: RegisterGroup
  readonly text: string
}

export const registerGroups = ['status', 'network', 'category', 'achievement', 'active'] as const
export type RegisterGroup = (typeof registerGroups)[number]
