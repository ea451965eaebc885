import type { Day } from '../kernel/types.ts'
import type { OrderFacts } from './order-facts.ts'
import type { OrganisationFacts, PersonFacts, PlanLineFacts } from './register-facts.ts'

/**
 * What people of a demonstration did between its first day and the day on which it opens: plans, events, programmes, traineeships. All of it is
 * invented, and is done through the commands that people use, so that a rule which the paper lacks makes nothing here either.
 */
export type LifeFacts = {
  /** The day on which the demonstration opens. */
  readonly today: Day
  readonly organisations: readonly OrganisationFacts[]
  readonly people: readonly PersonFacts[]
  /** The day on which the drafts of the facts are signed; left out where they wait, or are signed already. */
  readonly signedOn?: Day
  /** Orders that wait for their signature when the demonstration opens. */
  readonly drafts?: readonly OrderFacts[]
  readonly acquainted?: readonly { readonly by: string; readonly on: Day }[]
  readonly assignments: readonly AssignmentLife[]
  readonly sites: readonly SiteLife[]
  /** Competences of the territory's own beside those built in. */
  readonly competences?: { readonly by: string; readonly on: Day; readonly added: readonly string[] }
  readonly deficits?: readonly DeficitLife[]
  readonly taught?: readonly TaughtLife[]
  readonly routes?: readonly RouteLife[]
  readonly meetings?: readonly MeetingLife[]
}

/** A meeting of the operator: called, answered, and held where it says who was there. */
export type MeetingLife = {
  readonly by: string
  readonly on: Day
  /** The kind of the regulation. */
  readonly kind: string
  readonly title: string
  readonly day: Day
  readonly from: string
  readonly until: string
  readonly room: string
  readonly agenda: readonly string[]
  /** Who comes; with `instead` who does not, and sends whom: null where nobody can come. */
  readonly answers: readonly { readonly person: string; readonly on: Day; readonly instead?: string | null }[]
  readonly held?: { readonly present: readonly string[]; readonly others: number | null }
  readonly minutes?: MinutesLife
}

/** What was heard of each question in its turn, what was decided, and the day on which the chair signed. */
export type MinutesLife = {
  readonly on: Day
  readonly heard: readonly string[]
  readonly decisions: readonly {
    /** The number of the question. */
    readonly question: number
    readonly text: string
    readonly person: string
    readonly dueOn: Day
    readonly done?: { readonly on: Day; readonly note: string; readonly acceptedOn?: Day }
  }[]
}

/** An individual route: offers of the network by their titles, steps of its own, who has agreed. */
export type RouteLife = {
  readonly person: string
  readonly by: string
  readonly on: Day
  readonly offers: readonly string[]
  readonly own?: readonly {
    readonly kind: 'material' | 'course' | 'diagnosis'
    readonly title: string
    /** What it closes, as the framework names it. */
    readonly label?: string
    readonly dueOn: Day
    readonly link?: string
  }[]
  readonly agreed: readonly { readonly person: string; readonly on: Day }[]
}

/** Which competences an event, a line of a plan or a topic of a programme teaches, all by their names. */
export type TaughtLife = {
  readonly siteOf: string
  readonly by: string
  readonly on: Day
  readonly labels: readonly string[]
} & ({ readonly event: string } | { readonly line: string } | { readonly topic: string })

/** What a person lacks: named by the person, or noted by somebody else, who has a document where it was a diagnosis. */
export type DeficitLife = {
  readonly person: string
  readonly by: string
  readonly on: Day
  /** Rows of the framework by their names. */
  readonly labels?: readonly string[]
  readonly words?: string
  readonly diagnosis?: { readonly document: string; readonly on: Day }
  /** By the event, the try-out or the traineeship of this title; the first row of `labels` is meant. */
  readonly closed?: { readonly by: string; readonly on: Day; readonly title: string }
}

/** What came of a point of a signed order. */
export type AssignmentLife = {
  readonly person: string
  /** The number of the point. */
  readonly point: string
  readonly on: Day
  readonly note: string
  readonly accepted?: { readonly by: string; readonly on: Day }
}

export type SiteLife = {
  readonly siteOf: string
  readonly contract?: ContractLife
  readonly plan: PlanLife
  readonly programme: ProgrammeLife | null
  readonly events: readonly EventLife[]
  readonly traineeships: readonly TraineeshipLife[]
  readonly groups?: readonly GroupLife[]
  readonly pairs?: readonly PairLife[]
}

/** A pair: proposed by whoever runs the site, or asked for by the mentee; agreed on a day by both, and what came of it. */
export type PairLife = {
  readonly mentor: string
  readonly mentee: string
  readonly goal: string
  readonly by: string
  readonly on: Day
  readonly from: Day
  readonly to: Day
  /** The days on which each says yes; whoever asks has said it. */
  readonly mentorAgreed?: Day
  readonly menteeAgreed?: Day
  readonly meetings?: readonly { readonly by: string; readonly on: Day; readonly minutes: number; readonly line: string }[]
  readonly ended?: { readonly by: string; readonly on: Day; readonly outcome: string }
}

/** A temporary working group: formed on a day, its members, what came of it. */
export type GroupLife = {
  readonly theme: string
  readonly task: string
  readonly direction?: string
  readonly by: string
  readonly leader: string
  readonly on: Day
  readonly from: Day
  readonly to: Day
  readonly members: readonly string[]
  readonly result?: { readonly on: Day; readonly text: string }
}

