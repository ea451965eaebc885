/** A calendar day, `YYYY-MM-DD`, with no time zone of its own. */
export type Day = string

/** A moment in time. */
export type Instant = Date

/** Days from `from` to `to`, both inclusive; `to: null` means "until further notice". */
export type Period = { readonly from: Day; readonly to: Day | null }

type Id<Name extends string> = string & { readonly __id: Name }
export type TerritoryId = Id<'Territory'>
export type AccountId = Id<'Account'>
export type PersonId = Id<'Person'>
export type OrganisationId = Id<'Organisation'>
export type OrderId = Id<'Order'>
export type SiteId = Id<'Site'>
export type PlanId = Id<'Plan'>
export type PlanVersionId = Id<'PlanVersion'>
export type ReportId = Id<'Report'>
export type FileId = Id<'File'>
export type CallId = Id<'Call'>
export type ApplicationId = Id<'Application'>
export type ProgrammeId = Id<'Programme'>
export type ProgrammeVersionId = Id<'ProgrammeVersion'>
export type ReviewId = Id<'Review'>
export type OperatorSubmissionId = Id<'OperatorSubmission'>
export type ContractId = Id<'Contract'>
export type StatusCaseId = Id<'StatusCase'>
export type EventId = Id<'Event'>
export type TraineeshipId = Id<'Traineeship'>
export type TryOutId = Id<'TryOut'>
export type DeficitId = Id<'Deficit'>
export type RouteId = Id<'Route'>
export type TraineeshipRowId = Id<'TraineeshipRow'>
export type CertificateId = Id<'Certificate'>
export type CertificateRunId = Id<'CertificateRun'>
export type EventPlaceId = Id<'EventPlace'>
export type PlanProposalId = Id<'PlanProposal'>
export type CalendarDaysId = Id<'CalendarDays'>
export type AdaptationId = Id<'Adaptation'>
export type WorkingGroupId = Id<'WorkingGroup'>
export type GroupMemberId = Id<'GroupMember'>
export type MeetingId = Id<'Meeting'>
export type MeetingGuestId = Id<'MeetingGuest'>
export type MeetingItemId = Id<'MeetingItem'>
export type MeetingDecisionId = Id<'MeetingDecision'>
export type PairId = Id<'Pair'>
export type PairEvidenceId = Id<'PairEvidence'>
export type PairMeetingId = Id<'PairMeeting'>
export type RegulationId = Id<'Regulation'>
export type RegulationLineId = Id<'RegulationLine'>
