import { longDate } from '../../../kernel/dates.ts'
import { lower } from '../../../kernel/names.ts'
import { casePage, papersOf } from '../../../kit/case-page.tsx'
import { DeedSheets } from '../../../kit/deed-sheets.tsx'
import { nearestWords } from '../../../regulation/calendar/windows.ts'
import { intakeOn } from '../../../regulation/intake/questions.ts'
import { nb, StateTag, TextLink, Timeline } from '../../../ui/content.ts'
import { Details, Notice, Sheet, type Tool } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { momentWords, restWords } from '../../calls/rules.ts'
import { hoursText } from '../../programmes/hours-rules.ts'
import { ProgrammeSheet } from '../../programmes/programme-blocks.tsx'
import { totalHours } from '../../programmes/rules.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import { deleteDraft, submitApplication, withdrawApplication } from '../deeds/send.ts'
import { author } from '../next-step.ts'
import { CaseBlocks, OperatorButtons } from '../operator/case-blocks.tsx'
import { remarkPlaces } from '../operator/rules.ts'
import { applicationTitle } from '../queries.ts'
import { stateNames, stateTones } from '../texts.ts'
import { ApplicationSheet, programmeCaption } from '../view-blocks.tsx'
import { load, type Shown } from './case-shown.ts'
import { courseItem, previewName } from './course.ts'
import { Participations, People, SectionList, Votes } from './writing-sheets.tsx'

/** The page of an application: its state, what is next and from whom, its sections or its text, its course. */
export const applicationPage = casePage({
  section: 'applications',
  load,
  crumbs: ({ at }: Shown) => [{ href: paths.applications(at), label: 'Заявки' }],
  changed: 'Пока вы смотрели, заявка изменилась. Прочитайте её снова',
  title: ({ one }) => applicationTitle(one),
  name: ({ one }) => applicationTitle(one),
  kicker: ({ open }) => open.view.callTitle ?? undefined,
  more: ({ one }) => (one.theme === '' ? 'Тема ещё не написана' : one.theme),
  line: ({ one, participants }) => [
    <StateTag tone={stateTones[one.state]} word={stateNames[one.state]} />,
    participants.find(({ isLead }) => isLead)?.shortName,
    one.round > 1 && `отправлена ${one.round}-й раз`,
  ],
  tools: toolsOf,
  sheets: (shown) => (
    <>
      <Decision {...shown} />
      <Participations {...shown} />
      <Votes {...shown} given={false} />
      <Next {...shown} />
      <OperatorButtons {...shown} />
      {shown.edit ? <SectionList {...shown} /> : <ReadSheet {...shown} />}
      <Votes {...shown} given />
    </>
  ),
  aside: {
    label: 'О заявке',
    sheets: (shown) => (
      <>
        <CaseBlocks {...shown} places={remarkPlaces(shown.regulation, shown.open.view)} />
        <Sheet title="Что было">
          <Timeline items={shown.course.map((step) => courseItem(step, shown.ctx.territory.timeZone))} />
        </Sheet>
        <People {...shown} />
        <DeedSheets {...shown} deeds={[deleteDraft, withdrawApplication]} />
      </>
    ),
  },
})

function toolsOf({ one, regulation, at }: Shown): Tool[] {
  return [
    { href: paths.applicationPreview(at), label: previewName(regulation), icon: 'eye' },
    ...papersOf('Скачать', (format) => paths.applicationDocument({ ...at, format })),
    ...Array.from({ length: one.round }, (_, index) => ({
      href: paths.applicationRound({ ...at, round: String(index + 1) }),
      label: one.round === 1 ? 'Что отправлено' : `Что отправлено ${index + 1}-й раз`,
      icon: 'doc' as const,
    })),
    ...(one.round > 1 || (one.round === 1 && one.state === 'returned')
      ? [{ href: paths.applicationComparison(at), label: 'Что изменилось' }]
      : []),
  ]
}

/** The decision and its reasons stand on the page of whoever applied. */
function Decision({ one, at }: Shown) {
  if (one.state !== 'granted' && one.state !== 'declined') return null
  const granted = one.state === 'granted'
  return (
    <Notice tone={granted ? 'ok' : 'late'} title={granted ? 'Статус площадки дан' : 'В статусе отказано'}>
      {one.decisionReason && <p class="pl-pre">{nb(one.decisionReason)}</p>}
      <p>
        {one.decidedOn && nb(`Решение от ${longDate(one.decidedOn)} `)}
        {one.decidedByOrderId && <TextLink href={paths.order({ ...at, order: one.decidedByOrderId })}>Открыть решение</TextLink>}
      </p>
      {granted && one.siteId && (
        <p>
          <TextLink href={paths.site({ ...at, site: one.siteId })}>Открыть площадку</TextLink>
        </p>
      )}
    </Notice>
  )
}

/** What is next, from whom, until when. */
function Next({ one, opened: found, next, call, regulation, ctx }: Shown) {
  if (!next) return null
  const deadline = call && one.state === 'draft' ? call.closesAt : null
  const days = !call && one.state === 'draft' ? intakeOn(regulation, ctx.today) : null
  const own = submitApplication.offered(ctx, found) && next.who === author
  return (
    <Sheet title="Что дальше и от кого">
      <p>
        <b>{own ? 'Вы' : nb(next.who)}</b>
        {nb(`: ${lower(next.what)}`)}
      </p>
      {days?.basis && days.value.nearest && (
        <p>
          {nb(
            `${days.value.open ? 'Заявки принимают' : 'Сегодня заявок не принимают, отправить её можно'} ${nearestWords(days.value.nearest)} `,
          )}
          <BasisLink territory={ctx.territory.code} basis={days.basis} />
        </p>
      )}
      {call && deadline && (
        <p>
          {ctx.now > deadline
            ? nb(`Приём закончился в ${momentWords(deadline, call)}: отправить заявку уже нельзя, черновик остаётся у вас.`)
            : nb(`Отправьте до ${momentWords(deadline, call)}, ${restWords(deadline, ctx.now, call)}.`)}
        </p>
      )}
    </Sheet>
  )
}

/** What was sent, to all who do not write it; before anything has been sent, what stands in the draft. */
function ReadSheet({ one, regulation, open, kept, at }: Shown) {
  const { view } = kept ?? open
  return (
    <>
      <Sheet>
        <ApplicationSheet
          view={view}
          level={2}
          regulation={regulation}
          adviserOpen={kept === null && one.adviserName === null}
          fileHref={(file) => paths.applicationFile({ ...at, file })}
        />
      </Sheet>
      {view.programme && (
        <Sheet title={programmeCaption(regulation)}>
          <p>
            <TextLink href={paths.programme({ ...at, programme: view.programme.id })}>{`«${view.programme.title}»`}</TextLink>
            {nb(`, ${hoursText(totalHours(view.programme.content))}`)}
          </p>
          <Details summary="Прочитать программу">
            <ProgrammeSheet content={view.programme.content} regulation={regulation} level={3} />
          </Details>
        </Sheet>
      )}
    </>
  )
}
