import { longDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { type CaseShown, casePage, papersOf } from '../../../kit/case-page.tsx'
import { DeedFold, DeedForm, DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { nb, RowList, Second, StateTag, SummaryList } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { type OpenRoute, routePeople, routes } from '../case.ts'
import { addStep, agreeRoute, finishRoute, noteCourse, removeStep, reopenRoute, stopRoute, takeOffers } from '../deeds.ts'
import { paths } from '../paths.ts'
import { isThrough, keyOf } from '../rules.ts'
import { calledIn, type Proposed, proposalsFor, stepsOf } from '../store.ts'
import { kindWords, stateTags, stepTags, whoSees } from '../texts.ts'
import { dayOf, Ground, StepName } from './parts.tsx'

async function load(opened: OpenRoute, { ctx, tx }: ThingRequest) {
  const { one, lacks } = opened
  const writes = takeOffers.offered(ctx, opened)
  const [steps, nameOf] = await Promise.all([stepsOf(tx, ctx, one.id), initialsOf(tx, ctx, [one.otherAgreedBy])])
  const proposals: readonly Proposed[] = writes ? await proposalsFor(tx, ctx, lacks, steps) : []
  return { steps, nameOf, writes, proposals }
}
type Shown = CaseShown<OpenRoute, Awaited<ReturnType<typeof load>>>

/** A route: its steps with what the facts say of each, who has agreed, what may be added. (T-32) */
export const routePage: ThingPage<OpenRoute> = casePage({
  section: 'routes',
  load,
  crumbs: ({ ctx, one, opened }: Shown) => {
    const territory = ctx.territory.code
    if (one.personId === ctx.actor.personId) return [{ href: everywhere.my({ territory }), label: 'Моё' }]
    return routePeople.may(ctx, 'route.list', opened)
      ? [{ href: paths.routes({ territory }), label: 'Индивидуальные маршруты' }]
      : [{ href: everywhere.personDeficits({ territory, person: one.personId }), label: 'Профессиональные дефициты' }]
  },
  changed: 'Пока вы смотрели, маршрут изменили. Прочитайте его снова',
  title: () => 'Индивидуальный маршрут',
  more: ({ person }) => fullName(person),
  line: ({ one }) => [<StateTag {...stateTags[one.state]} />],
  tools: ({ ctx, one, opened, steps }) =>
    steps.length > 0 && routes.may(ctx, 'route.print', opened)
      ? papersOf('На одной странице', (format) => paths.routePaper({ territory: ctx.territory.code, route: one.id, format }))
      : [],
  sheets: (shown) => (
    <>
      <StepsSheet {...shown} />
      <AboutSheet {...shown} />
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: ({ opened, request, framework, lacks, proposals, steps, writes }) => (
      <>
        {writes && proposals.length > 0 && (
          <DeedSheet
            {...{ opened, request }}
            deed={takeOffers}
            rows={{
              offers: proposals.map((one) => ({
                value: keyOf(one),
                label: one.offer.title,
                more: [
                  one.offer.site,
                  dayOf({ on: one.offer.startsOn }) || 'весь год',
                  one.offer.state === 'full' && 'мест нет',
                  calledIn(framework, lacks.find(({ id }) => id === one.deficitId) ?? null),
                ]
                  .filter(Boolean)
                  .join(' · '),
              })),
            }}
          />
        )}
        {writes && proposals.length === 0 && (
          <Sheet title="Что предлагает сеть">
            <p class="govuk-body">
              {nb(
                'Сейчас сеть не предлагает для этих дефицитов ничего нового. Добавьте свой шаг: материал, внешний курс или повторную диагностику.',
              )}
            </p>
          </Sheet>
        )}
        {writes && (
          <DeedSheet
            {...{ opened, request }}
            deed={variant(addStep, { folded: true })}
            rows={{ deficit: lacks.map((one) => ({ value: one.id, label: calledIn(framework, one) })) }}
          />
        )}
        {steps.length > 0 && <DeedSheets {...{ opened, request }} deeds={[agreeRoute]} />}
        {isThrough(steps) && <DeedSheets {...{ opened, request }} deeds={[finishRoute]} />}
        <DeedSheets {...{ opened, request }} deeds={[reopenRoute, stopRoute]} />
      </>
    ),
  },
})

function StepsSheet({ opened, request, ctx, framework, steps, one }: Shown) {
  const removes = removeStep.offered(ctx, opened)
  const notes = noteCourse.offered(ctx, opened)
  return (
    <Sheet title="Шаги">
      {steps.length === 0 ? (
        <p class="govuk-body">
          {nb('Пока ни одного шага. Отметьте подходящие из того, что предлагает сеть, или добавьте свой.')}
        </p>
      ) : (
        <RowList
          rows={steps.map((step) => (
            <>
              <StepName ctx={ctx} step={step} own={one.personId === ctx.actor.personId} />
              <Second>
                {[
                  kindWords[step.kind],
                  dayOf(step),
                  calledIn(framework, step.lacked) && `дефицит: ${calledIn(framework, step.lacked)}`,
                  step.document,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Second>
              {one.state !== 'draft' && <StateTag {...stepTags[step.state]} />}
              {removes && step.document === null && (
                <DeedForm {...{ opened, request }} deed={variant(removeStep, { chosen: { step: step.id }, of: step.title })} />
              )}
              {notes && step.kind === 'course' && step.document === null && (
                <DeedFold {...{ opened, request }} deed={variant(noteCourse, { chosen: { step: step.id }, of: step.title })} />
              )}
            </>
          ))}
        />
      )}
    </Sheet>
  )
}

function AboutSheet({ one, ctx, here, nameOf }: Shown) {
  return (
    <Sheet title="О маршруте">
      <SummaryList
        rows={[
          { key: 'Согласие самого человека', value: one.personAgreedOn === null ? 'ещё нет' : longDate(one.personAgreedOn) },
          {
            key: 'Согласие методиста или того, кто ведёт',
            value:
              one.otherAgreedOn === null
                ? 'ещё нет'
                : `${longDate(one.otherAgreedOn)}, ${nameOf(one.otherAgreedBy ?? one.createdBy)}`,
          },
          one.endedOn !== null && { key: one.state === 'done' ? 'Пройден' : 'Остановлен', value: longDate(one.endedOn) },
          one.endReason !== null && { key: 'Почему', value: one.endReason },
        ]}
      />
      <p class="govuk-body pl-small">
        {nb(
          `Состояние шага видно по тому, что произошло: отметка в списке, законченная стажировка, документ, диагностика. ${whoSees}`,
        )}
      </p>
      <Ground ctx={ctx} here={here} />
    </Sheet>
  )
}
