import type { JSX } from 'preact'
import { z } from 'zod'
import { may } from '../../authz/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, refuse, refuseAll, refuseRule } from '../../kernel/result.ts'
import { deed } from '../../kit/deed.ts'
import { DeedSheet } from '../../kit/deed-sheets.tsx'
import { unseen } from '../../kit/form/fields.ts'
import { asksMeasurements } from '../../regulation/work/questions.ts'
import { SummaryList } from '../../ui/content.ts'
import { type FormState, Radios } from '../../ui/fields.ts'
import { Sheet } from '../../ui/frame.ts'
import { choice } from '../../web/fields.ts'
import { type Level, levels, levelWords } from '../programmes/level-rules.ts'
import { type OpenTraineeship, traineeships } from '../traineeships/case-queries.ts'
import type { TraineeShown } from '../traineeships/ports.ts'
import { titleOf } from '../traineeships/queries.ts'
import { directionsOf, measuredOf } from './measure-queries.ts'
import { kindsFor, type MeasureKind, mayMeasure, measureKinds, type Side, wrongMeasure } from './measure-rules.ts'
import { paths } from './paths.ts'

const kindWords: Readonly<Record<MeasureKind, string>> = { entry: 'На входе', interim: 'В середине', exit: 'На выходе' }
const sideWords: Readonly<Record<Side, string>> = { self: 'сам стажёр', guide: 'тот, кто ведёт' }

type Who = { readonly actor: { readonly personId: string; readonly headsSites: readonly string[] } }
/** For which side somebody measures; null for nobody's. */
const sideOf = ({ actor }: Who, { one, site, guides }: OpenTraineeship): Side | null =>
  actor.personId === one.personId
    ? 'self'
    : guides.some((id) => id === actor.personId) || actor.headsSites.includes(site.id)
      ? 'guide'
      : null

/** Says how a trainee stands by each direction of the programme; what was measured stays. (C-61) */
export const measureTrainee = deed(traineeships, null, {
  at: paths.traineeMeasures,
  permits: 'measurement.record',
  anyStanding: true,
  form: {
    kind: unseen('Когда', choice('измерение', measureKinds)),
    levels: unseen('Уровни', z.record(z.uuid(), z.enum(levels)).default({}) as z.ZodType<Readonly<Record<string, Level>>>),
  },
  lacks: ({ site, one }) =>
    !asksMeasurements(site.regulation).value
      ? refuseRule('measurement.notAsked')
      : mayMeasure(one.state)
        ? ok(null)
        : refuseRule('measurement.notAgreed'),
  also: async (tx, given) => {
    const { one, site, ctx, input } = given
    const side = sideOf(ctx, given)
    if (side === null) return refuse({ code: 'forbidden', permission: 'measurement.record' })
    const [directions, before] = await Promise.all([directionsOf(tx, ctx, one.versionId), measuredOf(tx, ctx, one.id)])
    const wrong = wrongMeasure(input.levels, {
      ...{ directions, kind: input.kind },
      done: before.filter((row) => row.side === side).map(({ kind }) => kind),
      open: kindsFor(before, side, { startsOn: one.startsOn, today: ctx.today }),
    })
    if (wrong.length > 0) return refuseAll(wrong)
    const common = { territoryId: ctx.territory.id, traineeshipId: one.id, siteId: site.id, kind: input.kind, side }
    const rows = directions.flatMap(({ id, text }) => {
      const level = input.levels[id]
      const what = { id: newId(), directionId: id, direction: text, measuredOn: ctx.today, measuredBy: ctx.actor.personId }
      return level === undefined ? [] : [{ ...common, ...what, level }]
    })
    if (rows.length > 0) await tx.insertInto('measurements').values(rows).execute()
    return ok(await titleOf(tx, ctx, one.id))
  },
  fact: ({ made, input }) => ({
    kind: 'measurement.recorded',
    facts: { person: made.person, title: made.title, when: kindWords[input.kind].toLowerCase() },
  }),
  done: 'Измерение записано',
  ask: { button: 'Записать' },
})

/** «Измерение: на входе»; of several the form asks which. */
const titleOfMeasure = (open: readonly MeasureKind[]): string =>
  open.length === 1 ? `Измерение: ${open.map((kind) => kindWords[kind].toLowerCase()).join('')}` : 'Измерение'

/** What was measured, and the next measurement of whoever looks. (C-61) */
export async function measuresOnTraineeship({ opened, request }: TraineeShown): Promise<JSX.Element | null> {
  const { ctx, tx } = request
  const { one, site } = opened
  if (!asksMeasurements(site.regulation).value || !mayMeasure(one.state)) return null
  const [directions, rows] = await Promise.all([directionsOf(tx, ctx, one.versionId), measuredOf(tx, ctx, one.id)])
  const side = sideOf(ctx, opened)
  const open = side ? kindsFor(rows, side, { startsOn: one.startsOn, today: ctx.today }) : []
  const [next] = open
  const fields = ({ form }: { form: FormState | null }) => (
    <>
      {open.length === 1 ? (
        <input type="hidden" name="kind" value={next ?? ''} />
      ) : (
        <Radios
          form={form}
          name="kind"
          label="Какое измерение"
          initial={next}
          choices={open.map((value) => ({ value, label: kindWords[value] }))}
        />
      )}
      {directions.map(({ id, text }) => (
        <Radios
          form={form}
          name={`levels.${id}`}
          label={text}
          choices={levels.map((value) => ({ value, label: levelWords[value] }))}
        />
      ))}
    </>
  )
  const personIds = [one.personId, ...opened.guides]
  const sees = may(ctx, 'tryout.view', { territoryId: ctx.territory.id, siteId: site.id, personIds })
  const said = !sees ? [] : [...Map.groupBy(rows, ({ kind, side: by }) => `${kindWords[kind]}, ${sideWords[by]}`)]
  return (
    <>
      {said.length > 0 && (
        <Sheet title="Измерения">
          <SummaryList
            rows={said.map(([key, same]) => ({
              key,
              value: same.map(({ direction, level }) => `${direction}: ${levelWords[level]}`).join('; '),
            }))}
          />
        </Sheet>
      )}
      {next && directions.length > 0 && measureTrainee.offered(ctx, opened) && (
        <DeedSheet
          opened={opened}
          request={request}
          deed={{ ...measureTrainee, ask: { title: titleOfMeasure(open), button: 'Записать', fields } }}
        />
      )}
    </>
  )
}
