import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { later } from '../../../kernel/dates.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { optionalArea } from '../../../kit/form/fields.ts'
import type { Told } from '../../../kit/told.ts'
import { type OpenTraineeship, traineeships } from '../case-queries.ts'
import { guideField, guideIn } from '../form.ts'
import { paths } from '../paths.ts'
import { runnersOf, wordsOf } from '../people.ts'
import { endWhereFrom, placed, possibleGuides, writePlan } from '../store.ts'

type Given = OpenTraineeship & { readonly ctx: Ctx }
type Words = Awaited<ReturnType<typeof wordsOf>>

/** Both have agreed: the terms are looked at once more as they are today, and the plan is written out of the programme. */
async function agreed(tx: Tx, given: Given, guideId: PersonId | null): Promise<Result<Words>> {
  const { one, site, ctx } = given
  const found = await placed(tx, ctx, site, { ...one, guideId }, one.id)
  if (!found.ok) return found
  await writePlan(tx, ctx, one)
  return ok(await wordsOf(tx, given))
}

/** What the head of a school or another site began goes on to the site. */
const goesOn = ({ one }: Pick<OpenTraineeship, 'one'>) => one.begunBy !== 'site'

/** The trainee says yes: to the site it is agreed, from a school it goes on to the site. Silence is never consent. */
export const acceptOffer = deed(
  traineeships,
  (opened) => (opened.one.state !== 'offered' ? 'accept' : goesOn(opened) ? 'pass' : 'accept'),
  {
    at: paths.traineeshipAnswer,
    permits: 'traineeship.answer',
    also: async (tx, given) => {
      const guideId = await guideWhoFits(tx, given)
      const made = goesOn(given) ? ok(await wordsOf(tx, given)) : await agreed(tx, given, guideId)
      return made.ok ? ok({ ...made.value, guideId }) : made
    },
    set: ({ ctx, made }) => ({ answeredAt: ctx.now, guideId: made.guideId }),
    tell: (given): readonly Told[] => {
      const { title, site, person } = given.made
      const kind = goesOn(given) ? ('traineeship.asked' as const) : ('traineeship.accepted' as const)
      return [
        { kind, to: [runnersOf], params: { title, site, person } },
        ...(given.one.sentBy === null
          ? []
          : [{ kind: 'traineeship.accepted' as const, to: [given.one.sentBy], params: { title, site, person } }]),
        ...led(given),
      ]
    },
    fact: ({ made }) => ({ kind: 'traineeship.accepted', facts: { person: made.person, programme: made.title } }),
    done: ({ one }) =>
      one.state === 'asked' ? 'Вы согласились. Теперь ответит площадка' : 'Вы согласились: стажировка состоится',
    ask: { button: 'Согласиться' },
  },
)

const led = ({ made: { guideId, ...params }, one }: Given & { made: Words & { guideId: PersonId | null } }): Told[] =>
  guideId === null || goesOn({ one }) ? [] : [{ kind: 'traineeship.led', to: [guideId], params }]

/** Whoever was named to lead, where that person still may; else the site names somebody later. */
async function guideWhoFits(tx: Tx, { one, site, ctx }: Given): Promise<PersonId | null> {
  const possible = one.guideId === null ? [] : await possibleGuides(tx, ctx, site, later(one.startsOn, ctx.today), one.personId)
  return possible.find((id) => id === one.guideId) ?? null
}

/** The site takes the trainee, and says who leads. */
export const admitTrainee = deed(traineeships, 'admit', {
  at: paths.traineeshipAdmission,
  permits: 'traineeship.run',
  form: guideField,
  begins: ({ one }) => ({ guide: one.guideId }),
  also: (tx, given) => agreed(tx, given, guideIn(given.input.guide)),
  set: ({ input, ctx }) => ({ guideId: guideIn(input.guide), answeredAt: ctx.now }),
  tell: ({ one, made, input }): readonly Told[] => {
    const guideId = guideIn(input.guide)
    return [
      { kind: 'traineeship.admitted', to: [one.personId, one.sentBy], params: made },
      ...(guideId === null ? [] : [{ kind: 'traineeship.led' as const, to: [guideId], params: made }]),
    ]
  },
  follow: async (tx, { one, site, ctx }) => {
    const was = await endWhereFrom(tx, ctx, one, site.name)
    if (!was) return ok({})
    const { id, siteId, title, person, on, reason } = was
    return ok({
      told: {
        kind: 'traineeship.ended',
        to: [was.guideId, () => runnersOf(tx, ctx, siteId)],
        subjectId: id,
        params: { title, site: was.siteName, person, reason },
      },
      facts: [{ kind: 'traineeship.left', subjectId: id, siteId, facts: { person, programme: title, on, reason } }],
    })
  },
  fact: ({ made }) => ({ kind: 'traineeship.admitted', facts: { person: made.person, programme: made.title } }),
  done: 'Стажёр принят. Его план составлен из программы: поставьте даты',
  ask: { title: 'Принять стажёра', button: 'Принять' },
})

const refused = { endReason: optionalArea('Почему', { most: 1000, rows: 2 }) }
const noWords = 'Без объяснения'

/** The trainee does not want it, or takes the request back. */
export const declineOffer = deed(traineeships, 'decline', {
  at: paths.traineeshipRefusal,
  permits: 'traineeship.decline',
  anyStanding: true,
  form: refused,
  also: async (tx, given) => ok(await wordsOf(tx, given)),
  set: ({ input, ctx }) => ({ endReason: input.endReason ?? noWords, answeredAt: ctx.now }),
  tell: ({ one, made, input, ctx }) => {
    const others = [one.personId, one.sentBy].filter((id) => id !== ctx.actor.personId)
    const params = { ...made, reason: input.endReason ?? noWords }
    return { kind: 'traineeship.declined', to: one.personId === ctx.actor.personId ? [runnersOf, one.sentBy] : others, params }
  },
  fact: ({ made, input }) => ({
    kind: 'traineeship.declined',
    facts: { person: made.person, programme: made.title, reason: input.endReason ?? noWords },
  }),
  done: 'Отказ записан, другой стороне сообщено',
  ask: { title: 'Отказаться', folded: true, button: 'Отказаться', kind: 'secondary' },
})
