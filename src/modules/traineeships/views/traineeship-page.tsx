import { sql } from 'kysely'
import { longDate, shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { onlyOf } from '../../../kernel/lists.ts'
import { capital } from '../../../kernel/names.ts'
import { type CaseShown, casePage, papersOf } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedForm, DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { roleWord } from '../../../regulation/people/questions.ts'
import { traineeGuides } from '../../../regulation/work/questions.ts'
import { Facts, nb, Second, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { ButtonLink, Columns, Notice, PageFrame, Sheet } from '../../../ui/frame.ts'
import { calendarOn } from '../../calendar/queries.ts'
import { numberText } from '../../programmes/hours-rules.ts'
import { workingProgrammes } from '../../programmes/queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { standingBanner } from '../../sites/state-blocks.ts'
import { openSites } from '../../sites/term-queries.ts'
import { type OpenTraineeship, traineeships } from '../case-queries.ts'
import { acceptOffer, admitTrainee, declineOffer } from '../deeds/answer.ts'
import { beginTraineeship, changeTraineeship, finishTraineeship, leaveTraineeship, transferTrainee } from '../deeds/run.ts'
import { writeAboutTraineeship } from '../deeds/write.ts'
import { formatsOf, formUnder, formUnderAny } from '../form.ts'
import { isUnderWay } from '../machine.ts'
import { nextOf } from '../my-part.tsx'
import { paths } from '../paths.ts'
import { type PlanRow, planRows } from '../plan-queries.ts'
import { traineePart } from '../ports.ts'
import { type TraineeshipRow, traineeshipRow, traineeshipsBy } from '../queries.ts'
import { daysAwayFromLessons, oddDay, releaseDays } from '../release-rules.ts'
import { wrongProgramme } from '../rules.ts'
import { stateTagFor } from '../texts.ts'
import { guideClause, guides } from './new-page.tsx'
import { PlanSheet } from './plan-sheet.tsx'

async function load(opened: OpenTraineeship, request: ThingRequest) {
  const { ctx, tx } = request
  const { one, site } = opened
  const rows = planRows(tx, ctx, [one.id])
  const [row, plan, calendar, parts, next, possible] = await Promise.all([
    traineeshipRow(tx, ctx, one.id),
    rows,
    rows.then((plan) => calendarOn(tx, ctx, plan.map(dayAhead))),
    rows.then((plan) => Promise.all(traineePart.parts().map((part) => part({ opened, request, rows: plan })))),
    traineeshipsBy(tx, ctx, { where: sql`t.came_from_id = ${one.id} and t.state <> 'declined'` }).page(1, 0),
    // Of what is over nobody of today is said to have led it.
    one.guideId === null && (isUnderWay(one.state) || one.state === 'asked')
      ? guides(site, request, one.personId, one.startsOn)
      : [],
  ])
  if (!row) throw new Error(`traineeship ${one.id} has no row`)
  return { row, plan, calendar, parts, next: next[0], possible }
}

/** A day that is still to come; what has been held is not looked up. */
const dayAhead = ({ given, plannedOn }: PlanRow) => (given ? null : plannedOn)

type Shown = CaseShown<OpenTraineeship, Awaited<ReturnType<typeof load>>>

/** A traineeship: the next thing first, then what was agreed, the hours and what one may do. (C-12) */
export const traineeshipPage: ThingPage<OpenTraineeship> = casePage({
  section: 'traineeships',
  load,
  crumbs: ({ ctx, site, opened }: Shown) =>
    traineeships.may(ctx, 'traineeship.list', opened)
      ? [{ href: paths.siteTrainees({ territory: ctx.territory.code, site: site.id }), label: 'Стажёры площадки' }]
      : [{ href: paths.traineeships({ territory: ctx.territory.code }), label: 'Стажировки' }],
  changed: 'Пока вы смотрели, стажировку изменили. Прочитайте её снова',
  // One's own is known by what one learns, of others by who it is.
  title: ({ row, ctx }) => (row.personId === ctx.actor.personId ? `Стажировка «${row.title}»` : row.person),
  more: ({ row, site, ctx }) => (row.personId === ctx.actor.personId ? site.name : `«${row.title}», ${site.name}`),
  line: ({ row, ctx }) => [<StateTag {...stateTagFor(row, ctx)} />, row.atHost && 'работает на площадке'],
  tools: ({ ctx, one, plan }) =>
    plan.length === 0
      ? []
      : papersOf('План', (format) => paths.traineeshipPlanPaper({ territory: ctx.territory.code, traineeship: one.id, format })),
  sheets: (shown) => (
    <>
      <Banner {...shown} />
      <NextSheet {...shown} />
      {shown.plan.length > 0 && <PlanSheet {...shown} rows={shown.plan} />}
      {shown.parts}
      <TermsSheet {...shown} />
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: ({ opened, request, plan, calendar, ctx, one, next }) => (
      <>
        <ReleaseSheet {...{ plan, calendar, one, ctx }} />
        <DeedSheets
          {...{ opened, request }}
          deeds={[changeTraineeship, writeAboutTraineeship, finishTraineeship, leaveTraineeship]}
        />
        {!next && transferTrainee.offered(ctx, opened) && (
          <ButtonLink kind="secondary" href={paths.traineeshipTransfer({ territory: ctx.territory.code, traineeship: one.id })}>
            Перевести на другую площадку
          </ButtonLink>
        )}
      </>
    ),
  },
})

function Banner({ site, ctx, one, next }: Shown) {
  const banner = standingBanner(site.standing, ctx.today)
  return (
    <>
      {banner && isUnderWay(one.state) && (
        <Notice tone="late" title={banner.title}>
          <p>{nb(banner.text)}</p>
        </Notice>
      )}
      {next && (
        <Notice
          tone="wait"
          title={
            one.state === 'transferred'
              ? 'Стажировка продолжается на другой площадке'
              : 'Стажёру предложено перейти на другую площадку'
          }
        >
          <p>
            <TextLink
              href={paths.traineeship({ territory: ctx.territory.code, traineeship: next.id })}
            >{`${next.siteName}, «${next.title}»`}</TextLink>
          </p>
        </Notice>
      )}
    </>
  )
}

const waits: Partial<Record<OpenTraineeship['one']['state'], string>> = {
  offered: 'Ответ за стажёром. Пока он молчит, стажировки нет.',
  asked: 'Ответ за площадкой.',
}

/** The next thing, in one sentence with its button. */
function NextSheet({ opened, request, one, row, plan, ctx, possible, site }: Shown) {
  const shown = { opened, request }
  if (acceptOffer.offered(ctx, opened))
    return (
      <Sheet title="Согласиться на стажировку?">
        <p class="govuk-body">
          {nb(
            `${site.name} ждёт вас ${shortPeriod({ from: one.startsOn, to: one.endsOn })}. Стажировка состоится, только если вы согласитесь.`,
          )}
        </p>
        <DeedForm {...shown} deed={acceptOffer} />
        <div class="pl-gap" />
        <DeedSheet {...shown} deed={declineOffer} />
      </Sheet>
    )
  if (admitTrainee.offered(ctx, opened))
    return (
      <>
        <DeedSheet
          {...shown}
          deed={
            possible.length === 0
              ? { ...admitTrainee, form: {} }
              : { ...admitTrainee, begins: () => ({ guide: onlyOf(possible)?.value ?? '' }) }
          }
          rows={{ guide: possible }}
        />
        <DeedSheet {...shown} deed={variant(declineOffer, { title: 'Не принимать', button: 'Не принимать' })} />
      </>
    )
  if (beginTraineeship.offered(ctx, opened)) return <DeedSheet {...shown} deed={beginTraineeship} />
  const waiting = waits[one.state]
  if (waiting)
    return (
      <Sheet title="Что дальше">
        <p class="govuk-body">{nb(waiting)}</p>
        {declineOffer.offered(ctx, opened) && (
          <DeedSheet {...shown} deed={variant(declineOffer, { title: 'Отозвать', button: 'Отозвать' })} />
        )}
      </Sheet>
    )
  const undated = plan.some(({ plannedOn, leftOut, given }) => plannedOn === null && !leftOut && !given)
  const dates = undated && isUnderWay(one.state) && traineeships.may(ctx, 'traineeship.run', opened) && (
    <ButtonLink href={paths.traineePlans({ territory: ctx.territory.code, site: site.id, programme: one.programmeId })}>
      Назначить дни занятий
    </ButtonLink>
  )
  if (one.state === 'agreed')
    return (
      <Sheet title="Что дальше">
        <p class="govuk-body">{nb(`Стажировка начинается ${longDate(one.startsOn)}.`)}</p>
        {dates}
      </Sheet>
    )
  const soon = nextOf(plan, ctx.today)
  if (one.state === 'running')
    return (
      <Sheet title="Что дальше">
        <p class="govuk-body">
          {nb(
            soon?.plannedOn
              ? `${capital(longDate(soon.plannedOn))}: ${soon.title}`
              : undated
                ? 'Дни следующих занятий ещё не назначены: их назначает площадка.'
                : 'Назначенные занятия прошли.',
          )}
        </p>
        {!soon?.plannedOn && dates}
      </Sheet>
    )
  if (one.endedOn === null) return null
  return (
    <Notice tone={one.state === 'finished' ? 'ok' : 'wait'} title={`Последний день — ${longDate(one.endedOn)}`}>
      <p>{nb([one.endReason, `часов дано — ${numberText(row.given)}`].filter(Boolean).join('. '))}</p>
    </Notice>
  )
}

/** What the school needs to let the trainee go: the papers, and what is odd about the days. */
function ReleaseSheet({ plan, calendar, one, ctx }: Pick<Shown, 'plan' | 'calendar' | 'one' | 'ctx'>) {
  const days = releaseDays(plan, one, ctx.today)
  if (days.length === 0) return null
  const takesLessons = daysAwayFromLessons(calendar, plan, one, ctx.today).length > 0
  const at = { territory: ctx.territory.code, traineeship: one.id }
  const odd = days.flatMap(({ day }) => {
    const why = oddDay(calendar, day)
    return why ? [`${shortDate(day)}: ${why}`] : []
  })
  return (
    <Sheet title="Освобождение от уроков">
      <p class="govuk-body pl-small">
        {nb(
          takesLessons
            ? 'Школе: проект об освобождении и список замен, дни взяты из плана и сверены с календарём территории.'
            : 'Все назначенные занятия — в выходные и праздничные дни.',
        )}
      </p>
      {odd.length > 0 && (
        <ul class="govuk-list pl-small">
          {odd.map((line) => (
            <li>{nb(line)}</li>
          ))}
        </ul>
      )}
      {takesLessons && (
        <ul class="govuk-list">
          {(['docx', 'pdf'] as const).map((format) => (
            <li>
              <TextLink href={paths.traineeshipRelease({ ...at, format })}>{`Скачать .${format}`}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

const formOf = ({ format, licenceHolder }: Pick<TraineeshipRow, 'format' | 'licenceHolder'>) =>
  [format, licenceHolder && `лицензия — ${licenceHolder}`].filter(Boolean).join('; ')

function TermsSheet({ one, row, site, ctx, possible }: Shown) {
  const territory = ctx.territory.code
  const { value } = traineeGuides(site.regulation)
  const leads = capital(roleWord(site.regulation, value[0] ?? 'head'))
  return (
    <Sheet title="Стажировка">
      {row.planned > 0 && (
        <Facts
          facts={[
            { name: 'Часов дано', value: numberText(row.given) },
            { name: 'Часов в плане', value: numberText(row.planned) },
          ]}
        />
      )}
      <SummaryList
        rows={[
          {
            key: 'Программа',
            value: <TextLink href={paths.traineeshipProgramme({ territory, traineeship: one.id })}>{row.title}</TextLink>,
          },
          { key: 'Срок', value: shortPeriod({ from: one.startsOn, to: one.endsOn }) },
          { key: 'Стажёр', value: [row.post, row.organisation].filter(Boolean).join(', ') },
          formOf(row) !== '' && { key: 'Вид', value: formOf(row) },
          {
            key: leads,
            value: (
              <>
                {row.guide ??
                  (value.includes('head') ? onlyOf(possible)?.label : null) ??
                  (one.endedOn === null ? 'ещё не назван' : 'назван не был')}{' '}
                {clauseLink(ctx, guideClause(site))}
                {row.guide === null && !(value.includes('head') && onlyOf(possible)) && (
                  <Second>{one.endedOn === null ? 'пока ведёт руководитель площадки' : 'вёл руководитель площадки'}</Second>
                )}
              </>
            ),
          },
          row.planned > 0 && { key: 'Часы', value: 'академические' },
          Number(one.hoursBefore) > 0 && { key: 'Перенесено часов', value: numberText(Number(one.hoursBefore)) },
        ]}
      />
    </Sheet>
  )
}

/** The form of the terms. */
export const editPage: ThingPage<OpenTraineeship> = async (opened, request) => {
  const { site, one } = opened
  const possible = await guides(site, request, one.personId, one.startsOn)
  const form = formUnder(site.regulation, changeTraineeship.form)
  return deedPage(
    traineeships,
    { ...changeTraineeship, form },
    {
      section: 'traineeships',
      title: 'Срок и кто ведёт',
      more: () => site.name,
      way: ({ territory }) => [
        { href: paths.traineeship({ territory: territory.code, traineeship: one.id }), label: 'Стажировка' },
      ],
      outcome: 'Условия не сохранены',
      changed: 'стажировку изменил другой человек',
      buttons: { save: 'Сохранить' },
      leave: 'Не сохранять',
      rows: { guide: possible, format: formatsOf([site.regulation]) },
    },
  )(opened, request)
}

/** Programmes of other sites at work by which somebody may go on, and the forms their papers name. */
async function otherProgrammes({ site }: OpenTraineeship, { ctx, tx }: ThingRequest) {
  const sites = (await openSites(tx, ctx, null)).filter(({ id }) => id !== site.id)
  const programmes = await workingProgrammes(
    tx,
    ctx,
    sites.map(({ id }) => id),
  )
  const ready = programmes.flatMap((one) => {
    const there = sites.find(({ id }) => id === one.siteId)
    return there && wrongProgramme(there.regulation, one).length === 0 ? [{ ...one, there }] : []
  })
  return {
    to: ready.map(({ id, title, there }) => ({ value: id, label: `${there.name}: ${title}` })),
    papers: [...new Set(ready.map(({ there }) => there.regulation))],
  }
}

const nowhere =
  'Сейчас перевести некуда: ни на одной другой действующей площадке нет программы, по которой принимают стажёров. Когда она появится, её можно будет выбрать здесь.'

/** The form of going on elsewhere: a page of its own, since it asks for every programme by which one may learn in the territory. */
export const transferPage: ThingPage<OpenTraineeship> = async (opened, request) => {
  const { one, site } = opened
  const { to, papers } = await otherProgrammes(opened, request)
  const title = 'Перевести на другую площадку'
  const way = [{ href: paths.traineeship({ territory: request.ctx.territory.code, traineeship: one.id }), label: 'Стажировка' }]
  if (to.length === 0 && transferTrainee.offered(request.ctx, opened))
    return {
      title,
      section: 'traineeships',
      body: (
        <PageFrame way={way} title={title} more={site.name}>
          <Columns kind="form">
            <Sheet>
              <p class="govuk-body">{nb(nowhere)}</p>
            </Sheet>
          </Columns>
        </PageFrame>
      ),
    }
  return deedPage(
    traineeships,
    { ...transferTrainee, form: formUnderAny(papers, transferTrainee.form) },
    {
      section: 'traineeships',
      title,
      more: () => `Сейчас: ${site.name}. Пока стажёра там не приняли, здесь ничего не меняется; данные часы сохраняются.`,
      way: () => way,
      outcome: 'Переход не предложен',
      changed: 'стажировку изменил другой человек',
      buttons: { transfer: 'Предложить переход' },
      leave: 'Вернуться к стажировке',
      rows: { to, format: formatsOf(papers) },
    },
  )(opened, request)
}
