import type { JSX } from 'preact'
import type { z } from 'zod'
import type { Acting, Ctx } from '../authz/ctx.ts'
import type { Permission, Subject } from '../authz/policy.ts'
import type { Visitor } from '../authz/visitor.ts'
import type { Db, Tx } from '../db/pool.ts'
import type { SentFile } from '../files/incoming.ts'
import type { Contacts } from '../kernel/contacts.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/types.ts'
import type { FormState } from '../ui/fields.ts'
import type { Params, Path, Section } from './paths.ts'

/** What a page handler gives; the kit puts it into the layout. */
export type Page = {
  readonly title: string
  readonly body: JSX.Element
  readonly section?: Section
  readonly status?: number /** The browser asks for it again after so many seconds, without a script. */
  readonly refresh?: number
}

/**
 * A response that takes long to make and needs the database no more: made after the transaction of the page has ended. It is told for
 * whom it is made and whether this is a demonstration, whose papers say so.
 */
export type Later = (whose: string, isDemonstration: boolean) => Promise<Response>

/** A page, a ready response (a file, a redirect), one to be made later, or a "no". */
export type Answer = Page | Response | Later | Refusal

/** What a page of a territory is made from. `form` is set when a form is shown again; `conflict` when someone else was faster. */
export type PageRequest<Pattern extends string = string, Query = unknown> = {
  readonly ctx: Ctx
  readonly tx: Tx
  readonly params: Params<Pattern>
  readonly query: Query
  readonly form: FormState | null
  readonly conflict: boolean
}

/** Loads what a permission is asked about; null when there is no such thing here. */
export type SubjectOf<Pattern extends string> = (request: {
  ctx: Ctx
  tx: Tx
  params: Params<Pattern>
}) => Promise<Subject | null>

export type TerritoryAccess = {
  readonly kind: 'territory'
  readonly permits: Permission
  /** A missing permission to see the thing at all makes it "not found" rather than "forbidden". */
  readonly sees?: Permission
  readonly subject?: SubjectOf<string>
}

export type GetRoute = {
  readonly method: 'GET'
  readonly path: Path
  readonly access: TerritoryAccess
  readonly query: z.ZodType | null
  readonly isTable: boolean
  readonly page: (request: PageRequest) => Promise<Answer>
}

export type PostRequest<Pattern extends string, Form> = {
  readonly ctx: Acting
  readonly params: Params<Pattern>
  readonly form: Form
  readonly files: Readonly<Record<string, readonly SentFile[]>>
  /** The version of the thing that the person was editing (`_version`), for telling a conflict. */
  readonly version: number
}
type Next = { readonly to: string; readonly notice?: string }

export type PostRoute = {
  readonly method: 'POST'
  readonly path: Path
  readonly access: TerritoryAccess
  readonly form: z.ZodType
  /** Most bytes of the whole body, files with it. */
  readonly most: number
  readonly act: (request: PostRequest<string, unknown>) => Promise<Result<unknown>>
  readonly next: (done: { ctx: Ctx; params: Params<string>; form: unknown; value: unknown }) => Next
  /** For what may be seen once only: a page given at once instead of going on. Nothing of it is kept; a second press goes where `next` says. */
  readonly shows: ((request: PageRequest & { readonly value: unknown }) => Promise<Page | null>) | null
  readonly again: ((request: PageRequest) => Promise<Answer>) | null
  /** For buttons that only change the form itself (one row more, one less): the new text of the form, shown again by `again`; nothing is done. */
  readonly reshape: ((values: FormState['values']) => FormState['values'] | null) | null
}

export type PublicRequest<Pattern extends string = string, Query = unknown> = {
  readonly visitor: Visitor
  readonly contacts: Contacts
  /** Where this installation answers, for an address that leaves the browser. */
  readonly origin: string
  readonly tx: Tx
  readonly params: Params<Pattern>
  readonly query: Query
  /** What the answer may be kept by: see `PublicRoute.stamp`. */
  readonly stamp: string | null
}
/** Another text whenever an answer may say something else. */
export type StampOf = (db: Db, now: Instant) => Promise<string>