/** The contract with the operator: offered by somebody of the operator, signed by both sides on that day. */
export type ContractLife = {
  readonly by: string
  readonly signedBy: string
  readonly on: Day
  readonly from: Day
  readonly to: Day
  readonly subject: string
  readonly terms: string
}

export type PlanLife = {
  readonly period: string
  readonly by: string
  readonly on: Day
  readonly lines: readonly PlanLineFacts[]
  /** Who says yes, step by step of the chain. */
  readonly passedBy: readonly string[]
  /** Another version on its way: what is added to the lines. */
  readonly next?: { readonly on: Day; readonly reason: string; readonly lines: readonly PlanLineFacts[] }
}

type By = { readonly person: string; readonly on: Day }

export type EventLife = {
  /** The line of the plan. */
  readonly activity: string
  readonly title?: string
  readonly day: Day
  readonly from: string
  readonly until: string
  readonly room?: string
  readonly link?: string
  readonly audience?: string
  readonly places?: number
  readonly kept?: { readonly places: number; readonly until: Day }
  readonly takesLessons?: boolean
  readonly by: string
  readonly announcedOn: Day
  /** In the order in which they ask: whoever comes too late stands in the queue. */
  readonly takes: readonly By[]
  readonly sent?: readonly (By & { readonly by: string; readonly answeredOn?: Day })[]
  readonly released?: readonly (By & { readonly by: string })[]
  readonly held?: HeldLife
}

export type HeldLife = {
  readonly present: readonly string[]
  readonly guests?: number
  readonly note?: string
  /** Left out where the list is marked and nobody has closed it yet. */
  readonly closedOn?: Day
  readonly answers?: readonly AnswerLife[]
  readonly papers?: {
    readonly by: string
    readonly on: Day
    readonly kind: 'note' | 'certificate'
    readonly people: readonly string[]
  }
}
export type AnswerLife = readonly [person: string, useful: '1' | '2' | '3' | '4', tries: 'yes' | 'maybe' | 'no', words?: string]

export type ProgrammeLife = {
  readonly title: string
  readonly by: string
  readonly on: Day
  readonly relevance: string
  readonly aim: string
  readonly tasks: readonly string[]
  /** As the regulation names them. */
  readonly contingent: readonly string[]
  readonly directions: readonly string[]
  readonly topics: readonly TopicLife[]
  readonly resources: {
    readonly people: readonly string[]
    readonly material: readonly string[]
    readonly teaching: readonly string[]
  }
  readonly assessment?: { readonly external: AssessmentLife; readonly self: AssessmentLife }
  /** What the paper about mastering it is given for. */
  readonly completion?: { readonly share: number; readonly exit: boolean }
  /** Who agrees it, step by step, where the paper lets somebody. */
  readonly agreedBy: readonly string[]
}
export type TopicLife = {
  readonly title: string
  readonly teach: readonly string[]
  readonly form: readonly string[]
  readonly develop: readonly string[]
  readonly sessions: readonly {
    readonly title: string
    readonly form: string
    readonly hours: number
    readonly remote?: boolean
  }[]
  readonly tryOuts: readonly { readonly title: string; readonly hours: number; readonly assignment: string }[]
  readonly results: readonly string[]
}
export type AssessmentLife = {
  readonly criteria: readonly { readonly text: string; readonly indicator: string }[]
  readonly procedure: string
  readonly tools: string
}

export type LevelLife = 'hidden' | 'begun' | 'seen' | 'steady'

export type TraineeshipLife = {
  readonly person: string
  readonly from: Day
  readonly to: Day
  readonly format?: string
  readonly licenceHolder?: string
  readonly guide?: string
  /** Who began it, and how: asked by the teacher, offered by the site, or sent by the head of the school. */
  readonly begun: { readonly as: 'self' | 'site' | 'school'; readonly by: string; readonly on: Day }
  /** The trainee's yes to what was offered; of a request the site's. */
  readonly answeredOn?: Day
  /** Of one who was sent: the site's yes after it. */
  readonly admitted?: By
  readonly startedOn?: Day
  /** Days and events of the sessions, by their titles. */
  readonly days?: {
    readonly by: string
    readonly on: Day
    readonly of: Readonly<Record<string, Day | { readonly event: string }>>
  }
  /** Sessions that whoever leads says were held. */
  readonly held?: readonly (By & { readonly session: string })[]
  readonly measured?: readonly (By & { readonly kind: 'entry' | 'interim' | 'exit'; readonly level: LevelLife })[]
  readonly tryOuts?: readonly TryOutLife[]
  readonly finished?: By
  readonly adaptation?: AdaptationLife
}
/** What a trainee brings into their own school. */
export type AdaptationLife = {
  readonly on: Day
  readonly takes: string
  readonly changes: string
  readonly place: string
  readonly plannedOn: Day
  readonly sign: string
  readonly introducedOn?: Day
  readonly help?: By & { readonly words: string }
  readonly first?: { readonly on: Day; readonly outcome: 'introduced' | 'adapted' | 'didNotFit'; readonly why?: string }
}
export type TryOutLife = {
  readonly title: string
  readonly works: readonly {
    readonly on: Day
    readonly words: string
    readonly link?: string
    readonly returned?: By & { readonly remark: string }
  }[]
  readonly self?: { readonly on: Day; readonly level: LevelLife }
  readonly assessed?: By & { readonly level: LevelLife; readonly comment: string }
}
