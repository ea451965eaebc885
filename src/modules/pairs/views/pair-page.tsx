import { sql } from 'kysely'
import { may } from '../../../authz/ctx.ts'
import { longDate, shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { type CaseShown, casePage, papersOf } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedFold, DeedForm, DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import { asked } from '../../../kit/form/fields.ts'
import type { ThingRequest } from '../../../kit/thing.ts'
import { mentoringRule, roleWord } from '../../../regulation/people/questions.ts'
import { nb, RowList, Second, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { ButtonGroup, ButtonLink, Notice, Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { nameOfDeficit } from '../../deficits/goal-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { settings } from '../../settings/model.ts'
import { settingOf } from '../../settings/queries.ts'
import { type OpenPair, pairs } from '../case.ts'
import { agreeAsMentee, agreeAsMentor, declinePair, endPair, passPair } from '../deeds.ts'
import { isWaiting } from '../machine.ts'
import { answerSilence, doubtMeeting, writeMeeting } from '../meeting-deeds.ts'
import { isSilent, mayDoubt } from '../meeting-rules.ts'
import { meetingsOf } from '../meeting-store.ts'
import { paths } from '../paths.ts'
import { pairRow, pairsBy } from '../queries.ts'
import { isOrphan, isOverdue, toldOfDeficit } from '../rules.ts'
import { loadsOf } from '../store.ts'
import { loadWords, minutesWords, tagOf } from '../texts.ts'
import { withdrawMentor } from '../withdrawal-deed.ts'
import { mentorRows, ownDeficits } from './new-page.tsx'

/** What the mentee lacks is told to themselves and to methodists, and to the mentor once the mentee has agreed. */
const seesDeficit = ({ ctx }: Pick<ThingRequest, 'ctx'>, { one }: OpenPair) =>
  may(ctx, 'deficit.view', { territoryId: ctx.territory.id, personIds: toldOfDeficit(one) })

async function load(opened: OpenPair, request: ThingRequest) {
  const { ctx, tx } = request
  const { one } = opened
  const [row, deficit, loadOf, toChoose, meetings, silence, heirs, successor] = await Promise.all([
    pairRow(tx, ctx, one.id),
    one.deficitId !== null && seesDeficit(request, opened) ? nameOfDeficit(tx, ctx, one.deficitId) : null,
    loadsOf(tx, ctx, [one.mentorId], one.id),
    agreeAsMentee.offered(ctx, opened) ? ownDeficits(request) : [],
    meetingsOf(tx, ctx, one.id),
    settingOf(tx, ctx, settings.pairSilence),
    passPair.offered(ctx, opened) ? mentorRows(opened.site, request, one.mentorId) : null,
    pairsBy(tx, ctx, sql`g.came_from_id = ${one.id}`).page(1, 0),
  ])
  return {
    ...{ isLed: row?.isLed ?? true, deficit, load: loadOf(one.mentorId), toChoose, silence },
    ...{ heirs, successor: successor[0] ?? null },
    ...{ meetings, met: { days: row?.meetings ?? 0, minutes: row?.minutes ?? 0 } },
  }
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
    <StateTag {...tagOf(standing(shown), shown.ctx.today, shown.silence)} />,
    clauseLink(shown.ctx, mentoringRule(shown.site.regulation).basis?.clause),
  ],
  tools: ({ ctx, one, opened }) =>
    one.closedOn === null && pairs.may(ctx, 'pair.consent', opened)
      ? papersOf('Согласие', (format) => paths.pairConsent({ territory: ctx.territory.code, pair: one.id, format }))
      : [],
  sheets: (shown) => (
    <>
      <Says {...shown} />
      {shown.one.outcome !== null && (
        <Sheet title={shown.one.state === 'declined' ? 'Почему не состоялась' : 'Что получилось'}>
          <p class="govuk-body pl-pre">{shown.one.outcome}</p>
        </Sheet>
      )}
      <AboutSheet {...shown} />
      {(shown.meetings.length > 0 || shown.one.state === 'running') && <MeetingsSheet {...shown} />}
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: (shown) => <ToDo {...shown} />,
  },
})

const isPassing = (successor: Shown['successor']) => successor !== null && successor.closedOn === null

function ToDo({ opened, request, toChoose, load: leads, one, heirs, successor }: Shown) {
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
          withdrawMentor,
        ]}
      />
      {heirs && !isPassing(successor) && (
        <DeedSheet
          {...{ opened, request }}
          deed={passPair}
          rows={{ mentorId: heirs.filter(({ value }) => value !== one.menteeId) }}
        />
      )}
    </>
  )
}

/** What is not as it should be, and who sees to it. */
function Says(shown: Shown) {
  const { ctx, one, mentor } = shown
  if (isOrphan(standing(shown), ctx.today))
    return (
      <Notice tone="wait" title="У пары нет того, кто её ведёт">
        <p class="govuk-body">
          {nb(
            `${mentor}: ${one.leadsUntil === null ? 'роли на площадке больше нет' : `отказ, последний день — ${longDate(one.leadsUntil)}`}. Нового человека называет руководитель площадки.`,
          )}
        </p>
      </Notice>
    )
  if (isSilent(one, ctx.today, shown.silence)) return <SilenceNotice {...shown} />
  if (!isOverdue(one, ctx.today)) return null
  return (
    <Notice tone="wait" title={`Срок пары закончился ${longDate(one.endsOn)}`}>
      <p class="govuk-body">{nb('Запишите, что получилось: это может сделать любой из двоих.')}</p>
    </Notice>
  )
}

