import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { dayBefore, later, shortDate } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import { act, numberedAct } from '../../regulation/acts.ts'
import { roleWord } from '../../regulation/people/questions.ts'
import type { Dependent, Leaving, standingOnPosts } from '../people/ports.ts'
import { type PersonAppointment, recordOf } from '../people/queries.ts'
import { methodistPeriods } from '../people/role-queries.ts'
import { applyEndAppointment } from './commands/apply-appointment.ts'
import { appointWithin, mayGive } from './commands/appoint.ts'
import { refreshRegisterEntries } from './commands/refresh-register.ts'
import { isMethodical, isStaff } from './rules.ts'
import { standingSite } from './standing-queries.ts'

type Row = PersonAppointment

const keyOf = ({ id }: Row) => `appointment-${id}`

/** Appointments that go on after the last day of the posts they stand on, each with the first day on which nothing holds it. */
async function loose(tx: Tx, ctx: Ctx, leaving: Leaving): Promise<(Row & { readonly outside: Day })[]> {
  const { appointments } = await recordOf(tx, ctx, leaving.personId)
  const rows = appointments.filter(({ endsOn }) => endsOn === null || endsOn > leaving.endsOn)
  const methodist = rows.some(({ kind }) => isMethodical(kind)) ? await methodistPeriods(tx, ctx, leaving.personId) : []
  return rows.flatMap((row) => {
    const holds = isMethodical(row.kind) ? [...leaving.posts, ...methodist] : leaving.posts
    const outside = firstDayOutside({ from: later(row.startsOn, leaving.endsOn), to: row.endsOn }, holds)
    return outside === null ? [] : [{ ...row, outside }]
  })
}

async function dependentOf(tx: Tx, ctx: Ctx, row: Row): Promise<Dependent> {
  const { kind, siteId, site, endsOn, orderId, orderKind, orderNumber } = row
  const regulation = siteId && (await standingSite(tx, ctx, siteId))?.regulation
  const role = roleWord(regulation || null, kind)
  const byOrder = orderId !== null && orderKind !== null && orderNumber !== null
  const mayHandOver =
    orderId === null && siteId !== null && regulation && isStaff(kind) ? mayGive(ctx, { id: siteId, regulation }, kind).ok : false
  return {
    key: keyOf(row),
    what: [role, site, endsOn && `по ${shortDate(endsOn)}`].filter(Boolean).join(', '),
    note: byOrder
      ? `Назначение дано документом: ${numberedAct(orderKind, orderNumber)}. Нового человека назначает ${act(orderKind).nominative}`
      : null,
    mayHandOver,
  }
}

/** Appointments on sites stand on the posts of the people appointed. */
export const appointmentsOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
  find: async (tx, ctx, leaving) => Promise.all((await loose(tx, ctx, leaving)).map((row) => dependentOf(tx, ctx, row))),
  async settle(tx, ctx, leaving, key, heir) {
    const row = (await loose(tx, ctx, leaving)).find((one) => keyOf(one) === key)
    if (!row) return ok([])
    const facts = [...(await applyEndAppointment(tx, ctx, { appointmentId: row.id, on: dayBefore(row.outside), orderId: null }))]
    const handed = heir === null ? ok([]) : await handOver(tx, ctx, row, row.outside, heir)
    if (!handed.ok) return handed
    if (row.siteId !== null) await refreshRegisterEntries(tx, ctx, [row.siteId])
    return ok([...facts, ...handed.value])
  },
}

async function handOver(tx: Tx, ctx: Ctx, row: Row, from: Day, personId: PersonId): Promise<Result<readonly Fact[]>> {
  const { kind, siteId, startsOn, endsOn } = row
  if (siteId === null || !isStaff(kind)) return ok([])
  const input = { siteId, personId, startsOn: later(from, startsOn), endsOn, ground: null }
  const given = await appointWithin(tx, ctx, kind, input, async (_, site) => mayGive(ctx, site, kind))
  if (given.ok || given.refusal.code !== 'rule') return given
  return { ok: false, refusal: { ...given.refusal, field: `stands.${keyOf(row)}` } }
}
