import { type PeriodKey, periodName } from '../../kernel/periods.ts'
import type { Day, PersonId, PlanId, SiteId } from '../../kernel/types.ts'

export type ReportState = 'draft' | 'submitted' | 'returned' | 'accepted'
export type ReportAction = 'change' | 'submit' | 'pass' | 'accept' | 'return' | 'withdraw'

/** What the head wrote, by the code of the criterion. */
export type Conclusions = Readonly<Record<string, string>>

/** What became of a line of the plan. */
export type Outcome = 'held' | 'cancelled' | 'notHeld' | 'ahead'

export type AssembledFile = { readonly id: string; readonly name: string }

export type AssembledLine = {
  readonly key: string
  /** The plan it stands in, where a report has several; without it the first. */
  readonly plan?: PlanId
  readonly activity: string
  readonly form: string | null
  readonly direction: string | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly responsible: readonly string[]
  readonly outcome: Outcome
  readonly heldOn: Day | null
  readonly people: number | null
  readonly note: string | null
  readonly files: readonly AssembledFile[]
}

/** Counts of one form of work, one direction, or the whole plan. */
export type Numbers = {
  readonly planned: number
  readonly held: number
  readonly cancelled: number
  readonly notHeld: number
  readonly ahead: number
  /** Attendances of what was held: one person who came twice counts twice. */
  readonly attendances: number
}

export type NamedNumbers = Numbers & { readonly name: string }

/** One approved version of the plan and what it changed in the one before. */
export type AssembledVersion = {
  readonly plan?: PlanId
  readonly number: number
  readonly approvedOn: Day | null
  readonly reason: string | null
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export type AssembledPlan = {
  readonly id: PlanId
  readonly numbers: Numbers
  readonly byForm: readonly NamedNumbers[]
  /** Empty when the regulation knows no directions. */
  readonly byDirection: readonly NamedNumbers[]
  readonly lines: readonly AssembledLine[]
  readonly versions: readonly AssembledVersion[]
}

export type AssembledPerson = {
  readonly id: PersonId
  readonly name: string
  readonly kind: string
  /** The territory's own word for the role. */
  readonly role: string
  readonly from: Day
  readonly to: Day | null
}

export type AssembledSchool = { readonly id: string; readonly name: string; readonly from: Day; readonly to: Day | null }

type Papers = { readonly count: number; readonly hours: number }
/** Papers issued, together and of each sort: whoever was there and whoever has mastered a programme are two things. Reports of earlier days have the first only. */
export type AssembledPapers = Papers & { readonly participation?: Papers; readonly completion?: Papers }

export type AssembledSite = {
  readonly id: SiteId
  readonly fullNames: readonly string[]
  readonly shortName: string
  readonly theme: string
  readonly direction: string | null
  readonly from: Day
  readonly to: Day | null
  /** The order behind the status: «приказ от 28.01.2021 № 33, п. 1». */
  readonly order: { readonly id: string; readonly text: string }
}

/** A criterion of the regulation as the head answers it; reports handed in earlier did not keep what is written into it. */
export type Criterion = {
  readonly code: string
  readonly title: string
  readonly clause: string
  readonly basis: string
  readonly type?: string
  readonly required?: boolean
}

/** What a report is about: a period, or one practice in it; `title` is what it is called where the paper asks for several. */
export type ReportOf = { readonly period: PeriodKey; readonly title?: string | null; readonly practice?: string | null }

/** «за 2021/22 учебный год», «за 2023 год («Карта показателей»)», «по практике «Чтение»»: as it stands after «отчёт». */
export const ofReport = ({ period, title, practice }: ReportOf, named = periodName): string =>
  practice ? `по практике «${practice}»` : `за ${named(period)}${title ? ` («${title}»)` : ''}`

export type AssembledGroup = {
  readonly theme: string
  readonly from: Day
  readonly to: Day
  /** Different people who have worked in it. */
  readonly people: number
  /** Null while it works. */
  readonly result: string | null
}

/** What trainees of the site brought into their own schools in these days: numbers by the last answer, and why what did not fit did not; no names. */
export type AssembledAdaptations = {
  readonly introduced: number
  readonly outcomes: Readonly<Record<'introduced' | 'adapted' | 'didNotFit', number>>
  readonly reasons: readonly string[]
}

/** Pairs of mentors of these days: numbers, and what came of those that have ended; no names. */
export type AssembledPairs = {
  readonly pairs: number
  readonly ended: number
  /** Different days of meetings, and their minutes. */
  readonly meetings: number
  readonly minutes: number
  readonly outcomes: readonly string[]
}

/** A report as it is shown: made from facts, kept as it was when sent. */
export type Assembled = {
  readonly asOf: Day
  readonly site: AssembledSite
  /** Null while the site has no approved plan for the period. */
  readonly plan: AssembledPlan | null
  readonly people: readonly AssembledPerson[]
  readonly schools: readonly AssembledSchool[]
  /** Справки and сертификаты issued in these days; reports handed in earlier did not keep them. */
  readonly papers?: AssembledPapers
  /** Temporary working groups of these days and what came of them; reports of earlier days did not keep them. (L-31g) */
  readonly groups?: readonly AssembledGroup[]
  /** Pairs of mentors of these days; reports of earlier days did not keep them. (L-O42) */
  readonly pairs?: AssembledPairs
  /** Own models of trainees; reports of earlier days did not keep them. (L-13) */
  readonly adaptations?: AssembledAdaptations
  readonly criteria: readonly Criterion[]
  /** What came of the trainees by direction; reports of earlier days have none. (C-61) */
  readonly dynamics?: readonly { readonly direction: string; readonly words: string }[]
  /** Who receives the report, by name. */
  readonly addressee: string | null
  /** Who signs: «Руководитель …», «Н. А. Снигур». */
  readonly signature: { readonly post: string; readonly name: string | null }
}

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'reports.conclusions': Conclusions
    'reports.assembled': Assembled
  }
  interface WordColumns {
    'reports.period': PeriodKey
  }
}
