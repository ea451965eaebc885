import { z } from 'zod'
import type { Acting, Ctx } from '../authz/ctx.ts'
import type { Permission } from '../authz/policy.ts'
import type { Tx } from '../db/pool.ts'
import { transact } from '../db/transact.ts'
import { newId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type PostRoute, post } from '../web/route.ts'
import type { Begun } from './case.ts'
import { held } from './deed.ts'
import type { Rule } from './deed-types.ts'
import { type Fields, readsOf, typedIn, type ValueOf, written } from './form/fields.ts'
import { whyClosed } from './guard.ts'
import { type At, filled, idOf, routed, shown, type Thing, type ThingPage } from './thing.ts'
import { factsOf, type Happened, noticesOf, type Perhaps, report, type Told } from './told.ts'

type Given<Held, Input> = { readonly ctx: Ctx; readonly held: Held; readonly input: Input }
type Made<Held, Input, More> = Given<Held, Input> & { readonly made: More; readonly id: string }

type OpeningSpec<Held, Input, More, Values, Param extends string> = {
  readonly at: At<Param>
  readonly permits: Permission
  /** It may be begun although what it is begun on is at rest. */
  readonly anyStanding?: boolean
  /** What stands in its fields at first; without it they are empty. */
  readonly begins?: (given: { readonly ctx: Ctx; readonly held: Held }) => Readonly<Record<string, unknown>>
  /** What the thing it is opened on lacks for it. */
  readonly lacks?: Rule<{ readonly ctx: Ctx; readonly held: Held }>
  readonly rule?: Rule<Given<Held, Input>>
  /** The one begun before, when there is never a second: it is opened instead. */
  readonly there?: (tx: Tx, given: Given<Held, Input>) => Promise<string | undefined>
  readonly also?: (tx: Tx, given: Given<Held, Input>) => Promise<Result<More>>
  readonly values: (given: Made<Held, Input, More>) => Values
  readonly tell?: (given: Made<Held, Input, More>, tx: Tx) => Perhaps<Told>
  readonly fact: (given: Made<Held, Input, More>, tx: Tx) => Perhaps<Happened>
  /** What the person is told on the page of what was opened. */
  readonly done: string
  /** How it is asked for: a sheet under a title, with a button. */
  readonly ask?: AskedFor
}
type AskedFor = { readonly title?: string; readonly button: string }

export type Opening<Held, Input> = {
  /** The command; gives the id of what was opened. */
  readonly run: (ctx: Acting, sent: Input & { readonly id: string }) => Promise<Result<string>>
  readonly offered: (ctx: Ctx, held: Held) => boolean
  readonly form: Fields
  /** What stands in its fields at first, as text. */
  readonly begins: (ctx: Ctx, held: Held) => Readonly<Record<string, string>>
  readonly ask: AskedFor | null
  readonly address: (params: Readonly<Record<string, string>>) => string
  readonly route: (page: ThingPage<Held>) => PostRoute
}

/** How a case begins, on something there is already: a contract on a site. The guards: found, permitted, standing, then its own rules. */
export function opening<Values, Held, On extends string, Param extends string, Form extends Fields, More = null>(
  of: Begun<Values, Param>,
  on: Thing<Held, On>,
  spec: { readonly form: Form } & OpeningSpec<Held, ValueOf<Form>, More, NoInfer<Values>, On>,
): Opening<Held, ValueOf<Form>> {
  const { at, permits, form, lacks, rule, also, values, tell, fact, done } = spec
  const asked = (ctx: Ctx) => ({
    permission: permits,
    permitted: (held: Held) => on.may(ctx, permits, held),
    standing: (held: Held) => (spec.anyStanding ? ok(null) : (on.standing?.(held, ctx.today) ?? ok(null))),
  })
  const run = (ctx: Acting, sent: ValueOf<Form> & { readonly id: string }) =>
    transact(ctx, async (tx): Promise<Result<string>> => {
      const thing = await on.lock(tx, ctx, sent.id)
      const why = whyClosed(thing, asked(ctx))
      if (why || thing === null) return refuse(why ?? { code: 'notFound' })
      const given = { ctx, held: thing, input: typedIn(form, sent) }
      for (const guard of [() => held(lacks?.(given)), () => held(rule?.(given))]) {
        const may = guard()
        if (!may.ok) return may
      }
      const there = await spec.there?.(tx, given)
      if (there) return ok(there)
      const more = also ? await also(tx, given) : ok(null as More)
      if (!more.ok) return more
      const made = { ...given, made: more.value, id: newId() }
      await of.begin(tx, ctx, made.id, values(made))
      const its = { id: made.id, siteId: on.subjectOf(ctx, thing, permits)?.siteId ?? null }
      await report(tx, ctx, {
        notices: await noticesOf(tx, ctx, (await tell?.(made, tx)) ?? null, its),
        facts: factsOf(await fact(made, tx), its),
      })
      return ok(made.id)
    })
  return {
    run,
    form,
    ask: spec.ask ?? null,
    begins: (ctx, held) => written<Fields>(form, spec.begins?.({ ctx, held }) ?? {}),
    address: (params) => filled(at, params),
    offered: (ctx, thing) => whyClosed(thing, asked(ctx)) === null && held(lacks?.({ ctx, held: thing })).ok,
    route: (page) =>
      post(routed(at), {
        permits,
        sees: on.sees,
        subject: on.subjectFor(permits),
        form: z.object(readsOf(form)),
        act: ({ ctx, params, form: typed }) => run(ctx, { ...(typed as ValueOf<Form>), id: idOf(params, on.param) }),
        next: ({ ctx, value }) => ({
          to: filled(of.home, { territory: ctx.territory.code, [of.param]: value }),
          notice: done,
        }),
        again: (request) => shown(on, page, { ...request, refused: at.pattern }),
      }),
  }
}
