import { type Ctx, may } from '../authz/ctx.ts'
import type { Permission, Subject } from '../authz/policy.ts'
import type { Tx } from '../db/pool.ts'
import { transact } from '../db/transact.ts'
import { ok, type Refusal, type Result, refuse, refuseAll } from '../kernel/result.ts'
import type { Day } from '../kernel/types.ts'
import type { Case } from './case.ts'
import { deedRoute } from './deed-route.ts'
import type { About, Deed, DeedSpec, Done, Followed, Movable, Performed, Rule, Sent, Ways } from './deed-types.ts'
import { type Fields, type NamedBy, namedIn, typedIn, type ValueOf, written } from './form/fields.ts'
import { guardMove, whyClosed } from './guard.ts'
import { filled } from './thing.ts'
import { factsOf, noticesOf, report } from './told.ts'

/**
 * One deed of a case. The guards come always in one order: found, permitted, standing, version, state, then its own rules. What it writes,
 * tells and leaves in history is one transaction; its address shows the form again when it is refused and leads on when it is done.
 */
export function deed<
  Open extends Movable,
  Action extends string,
  Set,
  Param extends string,
  Form extends Fields = Record<never, never>,
  Made = null,
>(
  of: Case<Open, Action, Set, Param>,
  /** What the machine says of it; null: done beside the row, in whatever state that is. */
  action: NoInfer<Action> | null | ((opened: Open) => NoInfer<Action> | null),
  spec: { readonly form?: Form } & DeedSpec<Open, ValueOf<Form>, Made, Set, NoInfer<Param> | NamedBy<Form>>,
): Deed<Open, ValueOf<Form>, Made> {
  type Own = Deed<Open, ValueOf<Form>, Made>
  const { at, permits, done, ask = null, form = {} as Form } = spec
  const actionOf = typeof action === 'function' ? action : () => action
  const steps: Steps<Open, ValueOf<Form>, Made> = {
    ...spec,
    typed: (sent) => typedIn(form, sent),
    subject: (ctx, opened, permission, input) => of.subjectOf(ctx, opened, permission, namedIn(form, { ...input })),
    stands: (opened, today) => (spec.anyStanding ? ok(null) : (of.standing?.(opened, today) ?? ok(null))),
    guarded: (opened, version, input) => {
      const { one } = opened
      const editVersion = spec.versionOf?.({ ...opened, input }) ?? one.editVersion
      const { elsewhere } = spec
      const named = actionOf(opened)
      return named === null
        ? ok(one.state)
        : guardMove({ ...one, editVersion }, { machine: of.machine, action: named, version, elsewhere })
    },
    beside: spec.beside || action === null,
    moved: async (tx, about) => {
      const named = actionOf(about)
      return named === null ? ok(about.one) : of.move(tx, about.ctx, about.one, named, spec.set?.(about))
    },
  }
  const within: Own['within'] = (tx, ctx, opened, sent) => perform(steps, tx, ctx, opened, sent)
  const run: Own['run'] = (ctx, sent) =>
    transact(ctx, async (tx) => {
      const done = await within(tx, ctx, await of.lock(tx, ctx, sent.id), sent)
      if (!done.ok) return done
      await report(tx, ctx, done.value)
      return ok(outcome(done.value))
    })
  const said: Own['said'] = (given) => (typeof done === 'function' ? done(given) : done)
  return {
    name: at.pattern,
    address: (ctx, { one }, chosen = {}) =>
      filled(at, { territory: ctx.territory.code, ...namedIn(form, chosen), [of.param]: one.id }),
    version: (opened, chosen = {}) =>
      spec.versionOf?.({ ...opened, input: chosen as Partial<ValueOf<Form>> }) ?? opened.one.editVersion,
    form,
    hints: (ctx, opened) => spec.hints?.({ ...opened, ctx }) ?? {},
    begins: (ctx, opened) => written<Fields>(form, spec.begins?.({ ...opened, ctx }) ?? {}),
    ask,
    offered: (ctx, opened, chosen) => isOffered(steps, ctx, opened, chosen as Partial<ValueOf<Form>> | undefined),
    run,
    within,
    said,
    route: (page, instead = {}) => deedRoute(of, { at, permits, form, page, own: { run, said }, instead }),
  }
}

