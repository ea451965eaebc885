import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { type CaseShown, casePage } from '../../../kit/case-page.tsx'
import { DeedFold, DeedForm, DeedSheet } from '../../../kit/deed-sheets.tsx'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { nb, Second, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { type FormState, Radios } from '../../../ui/fields.ts'
import { Notice, Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { levels, levelWords } from '../../programmes/level-rules.ts'
import { titleOf } from '../../traineeships/queries.ts'
import { type OpenTryOut, tryouts } from '../case.ts'
import { assessTryOut, handIn, rateOneself, returnTryOut } from '../deeds.ts'
import { paths } from '../paths.ts'
import { type Criterion, seesAssessment } from '../rules.ts'
import { asksSelf, criteriaOf, type Work, worksOf } from '../store.ts'
import { stateTags } from '../texts.ts'

async function load(opened: OpenTryOut, { ctx, tx }: ThingRequest) {
  const [works, criteria, { person }] = await Promise.all([
    worksOf(tx, ctx, opened.one.id),
    criteriaOf(tx, ctx, opened),
    titleOf(tx, ctx, opened.trainee.id),
  ])
  const own = ctx.actor.personId === opened.one.personId
  const rated = opened.one.selfLevels !== null
  return { works, criteria, person, own, rated, seesLevels: seesAssessment({ own, asksSelf: asksSelf(opened), rated }) }
}
type Shown = CaseShown<OpenTryOut, Awaited<ReturnType<typeof load>>>

/** A try-out: to the trainee what is to be done next, to whoever leads the work and the criteria beside it. (R-A2p) */
export const tryoutPage: ThingPage<OpenTryOut> = casePage({
  section: 'traineeships',
  load,
  crumbs: ({ ctx, trainee }: Shown) => [
    { href: links.traineeship({ territory: ctx.territory.code, traineeship: trainee.id }), label: 'Стажировка' },
  ],
  changed: 'Пока вы смотрели, работу дополнили. Прочитайте её снова',
  title: ({ one }) => one.title,
  more: ({ person, site }) => `${person}, ${site.name}`,
  line: ({ one }) => [<StateTag {...stateTags[one.state]} />],
  sheets: (shown) => (
    <>
      {shown.one.state === 'returned' && (
        <Notice tone="wait" title="Чего не хватает">
          <p class="pl-pre">{nb(shown.one.remark ?? '')}</p>
          {handIn.offered(shown.ctx, shown.opened) && <p>{nb('Ждать не нужно: дополните, когда будет удобно.')}</p>}
        </Notice>
      )}
      <Sheet title="Задание">
        <p class="govuk-body pl-pre">{nb(shown.one.assignment || 'Задание даёт тот, кто ведёт стажировку.')}</p>
      </Sheet>
      {handIn.offered(shown.ctx, shown.opened) && <DeedSheet opened={shown.opened} request={shown.request} deed={handIn} />}
      {shown.works.map((work) => (
        <WorkSheet {...shown} work={work} />
      ))}
    </>
  ),
  aside: { label: 'Оценка', sheets: (shown) => <Assessment {...shown} /> },
})

function WorkSheet({ work, one, ctx }: Shown & { work: Work }) {
  const { day } = localTime(work.handedAt, ctx.territory.timeZone)
  const file = ({ id, name }: Work['files'][number]) => (
    <li>
      <TextLink href={paths.tryoutFile({ territory: ctx.territory.code, tryout: one.id, file: id })}>{name}</TextLink>
    </li>
  )
  return (
    <Sheet title={`Сдано ${longDate(day)}${work.number > 1 ? `, раз ${work.number}` : ''}`}>
      {work.words && <p class="govuk-body pl-pre">{nb(work.words)}</p>}
      {work.link && (
        <p class="govuk-body">
          <a class="govuk-link" href={work.link} rel="noreferrer">
            {work.link}
          </a>
        </p>
      )}
      {work.files.length > 0 && <ul class="govuk-list">{work.files.map(file)}</ul>}
      {work.children !== null && (
        <Second>{work.children ? 'На снимках дети: их видят только стажёр и площадка' : 'Детей на снимках нет'}</Second>
      )}
      {work.remark && <Second>{`Вернули: ${work.remark}`}</Second>}
    </Sheet>
  )
}

/** The scales of a form: a level of words for each criterion; under it how the trainee sees it. */
const scales = (criteria: readonly Criterion[], form: FormState | null, self: OpenTryOut['one']['selfLevels'] = null) =>
  criteria.map(({ id, text, indicator }) => (
    <Radios
      form={form}
      name={`levels.${id}`}
      label={text}
      hint={[indicator, self?.[id] && `стажёр: ${levelWords[self[id]]}`].filter(Boolean).join('; ') || undefined}
      choices={levels.map((value) => ({ value, label: levelWords[value] }))}
    />
  ))

function Assessment(shown: Shown) {
  const { opened, request, ctx, one, criteria, own, rated, seesLevels } = shown
  const given = { opened, request }
  const judges = assessTryOut.offered(ctx, opened)
  const asSelf = {
    ...rateOneself,
    ask: { ...rateOneself.ask, fields: ({ form }: { form: FormState | null }) => scales(criteria, form) },
  }
  const asJudge = {
    ...assessTryOut,
    ask: {
      ...assessTryOut.ask,
      fields: ({ form }: { form: FormState | null }) => (
        <>
          {scales(criteria, form, one.selfLevels)}
          <FormFields of={{ comment: assessTryOut.form.comment } as typeof assessTryOut.form} form={form} />
        </>
      ),
    },
  }
  return (
    <>
      {own && rateOneself.offered(ctx, opened) && <DeedSheet {...given} deed={asSelf} />}
      {judges && (
        <Sheet title="Оценить">
          <DeedForm {...given} deed={asJudge} />
          <div class="pl-gap" />
          <DeedFold {...given} deed={returnTryOut} />
        </Sheet>
      )}
      {one.levels && seesLevels && (
        <Sheet title="Как оценили">
          <SummaryList rows={criteria.map(({ id, text }) => ({ key: text, value: levelOf(one, id) }))} />
          {one.comment && <p class="govuk-body pl-pre">{nb(one.comment)}</p>}
        </Sheet>
      )}
      {one.levels && !seesLevels && (
        <Sheet title="Как оценили">
          <p class="govuk-body">{nb('Сначала оцените свою работу сами: потом откроется, как её видит площадка.')}</p>
        </Sheet>
      )}
      {own && rated && !one.levels && (
        <Sheet title="Как вы оценили себя">
          <SummaryList
            rows={criteria.map(({ id, text }) => ({
              key: text,
              value: one.selfLevels?.[id] ? levelWords[one.selfLevels[id]] : '',
            }))}
          />
        </Sheet>
      )}
      {!tryouts.may(ctx, 'tryout.assess', opened) && !own && one.state === 'handedIn' && (
        <Sheet title="Ждёт оценки">
          <p class="govuk-body">{nb('Оценивает тот, кто ведёт стажёра.')}</p>
        </Sheet>
      )}
    </>
  )
}

const levelOf = ({ levels: given, selfLevels }: OpenTryOut['one'], id: string) => {
  const self = selfLevels?.[id]
  return (
    <>
      {given?.[id] ? levelWords[given[id]] : ''}
      {self && <Second>{`стажёр: ${levelWords[self]}`}</Second>}
    </>
  )
}
