import { z } from 'zod'
import { type Ctx, may } from '../authz/ctx.ts'
import type { Permission, Subject } from '../authz/policy.ts'
import { once } from '../db/once.ts'
import type { Tx } from '../db/pool.ts'
import type { Doc } from '../documents/model.ts'
import { serveFile } from '../files/serve.ts'
import type { Result } from '../kernel/result.ts'
import type { Day, FileId } from '../kernel/types.ts'
import { asked } from '../web/address.ts'
import { paper } from '../web/paper.ts'
import type { Path } from '../web/paths.ts'
import { type Answer, type GetRoute, get, notFound, type PageRequest, type SubjectOf } from '../web/route.ts'

/** Where and when one asks. */
export type Where = Pick<Ctx, 'territory' | 'today'>
/** Whose id it takes is known to the owner alone: the name of the thing in the address says it. */
export type Load<Opened> = { load(tx: Tx, ctx: Where, id: string): Promise<Opened | null> }['load']

/** Something of a territory that has pages and deeds: how it is found, who may see it, what permissions are asked about. */
export type ThingSpec<Opened, Param extends string> = {
  /** Its name in addresses: `contract` of `/t/:territory/contracts/:contract`. */
  readonly param: Param
  readonly sees: Permission
  /** For reading; null when the territory has no such thing. */
  readonly open: Load<Opened>
  /** The same, locked until the end of the transaction: whoever comes second sees what the first has done. */
  readonly lock: Load<Opened>
  /** Whom a permission is asked about; null when the thing has no such part as the address names. */
  readonly concerns: (opened: Opened, asked: Asked) => Omit<Subject, 'territoryId'> | null
  /** Whether what it belongs to may be written about on a day. */
  readonly standing?: (opened: Opened, today: Day) => Result<null>
}

/** What is asked: a permission, about the thing or about the part of it that the address names. */
export type Asked = { readonly permission: Permission; readonly named: Readonly<Record<string, string>> }

/** What a page of a thing is made from; `refused` names the deed whose form is shown again. */
export type ThingRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & {
  readonly params: Readonly<Record<string, string>>
  /** What else the address asks, where its page says that it takes it. */
  readonly query: Readonly<Record<string, string | undefined>>
  readonly refused: string | null
}
export type ThingPage<Opened> = (opened: Opened, request: ThingRequest) => Answer | Promise<Answer>

/** An address of a thing: it has a territory and this thing, and nothing else has to be known. */
export type At<Param extends string> = { readonly pattern: string } & ((
  params: { readonly territory: string } & Readonly<Record<Param, string>>,
) => string)

/** An address with the parameters it was asked at, which name its thing. */
export const filled = <Param extends string>(at: At<Param>, params: Readonly<Record<string, string>>): string =>
  at(params as Parameters<At<Param>>[0])

/** An address as the router knows it. */
export const routed = (at: { readonly pattern: string }): Path => at as Path

export type Thing<Opened, Param extends string = string> = ThingSpec<Opened, Param> & {
  /** Whom a permission is asked about; null when there is no such part. */
  readonly subjectOf: (
    ctx: Pick<Ctx, 'territory'>,
    opened: Opened,
    permission: Permission,
    named?: Asked['named'],
  ) => Subject | null
  readonly may: (ctx: Ctx, permission: Permission, opened: Opened, named?: Asked['named']) => boolean
  /** What the policy is asked about at the addresses for seeing it. */
  readonly subject: SubjectOf<string>
  /** The same where another permission is asked. */
  readonly subjectFor: (permission: Permission) => SubjectOf<string>
  /** A page of it; `asks` names what its address may ask besides. */
  readonly page: (at: Pattern, show: ThingPage<Opened>, permits?: Permission, asks?: readonly string[]) => GetRoute
  /** The same shown again after a form that is no deed of it was refused. */
  readonly again: (show: ThingPage<Opened>) => (request: PageRequest<string, ThingRequest['query']>) => Promise<Answer>
  /** Its files, each at `:file` of the address. */
  readonly files: (at: Pattern, idsOf: From<Opened, readonly (FileId | null | undefined)[]>) => GetRoute
  /** A document about it, printed in the `:format` of the address; null when there is none. */
  readonly papers: (at: Pattern, docOf: From<Opened, Doc | null>, permits?: Permission) => GetRoute
}

type Pattern = { readonly pattern: string }
type From<Opened, Found> = (opened: Opened, request: ThingRequest) => Found | Promise<Found>

let things = 0

export function thing<Opened, const Param extends string>(spec: ThingSpec<Opened, Param>): Thing<Opened, Param> {
  const { param, sees, concerns } = spec
  const key = `thing ${++things}`
  // Who may see it and what is shown are asked of the same thing.
  const open: typeof spec.open = (tx, ctx, id) => once(tx, `${key} ${id}`, () => spec.open(tx, ctx, id))
  const subjectOf: Thing<Opened, Param>['subjectOf'] = (ctx, opened, permission, named = {}) => {
    const about = concerns(opened, { permission, named })
    return about && { territoryId: ctx.territory.id, ...about }
  }
  const subjectFor =
    (permission: Permission): SubjectOf<string> =>
    async ({ ctx, tx, params }) => {
      const opened = await open(tx, ctx, idOf(params, param))
      return opened === null ? null : subjectOf(ctx, opened, permission, params)
    }
  const page: Thing<Opened, Param>['page'] = (at, show, permits = sees, asks = []) =>
    get(routed(at), {
      permits,
      sees,
      subject: subjectFor(permits),
      query: z.object(Object.fromEntries(asks.map((name) => [name, asked]))),
      page: (request) => shown({ open, param }, show, { ...request, refused: null }),
    })
  return {
    ...spec,
    open,
    subjectOf,
    may: (ctx, permission, opened, named) => {
      const subject = subjectOf(ctx, opened, permission, named)
      return subject !== null && may(ctx, permission, subject)
    },
    subject: subjectFor(sees),
    subjectFor,
    page,
    again: (show) => (request) => shown({ open, param }, show, { ...request, refused: null }),
    files: (at, idsOf) =>
      page(at, async (opened, request) => {
        const id = (await idsOf(opened, request)).find((one) => one === request.params.file)
        return id ? serveFile(request.tx, request.ctx.territory.id, id) : notFound
      }),
    papers: (at, docOf, permits) =>
      page(
        at,
        async (opened, request) => {
          const doc = await docOf(opened, request)
          return doc === null ? notFound : paper(doc, idOf(request.params, 'format'))
        },
        permits,
      ),
  }
}

export const idOf = (params: Readonly<Record<string, string>>, param: string): string => params[param]!

/** Opens the thing of an address and shows it. */
export async function shown<Opened>(
  { open, param }: Pick<ThingSpec<Opened, string>, 'open' | 'param'>,
  show: ThingPage<Opened>,
  request: ThingRequest,
): Promise<Answer> {
  const opened = await open(request.tx, request.ctx, idOf(request.params, param))
  return opened === null ? notFound : show(opened, request)
}
