import type {
  ApplicationId,
  CallId,
  ContractId,
  FileId,
  OperatorSubmissionId,
  OrderId,
  OrganisationId,
  PersonId,
  PlanId,
  ProgrammeId,
  ReportId,
  ReviewId,
  SiteId,
  StatusCaseId,
} from '../kernel/types.ts'

/** Names of the parameters in a pattern: `'/t/:territory/sites/:site'` has `territory` and `site`. */
type ParamNames<Pattern extends string> = Pattern extends `${infer Head}/${infer Tail}`
  ? ParamNames<Head> | ParamNames<Tail>
  : Pattern extends `:${infer Name}`
    ? Name
    : never
/** What a request brings in its address; the kit has looked that an id has the form of one. */
export type Params<Pattern extends string> = {
  readonly [Name in ParamNames<Pattern>]: Param<Name>
}
export type Param<Name extends string> = Name extends keyof IdOfParam ? IdOfParam[Name] : string
type IdOfParam = {
  application: ApplicationId
  call: CallId
  case: StatusCaseId
  contract: ContractId
  file: FileId
  order: OrderId
  organisation: OrganisationId
  person: PersonId
  plan: PlanId
  programme: ProgrammeId
  report: ReportId
  review: ReviewId
  site: SiteId
  submission: OperatorSubmissionId
}

/** An address: its pattern for the router, and a function that fills it for links. */
export type Path<Pattern extends string = string> = ((params: Filling<Pattern>, query?: Query) => string) & {
  readonly pattern: Pattern
}
type Filling<Pattern extends string> = { readonly [Name in ParamNames<Pattern>]: string }
type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const fill = (params: Filling<Pattern>, query?: Query) =>
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent((params as Record<string, string>)[name] ?? '')) +
    queryText(query)
  return Object.assign(fill, { pattern })
}

/** «?a=1&b=2» of what is not empty. */
export function queryText(query: Query | undefined): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined && one !== '') pairs.append(name, String(one))
  }
  const text = pairs.toString()
  return text === '' ? '' : `?${text}`
}

