import type { Day } from '../kernel/types.ts'

type OfPlan = { site: string; academicYear: number; caption: string }
type OfReport = { site: string; academicYear: number }
type DueReport = OfReport & { dueOn: Day; clause: string; reportId: string | null }
type OfOrder = { number: string; signedOn: Day; title: string }
type OfAssignment = { orderId: string; title: string }
type DueAssignment = { order: string; point: string; text: string; dueOn: Day }
type CheckedApplication = { number: number; theme: string }
type OfDraft = { theme: string; by: string }
type SentApplication = { number: number; theme: string; organisation: string; call: string | null }
type OfInformation = { applicationId: string; number: number; question: string }
type DueInformation = OfInformation & { dueOn: Day }
type OfSubmission = { number: number; call: string | null }
type OfReview = { number: number; dueOn: Day }
type OfReviewing = { number: number; applicationId: string }
type OfDecision = { number: number; theme: string; order: string }

type OfStanding = { site: string; on: Day; reason: string }
type OfCase = { site: string; kind: 'extension' | 'suspension' | 'resumption' | 'termination' }

/** Everything people are told, with what each sentence needs. The sentence and the link of each are in texts.ts. */
export type NoticeParams = {
  /** To those who keep accounts: an invitation was answered. */
  'account.joined': { name: string }
  'account.invitationDeclined': { name: string }
  /** To the owner of the account. */
  'account.passwordChanged': Record<string, never>
  'account.passwordLinkGiven': Record<string, never>
  /** Moments are already words: a notice is read far from the territory's clock. */
  'call.announced': { title: string; opens: string; closes: string; clause: string }
  'call.opened': { title: string; opens: string; closes: string }
  'call.extended': { title: string; closes: string }
  'call.revoked': { title: string; closes: string }
  /** To those who write an application of a call and have not sent it. */
  'application.unsent': { title: string; closes: string; days: number }
  'order.awaitingSignature': { title: string }
  'order.sentBack': { title: string; remark: string }
  'order.signed': OfOrder & { act: 'order' | 'directive'; assignments: number; controls: boolean }
  'order.notRead': OfOrder
  'assignment.done': OfAssignment & { by: string }
  'assignment.accepted': OfAssignment
  'assignment.returned': OfAssignment & { remark: string }
  'assignment.dueSoon': DueAssignment
  'assignment.dueToday': DueAssignment
  'assignment.overdue': DueAssignment
  /** To the controller, of a point: how many have not reported yet. */
  'control.dueSoon': DueAssignment & { orderId: string; open: number }
  'control.dueToday': DueAssignment & { orderId: string; open: number }
  'control.overdue': DueAssignment & { orderId: string; open: number }
  'plan.awaitsDecision': OfPlan
  'plan.stepPassed': OfPlan
  'plan.returned': OfPlan & { remark: string }
  'plan.approved': OfPlan
  'plan.withdrawn': { site: string; academicYear: number }
  'report.awaitsDecision': OfReport
  'report.accepted': OfReport
  'report.returned': OfReport & { remark: string }
  'report.withdrawn': OfReport
  'report.dueSoon': DueReport
  'report.dueToday': DueReport
  'report.overdue': DueReport
  /** To the operator: a site has not handed in its report. */
  'report.notReceived': DueReport
  /** To the head of an organisation: others, or the office, want it in an application. */
  'application.invited': OfDraft & { organisation: string; deadline: string | null }
  /** To those who write it: what an organisation has answered. */
  'application.confirmed': OfDraft
  'application.refused': OfDraft & { reason: string }
  'application.letIn': OfDraft
  'application.voteAsked': OfDraft & { candidate: string }
  /** To the operator. */
  'application.submitted': SentApplication & { round: number }
  'application.withdrawn': SentApplication & { reason: string }
  /** The receipt, to everyone who applies. */
  'application.received': SentApplication & { round: number; at: string }
  'application.admitted': CheckedApplication & { next: string }
  'application.returned': CheckedApplication & { remarks: number; first: string }
  'information.asked': OfInformation & { dueOn: Day | null }
  'information.withdrawn': OfInformation
  'information.dueSoon': DueInformation
  'information.dueToday': DueInformation
  'information.overdue': DueInformation
  /** To whoever asked. */
  'information.answered': OfInformation & { answer: string }
  'information.notAnswered': DueInformation
  /** To whoever decides: the operator's submission has come. */
  'submission.awaitsDecision': OfSubmission & { include: number; exclude: number }
  'submission.returned': OfSubmission & { remark: string }
  /** To everyone who applied, when the order is signed. */
  'application.granted': OfDecision
  'application.declined': OfDecision & { reason: string }
  'application.reopened': OfDecision
  /** To an expert: nothing of the application but its number and day. */
  'review.assigned': OfReview
  'review.dueSoon': OfReview
  'review.dueToday': OfReview
  'review.overdue': OfReview
  'review.replaced': { number: number }
  'review.closed': { number: number; reason: string }
  /** To those who lead the review: what to do about it. */
  'review.declined': OfReviewing & { expert: string; reason: string }
  'review.late': OfReviewing & { expert: string; dueOn: Day }
  'review.finished': OfReviewing
  'review.needsExtra': OfReviewing & { spread: string; limit: number }
  /** To the experts who read it: what became of the application. */
  'review.outcomeKnown': { number: number; granted: boolean; order: string }
  'status.suspended': OfStanding
  'status.resumed': OfStanding
  'status.extended': OfStanding
  'status.terminated': OfStanding
  /** The last day of a status comes near, or was yesterday. */
  'status.endsSoon': { site: string; on: Day }
  'status.over': { site: string; on: Day }
  'statusCase.started': OfCase & { reason: string }
  'statusCase.explanationAsked': OfCase & { dueOn: Day }
  'statusCase.explained': OfCase
  'statusCase.proposed': OfCase
  'statusCase.sentBack': OfCase & { remark: string }
  'statusCase.dropped': OfCase & { reason: string }
  'contract.awaitsSignature': { site: string }
  'contract.inForce': { site: string; number: string; to: Day }
  'contract.ended': { site: string; number: string; on: Day; reason: string }
  'contract.endsSoon': { site: string; number: string; on: Day }
}
export type NoticeKind = keyof NoticeParams

/** What one person is told of one thing. */
export type Notice<Kind extends NoticeKind = NoticeKind> = {
  [One in Kind]: {
    readonly personId: string
    readonly kind: One
    readonly subjectId: string
    readonly params: Readonly<NoticeParams[One]>
    /** The day it belongs to, when that is not today: a reminder caught up with later. */
    readonly onDay?: Day
  }
}[Kind]

/** What cannot wait for the letter of the day. */
export const urgentKinds: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'call.announced',
  'call.extended',
  'call.revoked',
  'application.unsent',
  'order.awaitingSignature',
  'plan.returned',
  'report.returned',
  'report.dueToday',
  'application.invited',
  'application.voteAsked',
  'application.received',
  'application.admitted',
  'application.returned',
  'information.asked',
  'information.dueToday',
  'submission.awaitsDecision',
  'review.assigned',
  'review.dueToday',
  'review.overdue',
  'review.replaced',
  'review.closed',
  'submission.returned',
  'application.granted',
  'application.declined',
  'application.reopened',
  'status.suspended',
  'status.terminated',
  'statusCase.explanationAsked',
])
