import { counted } from '../../../kernel/plural.ts'
import { casePage, papersOf } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import { asked } from '../../../kit/form/fields.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { remoteWork } from '../../../regulation/work/questions.ts'
import { Facts, nb, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { ButtonLink, Notice, Sheet, type Tool } from '../../../ui/frame.ts'
import { notFound } from '../../../web/route.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { events, type OpenEvent } from '../case.ts'
import { offerPlace, takePlace } from '../deeds/come.ts'
import { closeEvent, markPresent } from '../deeds/hold.ts'
import { announceEvent, cancelEvent, changeEvent } from '../deeds/plan.ts'
import { writeToPeople } from '../deeds/write.ts'
import { formUnder } from '../form.ts'
import { paths } from '../paths.ts'
import { holdsPlace, leastAnswers, letGoBy, mayMark, mayStillCome } from '../rules.ts'
import { cameWords, eventTag, placesWords } from '../texts.ts'
import { hoursOf, whenWords } from '../when.ts'
import { calendarHint } from './calendar-hint.ts'
import { load, type Shown } from './event-loaded.ts'
import { OwnPlace } from './own-place.tsx'
import { PeopleSheet } from './people-sheet.tsx'

const shownEvent = casePage({
  section: 'events',
  load,
  crumbs: ({ ctx }: Shown) => [{ href: paths.events({ territory: ctx.territory.code }), label: 'Мероприятия' }],
  changed: 'Пока вы смотрели, мероприятие изменили. Прочитайте его снова',
  title: ({ one }) => one.title,
  more: ({ site }) => site.name,
  line: ({ one, ctx, free }) => [<StateTag {...eventTag({ ...one, free }, ctx.now)} />],
  tools: ({ ctx, one, own, runs, seesAll }) => {
    const at = { territory: ctx.territory.code, event: one.id }
    if (one.state !== 'open' && one.state !== 'closed') return []
    const letsGo = one.state === 'open' && one.takesLessons && ctx.now < one.startsAt && own.some((place) => letGoBy(ctx, place))
    const sheet = (format: 'pdf' | 'docx'): Tool => ({
      ...{ href: paths.eventSheet({ ...at, format }), label: `Лист участников .${format}`, icon: 'download' },
    })
    const people: Tool = { href: paths.eventPeople(at), label: 'Участники таблицей' }
    const calendar: Tool = { href: paths.eventCalendar(at), label: 'В календарь телефона', icon: 'download' }
    return [
      ...(one.state === 'open' && ctx.now < one.endsAt ? [calendar] : []),
      ...(runs ? [sheet('pdf'), sheet('docx')] : []),
      ...(letsGo ? papersOf('Освобождение от уроков', (format) => paths.eventRelease({ ...at, format })) : []),
      ...(seesAll ? [people] : []),
    ]
  },
  sheets: (shown) => (
    <>
      {shown.runs && shown.odd && (
        <Notice tone="wait" title="Учтите календарь территории">
          <p class="govuk-body">{nb(`${shown.odd}. Мероприятию это не мешает: решаете вы.`)}</p>
        </Notice>
      )}
      {isOn(shown) && <RollSheet {...shown} />}
      {asksAboutLessons(shown) && <PeopleSheet {...shown} people={shown.own} />}
      <OwnPlace {...shown} />
      <AboutSheet {...shown} />
      {shown.about}
      {shown.seesAll ? (
        <PeopleSheet {...shown} people={shown.places} />
      ) : (
        shown.own.length > 0 && !asksAboutLessons(shown) && <PeopleSheet {...shown} people={shown.own} />
      )}
      {shown.seesAll && shown.one.state === 'closed' && <AnswersSheet {...shown} />}
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: (shown) => (
      <>
        <SendSheet {...shown} />
        {shown.parts}
        {shown.runs && <Running {...shown} />}
      </>
    ),
  },
})

/** An event: when and where, who comes, and what this person may do. A draft is its site's alone. */
export const eventPage: ThingPage<OpenEvent> = (opened, request) =>
  opened.one.state === 'draft' && !events.may(request.ctx, 'event.run', opened) ? notFound : shownEvent(opened, request)

/** Whether the head of a school has to say of somebody whether they let them go: that is what they have come for, before a place of their own. */
const asksAboutLessons = ({ one, own, ctx, isHead, seesAll }: Shown) =>
  !seesAll &&
  one.takesLessons &&
  mayStillCome(one, ctx.now).length === 0 &&
  own.some((place) => place.released === null && holdsPlace(place.state) && !isHead(place))

/** The head of a school sends those of their own who do not come yet. */
function SendSheet(shown: Shown) {
  const { opened, request, ctx, one } = shown
  const people = choices(shown)
  if (people.length === 0 || !offerPlace.offered(ctx, opened)) return null
  const text = ['Место займётся, когда педагог согласится.', one.takesLessons && 'С уроков вы его этим отпускаете.']
  const deed = variant(offerPlace, { text: text.filter(Boolean).join(' ') })
  return <DeedSheet deed={deed} opened={opened} request={request} rows={{ personId: people }} />
}

function choices({ staff, places, ctx }: Shown) {
  const coming = new Set(places.filter(({ state }) => holdsPlace(state) || state === 'offered').map(({ personId }) => personId))
  const free = staff.filter(({ id }) => !coming.has(id) && id !== ctx.actor.personId)
  return [...new Map(free.map((one) => [one.id, one])).values()].map((one) => ({
    value: one.id,
    label: [one.familyName, one.givenName, one.patronymic].filter(Boolean).join(' '),
    more: one.title,
  }))
}

function AboutSheet({ opened, one, site, ctx, free, places, taken, runs, mine, odd }: Shown) {
  const asks = mine?.state !== 'confirmed' && takePlace.offered(ctx, opened)
  const present = places.filter((place) => place.present === true).length
  const territory = ctx.territory.code
  const remote = remoteWork(site.regulation)
  const link = one.link && (runs || mine?.state === 'confirmed') && (
    <a class="govuk-link" href={one.link} rel="noreferrer">
      {one.link}
    </a>
  )
  return (
    <Sheet title="О мероприятии">
      <SummaryList
        rows={[
          { key: 'Площадка', value: <TextLink href={paths.site({ territory, site: site.id })}>{site.name}</TextLink> },
          { key: 'Когда', value: whenWords(one, ctx.territory) },
          odd !== null && !runs && { key: 'Календарь', value: odd },
          one.room && { key: 'Где', value: one.room },
          one.link && {
            key: 'Ссылка',
            value: one.endsAt <= ctx.now ? 'Была для участников' : link || 'Откроется тем, у кого есть место',
          },
          one.link !== null &&
            remote.value !== null && {
              key: 'Как',
              value: (
                <>
                  {one.room === null ? 'На расстоянии' : 'На месте и на расстоянии'} {clauseLink(ctx, remote.basis?.clause)}
                </>
              ),
            },
          one.audience && { key: 'Для кого', value: one.audience },
          one.state === 'closed' && { key: 'Участники', value: cameWords(present, one.guests ?? 0) },
          (one.state === 'draft' || one.state === 'open') && {
            key: 'Места',
            value: placesWords({ ...one, taken: taken.confirmed, free: ctx.now < one.startsAt ? free : null, isTheirs: asks }),
          },
          one.takesLessons && { key: 'Уроки', value: 'В учебное время: на вопрос об уроках отвечает руководитель школы' },
          one.cancelReason && { key: 'Почему отменено', value: one.cancelReason },
          one.note && { key: 'Примечание', value: one.note },
          {
            key: 'В плане',
            value: (
              <TextLink href={paths.planLine({ territory, plan: one.planId, line: one.lineKey })}>строка плана площадки</TextLink>
            ),
          },
        ]}
      />
    </Sheet>
  )
}

/** While it goes on, and until it is closed, whoever holds it marks people first of all. */
const isOn = ({ runs, one, ctx }: Shown) => runs && one.state === 'open' && mayMark(one, ctx.now).length === 0

function RollSheet({ one, ctx, opened, places }: Shown) {
  const marked = places.filter(({ present }) => present === true).length
  const isOpen = one.state === 'open'
  return (
    <Sheet title="Кто был">
      <p class="govuk-body">
        {nb(marked === 0 ? 'Ещё никто не отмечен.' : `Отмечено: ${counted(marked, 'человек', 'человека', 'человек')}.`)}
      </p>
      {markPresent.offered(ctx, opened) && (
        <ButtonLink
          kind={isOpen ? undefined : 'secondary'}
          href={paths.eventList({ territory: ctx.territory.code, event: one.id })}
        >
          {isOpen ? 'Отметить, кто был' : 'Исправить список'}
        </ButtonLink>
      )}
    </Sheet>
  )
}

/** So many guests that nobody typed them on purpose are confirmed by a box, which nobody sees before. */
function closing({ request: { refused, form } }: Shown) {
  const again = refused === closeEvent.name && form?.errors.some(({ field }) => field === 'guests')
  return again ? closeEvent : { ...closeEvent, form: asked(closeEvent.form, { guestsAgain: false }) }
}

/** What the site does with it. */
function Running(shown: Shown) {
  const { opened, request, ctx, one, places } = shown
  const someCame = places.some(({ present }) => present === true)
  const ready = variant(announceEvent, {
    title: 'Объявить',
    text: 'Пока мероприятие видит только площадка. Когда оно объявлено, люди записываются сами.',
    button: 'Объявить',
    fields: () => <></>,
    chosen: { ...changeEvent.begins(ctx, opened), intent: 'announce' },
  })
  return (
    <>
      {one.state === 'closed' && <RollSheet {...shown} />}
      {ready.offered(ctx, opened) && <DeedSheet opened={opened} request={request} deed={ready} />}
      {ctx.now >= one.endsAt && <DeedSheets opened={opened} request={request} deeds={[closing(shown)]} />}
      <DeedSheets
        opened={opened}
        request={request}
        deeds={[variant(changeEvent, { kind: 'secondary' }), writeToPeople, ...(someCame ? [] : [cancelEvent])]}
      />
    </>
  )
}

/** What those who were there have said: only when there are enough of them. */
function AnswersSheet({ answers }: Shown) {
  if (answers.length < leastAnswers)
    return (
      <Sheet title="Что сказали участники">
        <p class="govuk-body">
          {nb(`Ответы видны, когда их не меньше пяти: так никого не узнать. Сейчас их ${answers.length}.`)}
        </p>
      </Sheet>
    )
  const share = (fits: (one: Shown['answers'][number]) => boolean) => `${answers.filter(fits).length} из ${answers.length}`
  return (
    <Sheet title="Что сказали участники">
      <Facts
        facts={[
          { name: 'Полезно', value: share(({ useful }) => useful >= 3) },
          { name: 'Попробуют у себя', value: share(({ tries }) => tries === 'yes') },
          { name: 'Подумают', value: share(({ tries }) => tries === 'maybe') },
        ]}
      />
      <ul class="govuk-list">{answers.flatMap(({ words: said }) => (said ? [<li>{nb(`«${said}»`)}</li>] : []))}</ul>
    </Sheet>
  )
}

/** The form of an event, also announcing it. */
export const editPage: ThingPage<OpenEvent> = async (opened, request) => {
  const hint = await calendarHint(request, hoursOf(opened.one, request.ctx.territory).day)
  return deedPage(
    events,
    { ...changeEvent, form: asked(formUnder(opened.site.regulation), { day: hint }) },
    {
      section: 'events',
      title: 'Время, место и число мест',
      more: ({ site }) => site.name,
      way: ({ territory }, { one }) => [
        { href: paths.events({ territory: territory.code }), label: 'Мероприятия' },
        { href: paths.event({ territory: territory.code, event: one.id }), label: one.title },
      ],
      outcome: 'Мероприятие не сохранено',
      changed: 'мероприятие изменил другой человек',
      buttons: announceEvent.offered(request.ctx, opened)
        ? { announce: 'Сохранить и объявить', save: 'Сохранить' }
        : { save: 'Сохранить' },
      leave: 'Не сохранять',
    },
  )(opened, request)
}
