import type { Basis } from './cite.ts'

/** What the regulation answers and where it says so; `basis: null` means that it is silent. */
export type Answer<T> = { readonly value: T; readonly basis: Basis | null }

/** Yes, or a no with its reason in words and the clause that forbids; none where the paper is silent. */
export type Verdict =
  | { readonly ok: true; readonly basis: Basis | null }
  | { readonly ok: false; readonly reason: string; readonly basis: Basis | null }

export const silent = <T>(value: T): Answer<T> => ({ value, basis: null })

export const no = (reason: string, basis: Basis | null): Verdict => ({ ok: false, reason, basis })
