import type { Territory } from '../authz/ctx.ts'
import { installedTable } from '../kernel/installed.ts'
import { oneStop } from '../kernel/names.ts'
import type { Noun } from '../kernel/noun.ts'
import type { Day, PersonId } from '../kernel/types.ts'
import { act } from '../regulation/acts.ts'

/** Everything people are told, by kind, with what its sentence needs; a module merges in its own. */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge theirs into it
export interface Notices {}
export type NoticeKind = keyof Notices

/** What one person is told of one thing. */
export type Notice<Kind extends NoticeKind = NoticeKind> = {
  [One in Kind]: {
    readonly personId: PersonId
    readonly kind: One
    readonly subjectId: string
    readonly params: Readonly<Notices[One]>
    /** The day it belongs to, when that is not today: a reminder caught up with later. */
    readonly onDay?: Day
    /** Which of several of its day it is, where each is told; without it a person is told of a thing once a day. */
    readonly nth?: number
  }
}[Kind]

/** A notice as it is read: what happened, a sentence more, where it leads. */
export type NoticeText = { readonly title: string; readonly more: string | null; readonly href: string }

/** How one kind is told: its params, the territory, the subject, the words of the territory's acts. */
export type Say<Params> = (params: Params, to: { territory: string }, subject: string, act: Noun) => NoticeText

export interface Wording<Params = unknown> {
  say(params: Params, to: { territory: string }, subject: string, act: Noun): NoticeText
  /** Cannot wait for the letter of the day. */
  readonly urgent: boolean
}

/** One kind of notice: `notice<{ site: string }>(({ site }, to, contract) => ({ title: …, more: …, href: … }))`. */
export const notice = <Params>(say: Say<Params>): Wording<Params> => ({ say, urgent: false })
/** One that cannot wait for the letter of the day. */
export const urgent = <Params>(say: Say<Params>): Wording<Params> => ({ say, urgent: true })

/** What the kinds of a table say, to be merged into `Notices`. */
export type NoticesOf<Table> = { [Kind in keyof Table]: Table[Kind] extends Wording<infer Params> ? Params : never }

/** Every kind of notice with its words, put together of those of all modules. */
export const noticeTable = installedTable<Readonly<Record<string, Wording>>>('kinds of notices were')

function wordingOf(kind: NoticeKind): Wording {
  const wording = noticeTable.table()[kind]
  if (!wording) throw new Error(`no module tells people of ${kind}`)
  return wording
}

export const isUrgent = (kind: NoticeKind): boolean => wordingOf(kind).urgent

/** Puts a stored notice into words. */
export function noticeText(
  territory: Pick<Territory, 'code' | 'actKind'>,
  { kind, subjectId, params }: { kind: NoticeKind; subjectId: string; params: unknown },
): NoticeText {
  const { title, more, href } = wordingOf(kind).say(params, { territory: territory.code }, subjectId, act({ territory }))
  return { title, more: more && oneStop(more), href }
}
