import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import { traineeships } from '../../modules/traineeships/case-queries.ts'
import { savePlans } from '../../modules/traineeships/commands/save-plans.ts'
import { acceptOffer, admitTrainee } from '../../modules/traineeships/deeds/answer.ts'
import { askTraineeship, offerTraineeship, sendTrainee } from '../../modules/traineeships/deeds/begin.ts'
import { markRow } from '../../modules/traineeships/deeds/mark.ts'
import { beginTraineeship, finishTraineeship } from '../../modules/traineeships/deeds/run.ts'
import { planRows } from '../../modules/traineeships/plan-queries.ts'
import { tryouts } from '../../modules/tryouts/case.ts'
import { assessTryOut, handIn, rateOneself, returnTryOut, takeUpTryOut } from '../../modules/tryouts/deeds.ts'
import { measureTrainee } from '../../modules/tryouts/measure.tsx'
import { directionsOf } from '../../modules/tryouts/measure-queries.ts'
import { criteriaOf } from '../../modules/tryouts/store.ts'
import type { LevelLife, TraineeshipLife, TryOutLife } from '../../regulation/life-facts.ts'
import { asksIndividualPlan } from '../../regulation/work/questions.ts'
import { adaptationSteps } from './adaptation-steps.ts'
import { found } from './find.ts'
import { does, type Place, type Step, stepsOf } from './step.ts'

/** A traineeship: how it began, the answers, its days, measurements and try-outs, its end. */
export function traineeshipSteps(place: Place, given: TraineeshipLife): Step[] {
  const { keys, siteOf } = place
  const siteId = keys.site(siteOf)
  const personId = keys.person(given.person)
  const its = (tx: Tx, ctx: Ctx) => found.traineeship(tx, ctx, siteId, personId)
  const step = stepsOf(`${siteOf}, стажировка ${given.person}`)
  const guide = given.guide === undefined ? null : keys.person(given.guide)
  const { begun, answeredOn, admitted, startedOn, days, finished } = given
  const admits = (by: string, on: string) =>
    step(on, '12:30:00', by, 'принята', (ctx) => does(ctx, traineeships, admitTrainee, its, { guide }))
  return [
    step(begun.on, '11:30:00', begun.by, 'начало', async (ctx) => {
      const terms = {
        id: siteId,
        ...{ programmeId: await readAs(ctx, (tx) => found.programme(tx, ctx, siteId)), startsOn: given.from, endsOn: given.to },
        ...{ format: given.format ?? null, licenceHolder: given.licenceHolder ?? null },
      }
      if (begun.as === 'self') return askTraineeship.run(ctx, terms)
      if (begun.as === 'school') return sendTrainee.run(ctx, { ...terms, personId })
      return offerTraineeship.run(ctx, { ...terms, personId, guide })
    }),
    ...(answeredOn === undefined
      ? []
      : [step(answeredOn, '12:10:00', given.person, 'согласие', (ctx) => does(ctx, traineeships, acceptOffer, its, {}))]),
    ...(admitted ? [admits(admitted.person, admitted.on)] : []),
    ...(startedOn === undefined
      ? []
      : [
          step(startedOn, '12:50:00', given.guide ?? admitted?.person ?? begun.by, 'идёт', (ctx) =>
            does(ctx, traineeships, beginTraineeship, its, {}),
          ),
        ]),
    ...(days ? [step(days.on, '13:10:00', days.by, 'дни', (ctx) => plans(ctx, siteId, its, days.of))] : []),
    ...(given.held ?? []).map(({ session, person, on }) =>
      step(on, '17:30:00', person, `«${session}» прошло`, (ctx) =>
        does(ctx, traineeships, markRow, its, async (tx, { one }) => ({
          row: (await planRows(tx, ctx, [one.id])).find(({ title }) => title === session)!.id,
          mark: 'held' as const,
        })),
      ),
    ),
    ...(given.measured ?? []).map(({ kind, person, on, level }) =>
      step(on, '16:00:00', person, `измерение ${kind}, ${person}`, (ctx) =>
        does(ctx, traineeships, measureTrainee, its, async (tx, { one }) => ({
          kind,
          levels: allOf(await directionsOf(tx, ctx, one.versionId), level),
        })),
      ),
    ),
    ...(given.tryOuts ?? []).flatMap((one) => tryOutSteps(one, { personId, person: given.person, its, step })),
    ...(finished
      ? [
          step(finished.on, '18:30:00', finished.person, 'завершена', (ctx) =>
            does(ctx, traineeships, finishTraineeship, its, { endedOn: finished.on }),
          ),
        ]
      : []),
    ...(given.adaptation ? adaptationSteps(given.adaptation, { person: given.person, its, step }) : []),
  ]
}

