import type {
  ApplicationId,
  CallId,
  ContractId,
  EventId,
  FileId,
  OperatorSubmissionId,
  OrderId,
  OrganisationId,
  PersonId,
  PlanId,
  ProgrammeId,
  RegulationId,
  ReportId,
  ReviewId,
  SiteId,
  StatusCaseId,
  TraineeshipId,
  TryOutId,
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
  edition: RegulationId
  event: EventId
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
  traineeship: TraineeshipId
  tryout: TryOutId
}

/** An address: its pattern for the router, and a function that fills it for links. */
export type Path<Pattern extends string = string> = ((params: Filling<Pattern>, query?: Query) => string) & {
  readonly pattern: Pattern
}
type Filling<Pattern extends string> = { readonly [Name in ParamNames<Pattern>]: string }
type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const pieces = pattern.split(/:(\w+)/) // texts, and between them names
  const fill = (params: Filling<Pattern> & Readonly<Record<string, string>>, query?: Query) =>
    pieces.map((piece, n) => (n % 2 === 0 ? piece : encodeURIComponent(params[piece] ?? ''))).join('') + queryText(query)
  return Object.assign(fill, { pattern })
}

/** «?a=1&b=2» of what is not empty. */
export function queryText(query: Query | undefined): string {
  if (query === undefined) return ''
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined && one !== '') pairs.append(name, String(one))
  }
  const text = pairs.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * Every address of the product, opened by the module that serves it in its own `paths.ts`; nouns only, a verb is a resource of its own
 * (`submissions`, `signatures`). An address nobody opened does not compile.
 */
export interface Paths extends Own {}

/** The sections of the navigations, each named by the module whose row it is. */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge theirs into it
export interface Sections {}
export type Section = keyof Sections

/** The addresses of a module, to be merged into `Paths`. */
export type Opened<Own> = Own

const own = {
  view: path('/view'),
  health: path('/health'),
  ready: path('/ready'),
  keptForm: path('/kept-forms/:form'),
} as const
type Own = typeof own

export const paths = { ...own } as Paths

/** Opens the addresses of a module to links everywhere, and gives back all addresses. Two modules cannot open one name. */
export function open(addresses: Readonly<Record<string, Path>>): Paths {
  for (const name of Object.keys(addresses)) if (name in paths) throw new Error(`two modules open the address ${name}`)
  return Object.assign(paths, addresses)
}
