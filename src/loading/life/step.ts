import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import type { Result } from '../../kernel/result.ts'
import { refuse } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { Deed, Movable } from '../../kit/deed-types.ts'
import type { Keys } from '../keys.ts'

/** One deed of one person at a moment of the demonstration. */
export type Step = {
  readonly on: Day
  readonly time: string
  /** Whose key in the facts. */
  readonly who: string
  /** Says which deed it is among those of the territory: it is done once, however often loading is begun. */
  readonly key: string
  readonly run: (ctx: Acting) => Promise<Result<unknown>>
}

/** Makes the steps of one thing: their keys begin with what it is called. */
export const stepsOf =
  (thing: string) =>
  (on: Day, time: string, who: string, what: string, run: Step['run']): Step => ({ on, time, who, key: `${thing}: ${what}`, run })

/** What is said at a step of a procedure where nothing is. */
export const nothingSaid = { remark: null, present: null, inFavour: null, protocol: null }

/** What the steps of a site are made from. */
export type Place = { readonly keys: Keys; readonly siteOf: string }

/** All steps in the order of their days and hours; those of one moment as they were given. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  steps
    .map((step, at) => ({ step, at, moment: `${step.on} ${step.time}` }))
    .sort((one, other) => (one.moment === other.moment ? one.at - other.at : one.moment < other.moment ? -1 : 1))
    .map(({ step }) => step)

type Opens<Open, Id> = { readonly open: (tx: Tx, ctx: Ctx, id: Id) => Promise<Open | null> }

/** Does a deed to a thing as it stands, found by what the facts call it. */
export async function does<Open extends Movable, Id extends string, Input extends object, Made>(
  ctx: Acting,
  of: Opens<Open, Id>,
  deed: Deed<Open, Input, Made>,
  find: (tx: Tx, ctx: Ctx) => Promise<Id>,
  inputOf: Input | ((tx: Tx, opened: Open) => Promise<Input> | Input),
): Promise<Result<unknown>> {
  const found = await readAs(ctx, async (tx) => {
    const id = await find(tx, ctx)
    const opened = await of.open(tx, ctx, id)
    if (!opened) return null
    const input =
      typeof inputOf === 'function' ? await (inputOf as (tx: Tx, opened: Open) => Promise<Input>)(tx, opened) : inputOf
    return { id, opened, input }
  })
  if (!found) return refuse({ code: 'notFound' })
  const { id, opened, input } = found
  return deed.run(ctx, { ...input, id, version: deed.version(opened, chosenIn({ ...input })) })
}

/** What of the form may name a part with a version of its own. */
const chosenIn = (input: object): Record<string, string> =>
  Object.fromEntries(Object.entries(input).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
