import { ok, refuseRule } from '../../../kernel/result.ts'
import type { SiteId } from '../../../kernel/types.ts'
import { area, day, optionalDay, unseen } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { choice, optionalChoice, optionalId, optionalText } from '../../../web/fields.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { theSite } from '../../sites/site-queries.ts'
import { standingSite } from '../../sites/standing-queries.ts'
import { proposerOf, statusCases } from '../case.ts'
import { caseKinds } from '../machine.ts'
import { paths } from '../paths.ts'
import { recordOf } from '../record-queries.ts'
import { mayStart, prolongs } from '../rules.ts'

/** Opens a case about a status: it is told to the other side, and what the regulation forbids is refused at once. (C-33, R-35, C-71) */
export const startCase = opening(statusCases, theSite, {
  at: paths.siteStatusCases,
  permits: 'statusCase.start',
  anyStanding: true,
  form: {
    kind: unseen('Что предлагаете', choice('что предлагаете', caseKinds)),
    ground: unseen('Основание', optionalText('основание', 500)),
    onDay: day('День'),
    untilDay: optionalDay('По какой день', { hint: 'Пусто — до решения о возобновлении' }),
    reason: area('Почему', { what: 'причину', most: 3000 }),
    attachTo: unseen('Куда перейдут закреплённые школы', optionalId<SiteId>('площадку для закреплённых школ')),
    planFate: unseen(
      'Что станет с мероприятиями плана после этого дня',
      optionalChoice('что станет с планом', ['cancelRest', 'keep']),
    ),
  },
  rule: ({ ctx, held: { regulation, standing }, input }) =>
    mayStart(regulation, standing, { ...input, proposedBy: proposerOf(ctx) }, ctx.today),
  also: async (tx, { ctx, held, input: { kind, attachTo } }) => {
    const record = kind === 'extension' ? await recordOf(tx, ctx, held, null) : null
    const prolonged = prolongs(held.regulation, record)
    if (!prolonged.ok) return prolonged
    const isThere = attachTo === null || (attachTo !== held.id && (await standingSite(tx, ctx, attachTo)) !== null)
    return isThere ? ok(null) : refuseRule('case.unknownHeir', { field: 'attachTo' })
  },
  values: ({ ctx, held, input: { kind, onDay, untilDay, ground, reason, attachTo, planFate } }) => ({
    siteId: held.id,
    kind,
    reason,
    onDay,
    untilDay: kind === 'suspension' ? untilDay : null,
    startedBy: ctx.actor.personId,
    startedAt: ctx.now,
    proposedBy: proposerOf(ctx),
    ...(kind === 'termination' ? { ground, attachToSiteId: attachTo, planFate: planFate ?? 'keep' } : {}),
  }),
  tell: ({ held, input: { kind, reason } }) => ({
    kind: 'statusCase.started',
    to: [officeOf, peopleOfSite],
    params: { site: held.name, kind, reason },
  }),
  fact: ({ ctx, input: { kind, onDay: on, reason, ground } }) => ({
    kind: 'statusCase.started',
    facts: { case: kind, on, reason, ground: kind === 'termination' ? ground : null, proposedBy: proposerOf(ctx) },
  }),
  done: 'Дело открыто. Приложите доказательства и сделайте следующий шаг',
})