/** Every address of the product. Nouns only; a verb is a resource of its own (`submissions`, `signatures`). */
export const paths = {
  // Public
  register: path('/'),
  registerJson: path('/register.json'),
  publicSite: path('/sites/:territory/:site'),
  publicOrders: path('/orders'),
  publicOrder: path('/orders/:territory/:order'),
  publicOrderDocument: path('/orders/:territory/:order/document/:format'),
  publicCalls: path('/calls'),
  publicCallsJson: path('/calls.json'),
  publicCall: path('/calls/:territory/:call'),
  publicRegulation: path('/regulations/:territory'),
  help: path('/help'),
  privacy: path('/privacy'),
  accessibility: path('/accessibility'),
  openData: path('/open-data'),
  view: path('/view'),
  health: path('/health'),
  ready: path('/ready'),
  // Accounts
  signIn: path('/sign-in'),
  demoSignIn: path('/sign-in/demo'),
  signOut: path('/sign-out'),
  invitation: path('/invitations/:token'),
  forgottenPassword: path('/forgotten-password'),
  newPassword: path('/new-passwords/:token'),
  myTerritories: path('/my'),
  keptForm: path('/kept-forms/:form'),
  session: path('/my/session'),
  access: path('/my/access'),
  accessPassword: path('/my/access/passwords'),
  accessSessions: path('/my/access/session-ends'),
  // A territory
  tasks: path('/t/:territory'),
  notices: path('/t/:territory/notices'),
  noticesRead: path('/t/:territory/notices/readings'),
  search: path('/t/:territory/search'),
  clock: path('/t/:territory/clock'),
  regulation: path('/t/:territory/regulation'),
  regulationDocument: path('/t/:territory/regulation/document/:format'),
  history: path('/t/:territory/history'),

  organisations: path('/t/:territory/organisations'),
  newOrganisation: path('/t/:territory/organisations/new'),
  organisation: path('/t/:territory/organisations/:organisation'),
  editOrganisation: path('/t/:territory/organisations/:organisation/edit'),
  supportNeeds: path('/t/:territory/organisations/:organisation/support-needs'),
  supportNeedEnd: path('/t/:territory/organisations/:organisation/support-needs/:need/end'),
  people: path('/t/:territory/people'),
  newPerson: path('/t/:territory/people/new'),
  person: path('/t/:territory/people/:person'),
  editPerson: path('/t/:territory/people/:person/edit'),
  personPosts: path('/t/:territory/people/:person/posts'),
  personPostEnd: path('/t/:territory/people/:person/posts/:post/end'),
  personQualifications: path('/t/:territory/people/:person/qualifications'),
  personAchievements: path('/t/:territory/people/:person/achievements'),
  personRoles: path('/t/:territory/people/:person/roles'),
  personRoleEnd: path('/t/:territory/people/:person/roles/:role/end'),
  personInvitations: path('/t/:territory/people/:person/invitations'),
  personInvitationWithdrawals: path('/t/:territory/people/:person/invitations/withdrawals'),

  orders: path('/t/:territory/orders'),
  newOrder: path('/t/:territory/orders/new'),
  order: path('/t/:territory/orders/:order'),
  editOrder: path('/t/:territory/orders/:order/edit'),
  orderSubmissions: path('/t/:territory/orders/:order/submissions'),
  orderWithdrawals: path('/t/:territory/orders/:order/withdrawals'),
  orderSendBacks: path('/t/:territory/orders/:order/send-backs'),
  orderSignatures: path('/t/:territory/orders/:order/signatures'),
  orderPublicForm: path('/t/:territory/orders/:order/public-form'),
  orderPublications: path('/t/:territory/orders/:order/publications'),
  orderDeletions: path('/t/:territory/orders/:order/deletions'),
  orderDocument: path('/t/:territory/orders/:order/document/:format'),
  orderAcquaintance: path('/t/:territory/orders/:order/acquaintance'),
  orderAcquaintanceDocument: path('/t/:territory/orders/:order/acquaintance/document/:format'),
  orderControl: path('/t/:territory/orders/:order/control'),
  assignment: path('/t/:territory/assignments/:assignment'),
  assignmentReports: path('/t/:territory/assignments/:assignment/reports'),
  assignmentDecisions: path('/t/:territory/assignments/:assignment/decisions'),

  sites: path('/t/:territory/sites'),
  site: path('/t/:territory/sites/:site'),
  sitePeople: path('/t/:territory/sites/:site/people'),
  siteAppointments: path('/t/:territory/sites/:site/appointments'),
  appointmentEnd: path('/t/:territory/sites/:site/appointments/:appointment/end'),
  siteHistory: path('/t/:territory/sites/:site/history'),

  plans: path('/t/:territory/plans'),
  sitePlans: path('/t/:territory/sites/:site/plans'),
  plan: path('/t/:territory/plans/:plan'),
  planEdit: path('/t/:territory/plans/:plan/edit'),
  planSubmissions: path('/t/:territory/plans/:plan/submissions'),
  planWithdrawals: path('/t/:territory/plans/:plan/withdrawals'),
  planDecisions: path('/t/:territory/plans/:plan/decisions'),
  planVersions: path('/t/:territory/plans/:plan/versions'),
  planVersionDrops: path('/t/:territory/plans/:plan/version-drops'),
  planComparison: path('/t/:territory/plans/:plan/comparison'),
  planDocument: path('/t/:territory/plans/:plan/document/:format'),
  planLine: path('/t/:territory/plans/:plan/lines/:line'),
  executionFile: path('/t/:territory/plans/:plan/lines/:line/files/:file'),

  reports: path('/t/:territory/reports'),
  siteReports: path('/t/:territory/sites/:site/reports'),
  report: path('/t/:territory/reports/:report'),
  reportEdit: path('/t/:territory/reports/:report/edit'),
  reportSubmissions: path('/t/:territory/reports/:report/submissions'),
  reportWithdrawals: path('/t/:territory/reports/:report/withdrawals'),
  reportDecisions: path('/t/:territory/reports/:report/decisions'),
  reportDocument: path('/t/:territory/reports/:report/document/:format'),

  calls: path('/t/:territory/calls'),
  call: path('/t/:territory/calls/:call'),
  callSummary: path('/t/:territory/calls/:call/summary'),
  callReviews: path('/t/:territory/calls/:call/reviews'),
  callProposals: path('/t/:territory/calls/:call/proposed-reviewers'),
  callProtocols: path('/t/:territory/calls/:call/protocols'),
  callSubmissions: path('/t/:territory/calls/:call/submissions'),

  applications: path('/t/:territory/applications'),
  newApplication: path('/t/:territory/applications/new'),
  application: path('/t/:territory/applications/:application'),
  applicationSection: path('/t/:territory/applications/:application/sections/:section'),
  applicationTheme: path('/t/:territory/applications/:application/theme'),
  applicationHead: path('/t/:territory/applications/:application/head'),
  applicationProtocol: path('/t/:territory/applications/:application/protocol'),
  applicationAdviser: path('/t/:territory/applications/:application/adviser'),
  applicationOrganisation: path('/t/:territory/applications/:application/organisations/:organisation'),
  applicationCheckAnswers: path('/t/:territory/applications/:application/answers'),
  applicationPreview: path('/t/:territory/applications/:application/preview'),
  applicationOrganisations: path('/t/:territory/applications/:application/organisations'),
  applicationConfirmation: path('/t/:territory/applications/:application/organisations/:organisation/confirmation'),
  applicationOrganisationRemoval: path('/t/:territory/applications/:application/organisations/:organisation/removal'),
  applicationVote: path('/t/:territory/applications/:application/organisations/:organisation/vote'),
  applicationEditors: path('/t/:territory/applications/:application/editors'),
  applicationEditorRemoval: path('/t/:territory/applications/:application/editors/:person/removal'),
  applicationEvidence: path('/t/:territory/applications/:application/evidence'),
  applicationEvidenceRemoval: path('/t/:territory/applications/:application/evidence/:evidence/removal'),
  applicationFile: path('/t/:territory/applications/:application/files/:file'),
  applicationSubmissions: path('/t/:territory/applications/:application/submissions'),
  applicationWithdrawals: path('/t/:territory/applications/:application/withdrawals'),
  applicationDeletions: path('/t/:territory/applications/:application/deletions'),
  applicationRound: path('/t/:territory/applications/:application/rounds/:round'),
  applicationComparison: path('/t/:territory/applications/:application/comparison'),
  applicationDocument: path('/t/:territory/applications/:application/document/:format'),
  applicationChecks: path('/t/:territory/applications/:application/checks'),
  applicationReturns: path('/t/:territory/applications/:application/returns'),
  applicationRequests: path('/t/:territory/applications/:application/requests'),
  applicationAnswer: path('/t/:territory/applications/:application/requests/:request/answer'),
  applicationRequestWithdrawal: path('/t/:territory/applications/:application/requests/:request/withdrawal'),
  applicationsToCheck: path('/t/:territory/checks'),
  applicationReviews: path('/t/:territory/applications/:application/reviews'),
  applicationReviewEndings: path('/t/:territory/applications/:application/review-endings'),
  applicationProgramme: path('/t/:territory/applications/:application/programme'),

  programme: path('/t/:territory/programmes/:programme'),
  programmePart: path('/t/:territory/programmes/:programme/parts/:part'),
  programmeTopic: path('/t/:territory/programmes/:programme/topics/:topic'),
  programmeComparison: path('/t/:territory/programmes/:programme/comparison'),
  programmeCopies: path('/t/:territory/programmes/:programme/copies'),
  programmeImports: path('/t/:territory/programmes/:programme/imports'),
  programmeImport: path('/t/:territory/programmes/:programme/imports/:import'),
  programmeDocument: path('/t/:territory/programmes/:programme/document/:format'),
  programmeVersions: path('/t/:territory/programmes/:programme/versions'),
  programmeVersionDrops: path('/t/:territory/programmes/:programme/version-drops'),
  programmeFixings: path('/t/:territory/programmes/:programme/fixings'),
  siteProgrammes: path('/t/:territory/sites/:site/programmes'),

  experts: path('/t/:territory/experts'),
  newExpert: path('/t/:territory/experts/new'),
  expertEnd: path('/t/:territory/experts/:expert/end'),
  reviews: path('/t/:territory/reviews'),
  review: path('/t/:territory/reviews/:review'),
  reviewDeclarations: path('/t/:territory/reviews/:review/declarations'),
  reviewRefusals: path('/t/:territory/reviews/:review/refusals'),
  reviewEdit: path('/t/:territory/reviews/:review/edit'),
  reviewSendings: path('/t/:territory/reviews/:review/sendings'),
  reviewPaper: path('/t/:territory/reviews/:review/paper'),
  reviewReplacements: path('/t/:territory/reviews/:review/replacements'),
  reviewFile: path('/t/:territory/reviews/:review/files/:file'),
  reviewProgrammeDocument: path('/t/:territory/reviews/:review/programme/:format'),
  reviewDocument: path('/t/:territory/reviews/:review/document/:format'),
  protocol: path('/t/:territory/protocols/:protocol'),
  protocolSignatures: path('/t/:territory/protocols/:protocol/signatures'),
  protocolDocument: path('/t/:territory/protocols/:protocol/document/:format'),

  operatorSubmissions: path('/t/:territory/submissions'),
  operatorSubmission: path('/t/:territory/submissions/:submission'),
  operatorSubmissionEdit: path('/t/:territory/submissions/:submission/edit'),
  operatorSubmissionDrops: path('/t/:territory/submissions/:submission/drops'),
  operatorSubmissionSendings: path('/t/:territory/submissions/:submission/sendings'),
  operatorSubmissionReturns: path('/t/:territory/submissions/:submission/returns'),
  operatorSubmissionDecisions: path('/t/:territory/submissions/:submission/decisions'),
  operatorSubmissionDocument: path('/t/:territory/submissions/:submission/document/:format'),
  directDecisions: path('/t/:territory/decisions'),

  contracts: path('/t/:territory/contracts'),
  siteContracts: path('/t/:territory/sites/:site/contracts'),
  contract: path('/t/:territory/contracts/:contract'),
  contractEdit: path('/t/:territory/contracts/:contract/edit'),
  contractSignatures: path('/t/:territory/contracts/:contract/signatures'),
  contractWithdrawals: path('/t/:territory/contracts/:contract/withdrawals'),
  contractScans: path('/t/:territory/contracts/:contract/scans'),
  contractEnd: path('/t/:territory/contracts/:contract/end'),
  contractFile: path('/t/:territory/contracts/:contract/files/:file'),
  contractDocument: path('/t/:territory/contracts/:contract/document/:format'),

  siteStatus: path('/t/:territory/sites/:site/status'),
  siteStatusCases: path('/t/:territory/sites/:site/status-cases'),
  statusCases: path('/t/:territory/status-cases'),
  statusCase: path('/t/:territory/status-cases/:case'),
  statusCaseEvidence: path('/t/:territory/status-cases/:case/evidence'),
  statusCaseFile: path('/t/:territory/status-cases/:case/files/:file'),
  statusCaseExplanationRequests: path('/t/:territory/status-cases/:case/explanation-requests'),
  statusCaseExplanations: path('/t/:territory/status-cases/:case/explanations'),
  statusCaseSubmissions: path('/t/:territory/status-cases/:case/submissions'),
  statusCaseReturns: path('/t/:territory/status-cases/:case/returns'),
  statusCaseOrders: path('/t/:territory/status-cases/:case/orders'),
  statusCaseEndings: path('/t/:territory/status-cases/:case/endings'),
  statusCaseDocument: path('/t/:territory/status-cases/:case/document/:format'),

  // Only in development and demonstration
  components: path('/dev/components'),
} as const
