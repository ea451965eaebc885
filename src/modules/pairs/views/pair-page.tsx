import { may } from '../../../authz/ctx.ts'
import { longDate, shortPeriod } from '../../../kernel/dates.ts'
import { type CaseShown, casePage } from '../../../kit/case-page.tsx'
import { DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import { asked } from '../../../kit/form/fields.ts'
import type { ThingRequest } from '../../../kit/thing.ts'
import { mentoringRule, roleWord } from '../../../regulation/people/questions.ts'
import { nb, StateTag, SummaryList } from '../../../ui/content.ts'
import { Notice, Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { nameOfDeficit } from '../../deficits/goal-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { type OpenPair, pairs } from '../case.ts'
import { agreeAsMentee, agreeAsMentor, declinePair, endPair } from '../deeds.ts'
import { paths } from '../paths.ts'
import { pairRow } from '../queries.ts'
import { isOrphan, isOverdue } from '../rules.ts'
import { loadsOf } from '../store.ts'
import { loadWords, tagOf } from '../texts.ts'
import { ownDeficits } from './new-page.tsx'

/** What the mentee lacks is told to the two of the pair and to methodists alone. */
const seesDeficit = ({ ctx }: Pick<ThingRequest, 'ctx'>, { one }: OpenPair) =>
  may(ctx, 'deficit.view', { territoryId: ctx.territory.id, personIds: [one.menteeId, one.mentorId] })

async function load(opened: OpenPair, request: ThingRequest) {
  const { ctx, tx } = request
  const { one } = opened
  const [row, deficit, loadOf, toChoose] = await Promise.all([
    pairRow(tx, ctx, one.id),
    one.deficitId !== null && seesDeficit(request, opened) ? nameOfDeficit(tx, ctx, one.deficitId) : null,
    loadsOf(tx, ctx, [one.mentorId], one.id),
    agreeAsMentee.offered(ctx, opened) ? ownDeficits(request) : [],
  ])
  return { isLed: row?.isLed ?? true, deficit, load: loadOf(one.mentorId), toChoose }
}
type Shown = CaseShown<OpenPair, Awaited<ReturnType<typeof load>>>

const standing = ({ one, isLed }: Pick<Shown, 'one' | 'isLed'>) => ({ ...one, isLed })

/** A pair: who, for what, until when, what came of it. (L-O42) */
export const pairPage = casePage({
  section: 'pairs',
  load,
  crumbs: ({ ctx, site, opened }: Shown) =>
    pairs.may(ctx, 'pair.list', opened)
      ? [{ href: paths.sitePairs({ territory: ctx.territory.code, site: site.id }), label: 'Наставнические пары площадки' }]
      : [{ href: links.my({ territory: ctx.territory.code }), label: 'Моё' }],
  changed: 'Пока вы смотрели, пару изменили. Прочитайте её снова',
  title: ({ mentor, mentee }) => `${mentor} — ${mentee}`,
  more: ({ site }) => `Наставническая пара, ${site.name}`,
  line: (shown) => [
    <StateTag {...tagOf(standing(shown), shown.ctx.today)} />,
    clauseLink(shown.ctx, mentoringRule(shown.site.regulation).basis?.clause),
  ],
  sheets: (shown) => (
    <>
      <Says {...shown} />
      {shown.one.outcome !== null && (
        <Sheet title={shown.one.state === 'declined' ? 'Почему не состоялась' : 'Что получилось'}>
          <p class="govuk-body pl-pre">{shown.one.outcome}</p>
        </Sheet>
      )}
      <AboutSheet {...shown} />
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: (shown) => <ToDo {...shown} />,
  },
})

function ToDo({ opened, request, toChoose, load: leads, one }: Shown) {
  const asMentee = { ...agreeAsMentee, form: asked(agreeAsMentee.form, toChoose.length === 0 ? { deficit: false } : {}) }
  return (
    <>
      <DeedSheets {...{ opened, request }} deeds={[variant(agreeAsMentor, { text: `Сейчас: ${loadWords(leads)}.` })]} />
      {asMentee.offered(request.ctx, opened) && (
        <DeedSheet {...{ opened, request }} deed={asMentee} rows={{ deficit: toChoose }} />
      )}
      <DeedSheets
        {...{ opened, request }}
        deeds={[
          one.createdBy === request.ctx.actor.personId
            ? variant(declinePair, { title: 'Отозвать', button: 'Отозвать' })
            : declinePair,
          endPair,
        ]}
      />
    </>
  )
}

/** What is not as it should be, and who sees to it. */
function Says(shown: Shown) {
  const { ctx, one, mentor } = shown
  if (isOrphan(standing(shown), ctx.today))
    return (
      <Notice tone="wait" title="У пары нет того, кто её ведёт">
        <p class="govuk-body">{nb(`${mentor}: роли на площадке больше нет. Нового человека называет руководитель площадки.`)}</p>
      </Notice>
    )
  if (!isOverdue(one, ctx.today)) return null
  return (
    <Notice tone="wait" title={`Срок пары закончился ${longDate(one.endsOn)}`}>
      <p class="govuk-body">{nb('Запишите, что получилось: это может сделать любой из двоих.')}</p>
    </Notice>
  )
}

function AboutSheet({ one, site, mentor, mentee, deficit, ctx }: Shown) {
  const at = { territory: ctx.territory.code }
  return (
    <Sheet title="Пара">
      <SummaryList
        rows={[
          { key: 'Цель', value: <span class="pl-pre">{one.goal}</span> },
          deficit !== null && { key: 'Дефицит', value: deficit },
          { key: 'Ведёт', value: `${mentor}, ${roleWord(site.regulation, one.role)}` },
          { key: 'С кем', value: mentee },
          { key: 'Срок', value: shortPeriod({ from: one.startsOn, to: one.endsOn }) },
          one.closedOn !== null && {
            key: one.state === 'declined' ? 'Отказ записан' : 'Закончила работу',
            value: longDate(one.closedOn),
          },
        ]}
      />
      {deficit !== null && one.menteeId === ctx.actor.personId && one.deficitId !== null && (
        <p class="govuk-body pl-small">
          <a class="govuk-link" href={links.deficit({ ...at, deficit: one.deficitId })}>
            Открыть дефицит
          </a>
        </p>
      )}
    </Sheet>
  )
}