const outcome = <Open extends Movable, Made>({ opened, made }: Performed<Open, Made>): Done<Open, Made> => ({
  one: opened.one,
  made,
})

/** A deed with what its case knows. */
type Steps<Open extends Movable, Input, Made> = Ways<Open, Input, Made> & {
  readonly typed: (sent: Sent<Input>) => Input
  readonly subject: (ctx: Ctx, opened: Open, permission: Permission, input: Partial<Input>) => Subject | null
  readonly stands: (opened: Open, today: Day) => Result<null>
  readonly guarded: (opened: Open, version: number | 'any', input: Partial<Input>) => Result<string>
  readonly moved: (tx: Tx, about: About<Open, Input> & { readonly made: Made }) => Promise<Result<Open['one']>>
}

function closed<Open extends Movable, Input>(
  steps: Pick<Steps<Open, Input, unknown>, 'permits' | 'by' | 'subject' | 'stands'>,
  ctx: Ctx,
  opened: Open | null,
  input?: Partial<Input> & { readonly version?: number },
): Refusal | null {
  if (opened === null) return { code: 'notFound' }
  const whom = (one: Permission) => steps.subject(ctx, opened, one, input ?? {})
  const can = (one: Permission, subject = whom(one)) => subject !== null && may(ctx, one, subject)
  const permission = steps.by?.({ ...opened, input, can }) ?? steps.permits
  const subject = whom(permission)
  const permitted = () => can(permission, subject)
  return whyClosed(subject && opened, { permission, permitted, standing: (one) => steps.stands(one, ctx.today) })
}

const isOffered = <Open extends Movable, Input, Made>(
  steps: Steps<Open, Input, Made>,
  ctx: Ctx,
  opened: Open,
  input?: Partial<Input>,
): boolean =>
  closed(steps, ctx, opened, input) === null &&
  steps.guarded(opened, 'any', input ?? {}).ok &&
  held(steps.lacks?.({ ...opened, ctx, input })).ok

/** What a rule has found. */
export const held = (found: ReturnType<Rule<never>> = []): Result<unknown> =>
  'ok' in found ? found : found.length > 0 ? refuseAll(found) : ok(null)

async function perform<Open extends Movable, Input, Made>(
  steps: Steps<Open, Input, Made>,
  tx: Tx,
  ctx: Ctx,
  given: Open | null,
  sent: Sent<Input>,
): Promise<Result<Performed<Open, Made>>> {
  const before = steps.after ? await steps.after.within(tx, ctx, given, sent) : null
  if (before?.ok === false) return before
  const opened = before?.value.opened ?? given
  const input = steps.typed(sent)
  const why = closed<Open, Input>(steps, ctx, opened, { ...input, version: sent.version })
  if (why || !opened) return refuse(why ?? { code: 'notFound' })
  const about = { ...opened, ctx, input, files: sent.files ?? [] }
  const version = before || steps.anyVersion || steps.beside ? 'any' : (sent.version ?? 0)
  for (const guard of [
    () => steps.guarded(opened, version, input),
    () => held(steps.lacks?.(about)),
    () => held(steps.rule?.(about)),
  ]) {
    const may = guard()
    if (!may.ok) return may
  }
  const also = steps.also ? await steps.also(tx, about) : ok(null as Made)
  if (!also.ok) return also
  const moved =
    steps.beside || steps.idle?.({ ...about, made: also.value })
      ? ok(opened.one)
      : await steps.moved(tx, { ...about, made: also.value })
  if (!moved.ok) return moved
  const end = { ...about, made: also.value, now: moved.value }
  const follows = steps.follow ? await steps.follow(tx, end) : ok({} as Followed)
  if (!follows.ok) return follows
  const { told = null, facts = [] } = follows.value
  const its = { id: opened.one.id, siteId: steps.subject(ctx, opened, steps.permits, input)?.siteId ?? null }
  return ok({
    opened: { ...opened, one: moved.value },
    made: also.value,
    facts: [...(before?.value.facts ?? []), ...factsOf(await steps.fact(end, tx), its), ...factsOf(facts, its)],
    notices: [
      ...(before?.value.notices ?? []),
      ...(await noticesOf(tx, ctx, (await steps.tell?.(end, tx)) ?? null, its)),
      ...(await noticesOf(tx, ctx, told, its)),
    ],
  })
}
