import { may } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { type CaseShown, casePage } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedSheet, DeedSheets } from '../../../kit/deed-sheets.tsx'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { asksAdaptation } from '../../../regulation/work/questions.ts'
import { nb, RowList, Second, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import { type OpenTraineeship, traineeships } from '../../traineeships/case-queries.ts'
import { planRows } from '../../traineeships/plan-queries.ts'
import { titleOf } from '../../traineeships/queries.ts'
import { judgedOf } from '../../tryouts/stand-queries.ts'
import { adaptations, type OpenAdaptation } from '../case.ts'
import { addWords, answerFirst, answerSecond, changeModel, describeModel, introduceModel, takeBackModel } from '../deeds.ts'
import { paths } from '../paths.ts'
import { isOver } from '../rules.ts'
import { outcomeWords, tagOf } from '../texts.ts'
import { traceOf } from '../trace.ts'
import { Trace } from './trace.tsx'

const section = 'adaptations' as const

/** So many steps of a traineeship are drawn; the rest stand in its plan. */
const mostSteps = 8

async function load(opened: OpenAdaptation, { ctx, tx }: ThingRequest) {
  const { one, trainee, site, guides } = opened
  // What one did on the site is read by those who may read the traineeship, and works by those who may read works.
  const seesTrainee = traineeships.may(ctx, 'traineeship.view', { one: trainee, site, guides })
  const subject = { territoryId: ctx.territory.id, siteId: site.id, personIds: [one.personId, ...guides] }
  const [plan, tried, { title }] = await Promise.all([
    seesTrainee ? planRows(tx, ctx, [trainee.id]) : [],
    seesTrainee && may(ctx, 'tryout.view', subject) ? judgedOf(tx, ctx, one.personId, trainee.startsOn) : [],
    titleOf(tx, ctx, trainee.id),
  ])
  const seen = plan
    .filter(({ given, kind }) => given && kind === 'session')
    .map((row) => ({ title: row.title, day: row.heldOn ?? row.plannedOn, tried: false }))
  const works = tried
    .filter(({ traineeshipId }) => traineeshipId === trainee.id)
    .map((work) => ({ title: work.title, day: work.on, tried: true }))
  const describedOn = localTime(one.createdAt, ctx.territory.timeZone).day
  const steps = traceOf([...seen, ...works].slice(-mostSteps), one, { describedOn, words: outcomeWords })
  return { steps, programme: title, seesTrainee }
}
type Shown = CaseShown<OpenAdaptation, Awaited<ReturnType<typeof load>>>

/** A model of one's own: what is asked first, then what was described, how it went, what others say of it. (L-13) */
export const adaptationPage: ThingPage<OpenAdaptation> = casePage({
  section,
  load,
  crumbs: ({ ctx }: Shown) => [{ href: paths.adaptations({ territory: ctx.territory.code }), label: 'Внедрение у себя' }],
  changed: 'Пока вы смотрели, описание изменили. Прочитайте его снова',
  title: ({ one, person, ctx }) => (one.personId === ctx.actor.personId ? 'Что я внедряю у себя' : person),
  more: ({ programme, site }) => `После стажировки «${programme}», ${site.name}`,
  line: ({ one, ctx }) => [<StateTag {...tagOf(one, ctx.today)} />],
  sheets: (shown) => (
    <>
      {[answerSecond, answerFirst, introduceModel]
        .filter((deed) => deed.offered(shown.ctx, shown.opened))
        .slice(0, 1)
        .map((deed) => (
          <DeedSheet opened={shown.opened} request={shown.request} deed={deed} />
        ))}
      <Described {...shown} />
      <Answers {...shown} />
      <Words {...shown} />
      <Sheet title="Путь практики" flush>
        <Trace steps={shown.steps} />
      </Sheet>
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: ({ opened, request, ctx }) => (
      <DeedSheets {...{ opened, request, ctx }} deeds={[changeModel, addWords, takeBackModel]} />
    ),
  },
})

function Described({ one, site, ctx, programme, seesTrainee }: Shown) {
  const { basis } = asksAdaptation(site.regulation)
  return (
    <Sheet title="Описание">
      <SummaryList
        rows={[
          { key: 'Что беру', value: <span class="pl-pre">{one.takes}</span> },
          { key: 'Что меняю', value: <span class="pl-pre">{one.changes}</span> },
          { key: 'Где', value: one.place },
          { key: 'С какого дня', value: longDate(one.introducedOn ?? one.plannedOn) },
          { key: 'Как пойму, что получилось', value: <span class="pl-pre">{one.sign}</span> },
          {
            key: 'Стажировка',
            value: seesTrainee ? (
              <TextLink href={links.traineeship({ territory: ctx.territory.code, traineeship: one.traineeshipId })}>
                {programme}
              </TextLink>
            ) : (
              nb(programme)
            ),
          },
          basis !== null && { key: 'О применении изученного', value: <BasisLink territory={ctx.territory.code} basis={basis} /> },
        ]}
      />
    </Sheet>
  )
}

/** What was answered, and when the next question comes: days that the centre has chosen, and no clause. */
function Answers({ one, ctx }: Shown) {
  if (one.introducedOn === null) return null
  const answered = [
    { outcome: one.firstOutcome, why: one.firstWhy, on: one.firstOn },
    { outcome: one.secondOutcome, why: one.secondWhy, on: one.secondOn },
  ].flatMap(({ outcome, why, on }) => (outcome === null || on === null ? [] : [{ outcome, why, on }]))
  const next = [one.firstCheckOn, one.secondCheckOn].find((day) => day !== null && day > ctx.today)
  return (
    <Sheet title="Что вышло">
      {answered.length > 0 && (
        <SummaryList
          rows={answered.map(({ outcome, why, on }) => ({
            key: shortDate(on),
            value: (
              <>
                {outcomeWords[outcome]}
                {why && <Second>{nb(why)}</Second>}
              </>
            ),
          }))}
        />
      )}
      {!isOver(one) && next && <p class="govuk-body">{nb(`Следующий вопрос — ${longDate(next)}.`)}</p>}
      {answered.length === 0 && !next && <p class="govuk-body">{nb('Ответа пока нет.')}</p>}
    </Sheet>
  )
}

function Words({ said, ctx }: Shown) {
  if (said.length === 0) return null
  const as = { guide: 'ведёт стажировку', head: 'руководитель школы' }
  return (
    <Sheet title="Что говорят другие">
      <RowList
        rows={said.map(({ by, saidAs, words, saidAt }) => (
          <>
            <span class="pl-pre">{words}</span>
            <Second>{`${by}, ${as[saidAs]}, ${shortDate(localTime(saidAt, ctx.territory.timeZone).day)}`}</Second>
          </>
        ))}
      />
    </Sheet>
  )
}

const leaveWords = 'Не сохранять'

/** The five lines again. */
export const editPage: ThingPage<OpenAdaptation> = deedPage(adaptations, changeModel, {
  section,
  title: 'Исправить описание',
  more: ({ site }) => site.name,
  way: ({ territory }, { one }) => [
    { href: paths.adaptation({ territory: territory.code, adaptation: one.id }), label: 'Внедрение' },
  ],
  outcome: 'Описание не сохранено',
  changed: 'описание изменили в другом окне',
  buttons: { save: 'Сохранить' },
  leave: leaveWords,
})

/** The form of the five lines. */
export const newAdaptationPage: ThingPage<OpenTraineeship> = async ({ one, site, guides }, { ctx, form, params }) => {
  const title = 'Что возьму к себе'
  const back = links.traineeship({ territory: ctx.territory.code, traineeship: one.id })
  const body = (
    <FormPage
      way={[{ href: back, label: 'Стажировка' }]}
      title={title}
      more={site.name}
      outcome="Описание не сохранено"
      form={form}
      conflict={false}
      action={describeModel.address(params)}
      button="Сохранить"
      leave={{ href: back, label: leaveWords }}
      wide
    >
      <FormFields of={describeModel.form} form={form} begins={describeModel.begins(ctx, { one, site, guides })} />
    </FormPage>
  )
  return { title, section, body }
}
