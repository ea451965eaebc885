import { type Acting, type Ctx, may } from '../authz/ctx.ts'
import type { Permission, Subject } from '../authz/policy.ts'
import type { Tx } from '../db/pool.ts'
import { transact, transactTogether } from '../db/transact.ts'
import type { Fact } from '../history/facts.ts'
import { recordEach } from '../history/record.ts'
import { gathered } from '../kernel/gathered.ts'
import { ok, type Refusal, type Result, refuse, refuseAll } from '../kernel/result.ts'
import type { Day } from '../kernel/types.ts'
import { tell } from '../notices/tell.ts'
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
  const alone: Own['run'] = (ctx, sent) =>
    transact(ctx, async (tx) => {
      const done = await within(tx, ctx, await of.lock(tx, ctx, sent.id), sent)
      if (!done.ok) return done
      await report(tx, ctx, done.value)
      return ok(outcome(done.value))
    })
  const { together } = spec
  const pressed =
    together &&
    gathered<Pressed<ValueOf<Form>>, Result<Done<Open, Made>>>({
      keyOf: ({ ctx, sent }) => `${ctx.territory.id} ${sent.id} ${ctx.today}`,
      alone: ({ ctx, sent }) => alone(ctx, sent),
      together: (all) => performTogether(steps, of.lock, together, all),
    })
  const run: Own['run'] = pressed ? (ctx, sent) => pressed({ ctx, sent }) : alone
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
  const may = admitted(steps, ctx, before?.value.opened ?? given, sent, before !== null)
  if (!may.ok) return may
  const also = steps.also ? await steps.also(tx, may.value) : ok(null as Made)
  return also.ok ? finished(steps, tx, may.value, also.value, before?.value) : also
}

/** Whether it may be done as it was sent: all that is asked before anything is written. */
function admitted<Open extends Movable, Input, Made>(
  steps: Steps<Open, Input, Made>,
  ctx: Ctx,
  opened: Open | null,
  sent: Sent<Input>,
  comesAfter: boolean,
): Result<About<Open, Input>> {
  const input = steps.typed(sent)
  const why = closed<Open, Input>(steps, ctx, opened, { ...input, version: sent.version })
  if (why || !opened) return refuse(why ?? { code: 'notFound' })
  const about = { ...opened, ctx, input, files: sent.files ?? [] }
  const version = comesAfter || steps.anyVersion || steps.beside ? 'any' : (sent.version ?? 0)
  for (const guard of [
    () => steps.guarded(opened, version, input),
    () => held(steps.lacks?.(about)),
    () => held(steps.rule?.(about)),
  ]) {
    const may = guard()
    if (!may.ok) return may
  }
  return ok(about)
}

/** The row moves, and what follows is gathered to be told and recorded. */
async function finished<Open extends Movable, Input, Made>(
  steps: Steps<Open, Input, Made>,
  tx: Tx,
  about: About<Open, Input>,
  made: Made,
  before: Performed<Open, unknown> | null = null,
): Promise<Result<Performed<Open, Made>>> {
  const { ctx, input } = about
  const moved = steps.beside || steps.idle?.({ ...about, made }) ? ok(about.one) : await steps.moved(tx, { ...about, made })
  if (!moved.ok) return moved
  const end = { ...about, made, now: moved.value }
  const follows = steps.follow ? await steps.follow(tx, end) : ok({} as Followed)
  if (!follows.ok) return follows
  const { told = null, facts = [] } = follows.value
  const its = { id: about.one.id, siteId: steps.subject(ctx, about, steps.permits, input)?.siteId ?? null }
  return ok({
    opened: { ...about, one: moved.value },
    made,
    facts: [...(before?.facts ?? []), ...factsOf(await steps.fact(end, tx), its), ...factsOf(facts, its)],
    notices: [
      ...(before?.notices ?? []),
      ...(await noticesOf(tx, ctx, (await steps.tell?.(end, tx)) ?? null, its)),
      ...(await noticesOf(tx, ctx, told, its)),
    ],
  })
}

/** What one person has pressed. */
type Pressed<Input> = { readonly ctx: Acting; readonly sent: Sent<Input> }

/** What many have pressed at once, in one transaction: each is admitted, decided and recorded as if alone. */
async function performTogether<Open extends Movable, Input, Made>(
  steps: Steps<Open, Input, Made>,
  lock: (tx: Tx, ctx: Ctx, id: string) => Promise<Open | null>,
  together: NonNullable<Ways<Open, Input, Made>['together']>,
  all: readonly [Pressed<Input>, ...Pressed<Input>[]],
): Promise<readonly Result<Done<Open, Made>>[]> {
  const [{ ctx: first, sent }] = all
  return transactTogether(all, async (tx, fresh) => {
    const opened = await lock(tx, first, sent.id)
    const done = new Map<Pressed<Input>, Result<Done<Open, Made>>>()
    const may: { readonly one: Pressed<Input>; readonly about: About<Open, Input> }[] = []
    for (const one of fresh) {
      const about = admitted(steps, one.ctx, opened, one.sent, false)
      if (about.ok) may.push({ one, about: about.value })
      else done.set(one, about)
    }
    const decided = await together(
      tx,
      may.map(({ about }) => about),
    )
    const facts: { readonly ctx: Ctx; readonly fact: Fact }[] = []
    for (const [n, { one, about }] of may.entries()) {
      const made = decided[n] ?? refuse({ code: 'busy' })
      const end = made.ok ? await finished(steps, tx, about, made.value) : made
      if (made.ok && !end.ok) throw new Error('refused after it was written')
      done.set(one, end.ok ? ok(outcome(end.value)) : end)
      if (!end.ok) continue
      if (end.value.notices.length > 0) await tell(tx, one.ctx, end.value.notices)
      facts.push(...end.value.facts.map((fact) => ({ ctx: one.ctx, fact })))
    }
    await recordEach(tx, facts)
    return done
  })
}