type Making = {
  readonly personId: PersonId
  readonly person: string
  readonly its: (tx: Tx, ctx: Ctx) => ReturnType<typeof found.traineeship>
  readonly step: (on: string, time: string, who: string, what: string, run: Step['run']) => Step
}

const allOf = (rows: readonly { readonly id: string }[], level: LevelLife) =>
  Object.fromEntries(rows.map(({ id }) => [id, level]))

function tryOutSteps(given: TryOutLife, { personId, person, its, step }: Making): Step[] {
  const { title, works, self, assessed } = given
  const [first] = works
  const own = (tx: Tx, ctx: Ctx) => found.tryOut(tx, ctx, personId, title)
  return [
    ...(first
      ? [
          step(first.on, '16:30:00', person, `проба «${title}»`, async (ctx) => {
            const { id, row } = await readAs(ctx, async (tx) => {
              const id = await its(tx, ctx)
              return { id, row: (await planRows(tx, ctx, [id])).find((one) => one.title === title)!.id }
            })
            return takeUpTryOut.run(ctx, { id, row })
          }),
        ]
      : []),
    ...works.flatMap(({ on, words, link, returned }, at) => [
      step(on, '17:00:00', person, `проба «${title}», работа ${at + 1}`, (ctx) =>
        does(ctx, tryouts, handIn, own, { children: null, link: link ?? null, words }),
      ),
      ...(returned
        ? [
            step(returned.on, '17:40:00', returned.person, `проба «${title}» возвращена ${at + 1}`, (ctx) =>
              does(ctx, tryouts, returnTryOut, own, { remark: returned.remark }),
            ),
          ]
        : []),
    ]),
    ...(self
      ? [
          step(self.on, '17:20:00', person, `проба «${title}», самооценка`, (ctx) =>
            does(ctx, tryouts, rateOneself, own, async (tx, opened) => ({
              levels: allOf(await criteriaOf(tx, ctx, opened), self.level),
            })),
          ),
        ]
      : []),
    ...(assessed
      ? [
          step(assessed.on, '18:00:00', assessed.person, `проба «${title}» оценена`, (ctx) =>
            does(ctx, tryouts, assessTryOut, own, async (tx, opened) => ({
              levels: allOf(await criteriaOf(tx, ctx, opened), assessed.level),
              comment: assessed.comment,
            })),
          ),
        ]
      : []),
  ]
}

type Days = NonNullable<TraineeshipLife['days']>['of']

/** Writes days and events beside the sessions of one trainee; where everybody has the same day, of all of them. */
async function plans(ctx: Acting, siteId: SiteId, its: Making['its'], days: Days) {
  const saved = await readAs(ctx, async (tx) => {
    const id = await its(tx, ctx)
    const opened = await traineeships.open(tx, ctx, id)
    const rows = await planRows(tx, ctx, [id])
    const own = opened !== null && asksIndividualPlan(opened.site.regulation).value
    const named = rows.flatMap((row) => {
      const given = days[row.title]
      return given === undefined ? [] : [{ row, given }]
    })
    const events = await Promise.all(
      named.map(async ({ row, given }) =>
        typeof given === 'string' ? null : ([row.itemId, await found.event(tx, ctx, siteId, given.event)] as const),
      ),
    )
    return {
      ...{ siteId, programmeId: await found.programme(tx, ctx, siteId) },
      days: Object.fromEntries(
        named.flatMap(({ row, given }) => (typeof given === 'string' ? [[own ? row.id : row.itemId, given]] : [])),
      ),
      events: Object.fromEntries(events.filter((one) => one !== null)),
    }
  })
  return savePlans(ctx, saved)
}