export type PublicRoute = {
  readonly method: 'GET'
  readonly path: Path
  readonly access: { readonly kind: 'public' }
  readonly query: z.ZodType | null
  readonly isTable: boolean
  /** For answers that are kept for strangers while it stands; null: made anew each time. */
  readonly stamp: StampOf | null
  readonly page: (request: PublicRequest) => Promise<Answer>
}

export type Route = GetRoute | PostRoute | PublicRoute

const ordinaryBody = 1024 * 1024

export type Access<Pattern extends string> = { permits: Permission; sees?: Permission; subject?: SubjectOf<NoInfer<Pattern>> }
const accessOf = <Pattern extends string>({ permits, sees, subject }: Access<Pattern>): TerritoryAccess => ({
  kind: 'territory',
  permits,
  sees,
  subject: subject,
})

type Asked<Query> = { query?: Query; isTable?: boolean }
const askedOf = ({ query, isTable }: Asked<z.ZodType>) => ({ query: query ?? null, isTable: isTable ?? false })

/** A page of a territory. Without `permits` it does not compile. `isTable`: all rows to save, which may take long and waits for its turn. */
export function get<Pattern extends string, Query extends z.ZodType = z.ZodType<Record<string, never>>>(
  path: Path<Pattern>,
  spec: Access<Pattern> & Asked<Query> & { page: (request: PageRequest<Pattern, z.infer<Query>>) => Promise<Answer> },
): GetRoute {
  return { method: 'GET', path, access: accessOf(spec), ...askedOf(spec), page: spec.page as GetRoute['page'] }
}

/**
 * A form of a territory. `act` runs the command; `next` says where to go and what to tell; `again` shows the form once more with
 * the person's text when the form or a rule refuses (422) or someone else was faster (409).
 */
export function post<Pattern extends string, Form extends z.ZodType, Value>(
  path: Path<Pattern>,
  spec: Access<Pattern> & {
    form: Form
    most?: number
    act: (request: PostRequest<Pattern, z.infer<Form>>) => Promise<Result<Value>>
    next: (done: { ctx: Ctx; params: Params<Pattern>; form: z.infer<Form>; value: Value }) => Next
    shows?: (request: PageRequest<Pattern, Record<string, never>> & { readonly value: Value }) => Promise<Page | null>
    again?: (request: PageRequest<Pattern, Record<string, never>>) => Promise<Answer>
    reshape?: (values: FormState['values']) => FormState['values'] | null
  },
): PostRoute {
  const { form, most = ordinaryBody, act, next, shows = null, again = null, reshape = null } = spec
  return { method: 'POST', path, access: accessOf(spec), form, most, act, next, shows, again, reshape } as PostRoute
}

type FormAt<Pattern extends string, Form extends z.ZodType, Value> = Omit<
  Parameters<typeof post<Pattern, Form, Value>>[1],
  'again'
> & { page: (request: PageRequest<Pattern, Record<string, never>>) => Promise<Answer> }

/** A page of one form: shown at its address, sent there, and shown there again when it is refused. */
export const formAt = <Pattern extends string, Form extends z.ZodType, Value>(
  path: Path<Pattern>,
  { page, ...spec }: FormAt<Pattern, Form, Value>,
): [GetRoute, PostRoute] => [
  get(path, { permits: spec.permits, sees: spec.sees, subject: spec.subject, page }),
  post(path, { ...spec, again: page }),
]

/** A page anyone may open. Its transaction sees only public tables. */
export function publicGet<Pattern extends string, Query extends z.ZodType = z.ZodType<Record<string, never>>>(
  path: Path<Pattern>,
  spec: Asked<Query> & { stamp?: StampOf; page: (request: PublicRequest<Pattern, z.infer<Query>>) => Promise<Answer> },
): PublicRoute {
  const { stamp = null, page } = spec
  return { method: 'GET', path, access: { kind: 'public' }, ...askedOf(spec), stamp, page: page as PublicRoute['page'] }
}

/** Another page instead. An address without a host is enough for a browser, and the program does not know its own. */
export const seeOther = (to: string): Response => new Response(null, { status: 303, headers: { Location: to } })

export const notFound: Refusal = { code: 'notFound' }
export const isRefusal = (answer: Answer): answer is Refusal => typeof answer === 'object' && 'code' in answer
