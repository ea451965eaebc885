import { z } from 'zod'
import type { Permission } from '../authz/policy.ts'
import { type CheckedFile, checkFiles, mostFormBytes } from '../files/check.ts'
import type { SentFile } from '../files/incoming.ts'
import { ok, type Result, refuseRule } from '../kernel/result.ts'
import { choice } from '../web/fields.ts'
import { type PostRoute, post } from '../web/route.ts'
import type { Deed, Movable } from './deed-types.ts'
import { type Fields, type Files, filesOf, namedIn, readsOf } from './form/fields.ts'
import { type At, filled, idOf, routed, shown, type Thing, type ThingPage } from './thing.ts'

type Own<Open extends Movable, Input> = Pick<Deed<Open, Input, unknown>, 'run' | 'said'>
type Given<Open extends Movable, Input, Param extends string> = {
  readonly at: At<Param>
  readonly permits: Permission
  readonly form: Fields
  readonly page: ThingPage<Open>
  readonly own: Own<Open, Input>
  readonly instead: Readonly<Record<string, Own<Open, Input>>>
}

/** The address of a deed: its form, its command, the page again when it is refused, where to go and what to say when it is done. */
export function deedRoute<Open extends Movable, Input, Param extends string>(
  of: Thing<Open, Param> & { readonly home: At<Param> },
  { at, permits, form, page, own, instead }: Given<Open, Input, Param>,
): PostRoute {
  const pressed = (sent: object) => instead[(sent as { intent?: string }).intent ?? ''] ?? own
  const buttons = Object.keys(instead)
  const files = filesOf(form)
  const reads = z.object(readsOf(form))
  return post(routed(at), {
    permits,
    sees: of.sees,
    subject: of.subjectFor(permits),
    form: buttons.length === 0 ? reads : reads.extend({ intent: choice('что сделать', ['save', ...buttons]) }),
    ...(files ? { most: mostFormBytes } : {}),
    act: async ({ ctx, params, form: typed, version, files: sent }) => {
      const checked = files ? await checkedOf(sent, files) : ok([])
      if (!checked.ok) return checked
      const whole = { ...(typed as Input), ...namedIn(form, params), id: idOf(params, of.param), version, files: checked.value }
      return pressed(typed).run(ctx, whole)
    },
    next: ({ params, form: typed, value }) => {
      const said = pressed(typed).said({ ...value, input: { ...(typed as Input), ...namedIn(form, params) }, params })
      return typeof said === 'string' ? { to: filled(of.home, params), notice: said } : said
    },
    again: (request) => shown(of, page, { ...request, refused: at.pattern }),
  })
}

async function checkedOf(
  sent: Readonly<Record<string, readonly SentFile[]>>,
  { field, limits, needed }: Files & { readonly field: string },
): Promise<Result<CheckedFile[]>> {
  const checked = await checkFiles(sent[field] ?? [], field, limits)
  return checked.ok && checked.value.length === 0 && needed ? refuseRule(needed, { field }) : checked
}