/** One question in one press; nobody has to answer it. (c23) */
function SilenceNotice({ opened, request, ctx, one, silence }: Shown) {
  const answers = answerSilence.offered(ctx, opened)
  return (
    <Notice tone="wait" title={`${counted(silence, 'день', 'дня', 'дней')} о паре нет вестей`}>
      {answers ? (
        <>
          <p class="govuk-body">{nb('Как идёт работа? Хватит одного нажатия.')}</p>
          <ButtonGroup>
            <DeedForm
              {...{ opened, request }}
              deed={variant(answerSilence, { chosen: { answer: 'met' }, button: 'Встречались' })}
            />
            <DeedForm
              {...{ opened, request }}
              deed={variant(answerSilence, { chosen: { answer: 'later' }, button: 'Пока не нужно' })}
            />
            <ButtonLink kind="secondary" small href={paths.pairOutcome({ territory: ctx.territory.code, pair: one.id })}>
              Закончили
            </ButtonLink>
          </ButtonGroup>
        </>
      ) : (
        <p class="govuk-body">{nb('Обоих уже спросили, как идёт работа.')}</p>
      )}
    </Notice>
  )
}

/** What either side has written of the meetings; what the other does not agree with stays, marked. */
function MeetingsSheet({ opened, request, ctx, meetings, met, one }: Shown) {
  return (
    <Sheet title={met.days === 0 ? 'Встречи' : `Встречи: ${met.days}, ${minutesWords(met.minutes)}`}>
      {meetings.length === 0 ? (
        <p class="govuk-body">{nb('Пока ни одной. Записать встречу может любой из двоих: день, минуты и одна строка.')}</p>
      ) : (
        <RowList
          rows={meetings.map((row) => (
            <>
              <strong>{nb(row.line)}</strong>
              <Second>{[shortDate(row.heldOn), minutesWords(row.minutes), `записано: ${row.writer}`].join(' · ')}</Second>
              {row.isDoubted && (
                <Second>
                  <StateTag tone="wait" word="Вторая сторона не согласна" /> {row.doubt}
                </Second>
              )}
              {mayDoubt(row, ctx.actor.personId) && doubtMeeting.offered(ctx, opened) && (
                <DeedFold
                  {...{ opened, request }}
                  deed={variant(doubtMeeting, { chosen: { meeting: row.id }, of: `${shortDate(row.heldOn)}: ${row.line}` })}
                />
              )}
            </>
          ))}
        />
      )}
      {writeMeeting.offered(ctx, opened) && (
        <>
          <div class="pl-gap" />
          <ButtonLink kind="secondary" href={paths.pairMeetings({ territory: ctx.territory.code, pair: one.id })}>
            Записать встречу
          </ButtonLink>
        </>
      )}
    </Sheet>
  )
}

const ofPair = {
  section: 'pairs' as const,
  more: ({ mentor, mentee }: OpenPair) => `${mentor} — ${mentee}`,
  way: ({ territory }: ThingRequest['ctx'], { one }: OpenPair) => [
    { href: paths.pair({ territory: territory.code, pair: one.id }), label: 'Наставническая пара' },
  ],
  changed: 'пару изменил другой человек',
}

/** One line about a meeting, in ten seconds. */
export const meetingPage = deedPage(pairs, writeMeeting, {
  ...ofPair,
  title: 'Записать встречу',
  outcome: 'Встреча не записана',
  buttons: { save: 'Записать' },
  leave: 'Не записывать',
})

/** What came of the pair. */
export const outcomePage = deedPage(pairs, endPair, {
  ...ofPair,
  title: 'Записать итог и закончить',
  outcome: 'Итог не записан',
  buttons: { save: 'Закончить' },
  leave: 'Не заканчивать',
})

function AboutSheet({ one, site, mentor, mentee, deficit, ctx, successor }: Shown) {
  const at = { territory: ctx.territory.code }
  return (
    <Sheet title="Пара">
      <SummaryList
        rows={[
          { key: 'Цель', value: <span class="pl-pre">{one.goal}</span> },
          deficit !== null && { key: 'Дефицит', value: deficit },
          { key: 'Ведёт', value: `${mentor}, ${roleWord(site.regulation, one.role)}` },
          successor !== null &&
            successor.state !== 'declined' && {
              key: isWaiting(successor.state) ? 'Предложено вести' : 'Дальше ведёт',
              value: <TextLink href={paths.pair({ ...at, pair: successor.id })}>{successor.mentor}</TextLink>,
            },
          { key: 'С кем', value: mentee },
          { key: 'Срок', value: shortPeriod({ from: one.startsOn, to: one.endsOn }) },
          one.leadsUntil !== null && {
            key: 'Отказ вести',
            value: [`последний день — ${longDate(one.leadsUntil)}`, one.withdrawal].filter(Boolean).join('. '),
          },
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
