import { type Ctx, may } from '../../../authz/ctx.ts'
import { counted } from '../../../kernel/plural.ts'
import { type CaseShown, casePage } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedForm, DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { Facts, nb, Second, StateTag, SummaryList, Table, TextLink } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Sheet, SubmitButton, type Tool } from '../../../ui/frame.ts'
import { notFound } from '../../../web/route.ts'
import { staffOn } from '../../organisations/queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { events, type OpenEvent } from '../case.ts'
import { giveUpPlace, offerPlace, releasePerson, takePlace } from '../deeds/come.ts'
import { closeEvent, giveAnswers, pressHere } from '../deeds/hold.ts'
import { announceEvent, cancelEvent, changeEvent } from '../deeds/plan.ts'
import { formUnder } from '../form.ts'
import { paths } from '../paths.ts'
import { eventPart } from '../ports.ts'
import { answersOf } from '../queries.ts'
import { freePlaces, holdsPlace, leastAnswers, mayMark, placeInQueue } from '../rules.ts'
import { organisationFor, type Place, placesOf, placesTaken } from '../store.ts'
import { eventTag, placeTags } from '../texts.ts'
import { whenWords } from '../when.ts'

async function load(opened: OpenEvent, { ctx, tx }: ThingRequest) {
  const { one } = opened
  const runs = events.may(ctx, 'event.run', opened)
  const seesAll = events.may(ctx, 'event.people', opened)
  const [places, taken, answers] = await Promise.all([
    placesOf(tx, ctx, one.id),
    placesTaken(tx, ctx, one),
    seesAll ? answersOf(tx, ctx, one.id) : [],
  ])
  const { headsOrganisations, personId } = ctx.actor
  const own = places.filter(({ organisationId }) => organisationId !== null && headsOrganisations.includes(organisationId))
  const shown = seesAll ? places : own
  const mine = places.find((place) => place.personId === personId)
  const [nameOf, staff, comesFrom, parts] = await Promise.all([
    initialsOf(
      tx,
      ctx,
      shown.map((place) => place.personId),
    ),
    may(ctx, 'event.send') && one.state === 'open'
      ? Promise.all(ctx.actor.employs.map((id) => staffOn(tx, ctx, id, { on: ctx.today, most: 200 })))
      : [],
    mine || one.keptPlaces === null ? mine : organisationFor(tx, ctx, opened, personId),
    one.state === 'closed' ? Promise.all(eventPart.parts().map((part) => part(tx, ctx, opened))) : [],
  ])
  const free = freePlaces(taken, comesFrom?.attached ?? false, ctx.today)
  return { runs, seesAll, places, own, free, taken, answers, nameOf, staff: staff.flat(), mine, parts }
}

type Shown = CaseShown<OpenEvent, Awaited<ReturnType<typeof load>>>

const shownEvent = casePage({
  section: 'events',
  load,
  crumbs: ({ ctx }: Shown) => [{ href: paths.events({ territory: ctx.territory.code }), label: 'Мероприятия' }],
  changed: 'Пока вы смотрели, мероприятие изменили. Прочитайте его снова',
  title: ({ one }) => one.title,
  more: ({ site }) => site.name,
  line: ({ one, ctx }) => [<StateTag {...eventTag(one, ctx.now)} />],
  tools: ({ ctx, one, runs, seesAll }) => {
    const at = { territory: ctx.territory.code, event: one.id }
    if (one.state !== 'open' && one.state !== 'closed') return []
    const sheet = (format: 'pdf' | 'docx'): Tool => ({
      ...{ href: paths.eventSheet({ ...at, format }), label: `Лист участников .${format}`, icon: 'download' },
    })
    const people: Tool = { href: paths.eventPeople(at), label: 'Участники таблицей' }
    const calendar: Tool = { href: paths.eventCalendar(at), label: 'В календарь телефона', icon: 'download' }
    return [
      ...(one.state === 'open' ? [calendar] : []),
      ...(runs ? [sheet('pdf'), sheet('docx')] : []),
      ...(seesAll ? [people] : []),
    ]
  },
  sheets: (shown) => (
    <>
      <OwnPlace {...shown} />
      <AboutSheet {...shown} />
      {shown.seesAll ? (
        <PeopleSheet {...shown} people={shown.places} />
      ) : (
        shown.own.length > 0 && <PeopleSheet {...shown} people={shown.own} />
      )}
      {shown.seesAll && shown.one.state === 'closed' && <AnswersSheet {...shown} />}
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: (shown) => (
      <>
        {shown.staff.length > 0 && (
          <DeedSheet deed={offerPlace} opened={shown.opened} request={shown.request} rows={{ personId: choices(shown) }} />
        )}
        {shown.parts}
        {shown.runs && <Running {...shown} />}
      </>
    ),
  },
})

/** An event: when and where, who comes, and what this person may do. A draft is its site's alone. */
export const eventPage: ThingPage<OpenEvent> = (opened, request) =>
  opened.one.state === 'draft' && !events.may(request.ctx, 'event.run', opened) ? notFound : shownEvent(opened, request)

function choices({ staff, places, ctx }: Shown) {
  const coming = new Set(places.filter(({ state }) => holdsPlace(state) || state === 'offered').map(({ personId }) => personId))
  const free = staff.filter(({ id }) => !coming.has(id) && id !== ctx.actor.personId)
  return [...new Map(free.map((one) => [one.id, one])).values()].map((one) => ({
    value: one.id,
    label: [one.familyName, one.givenName, one.patronymic].filter(Boolean).join(' '),
    more: one.title,
  }))
}

function AboutSheet({ one, ctx, free, taken, runs, mine }: Shown) {
  const territory = ctx.territory.code
  const link = one.link && (runs || mine?.state === 'confirmed') && (
    <a class="govuk-link" href={one.link} rel="noreferrer">
      {one.link}
    </a>
  )
  return (
    <Sheet title="О мероприятии">
      <SummaryList
        rows={[
          { key: 'Когда', value: whenWords(one, ctx.territory) },
          one.room && { key: 'Где', value: one.room },
          one.link && {
            key: 'Ссылка',
            value: one.endsAt <= ctx.now ? 'Была для участников' : link || 'Откроется тем, у кого есть место',
          },
          one.audience && { key: 'Для кого', value: one.audience },
          {
            key: 'Места',
            value:
              one.places === null
                ? 'сколько придёт'
                : placesWords(one.places, taken.confirmed, one.state === 'open' && ctx.now < one.startsAt ? free : null),
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

const placesWords = (all: number, taken: number, free: number | null) =>
  [
    `всего ${all}, занято ${taken}`,
    ...(free === null ? [] : [free > 0 ? `для вас свободно ${free}` : 'свободных для вас нет']),
  ].join(', ')

/** The place of whoever looks: first what it is, then what one may do with it. */
function OwnPlace({ opened, request, one, ctx, free, mine, places }: Shown) {
  const shown = { opened, request }
  const queue = places.filter(({ state }) => state === 'waiting')
  const holds = mine !== undefined && (holdsPlace(mine.state) || mine.state === 'offered' || mine.state === 'came')
  const asks = mine?.present === true && mine.answeredAt === null && one.state === 'closed'
  const press = one.link !== null && mine?.state === 'confirmed' && mine.present !== true && pressHere.offered(ctx, opened)
  if (one.state === 'cancelled' || (!holds && !takePlace.offered(ctx, opened) && mine?.present !== true)) return null
  return (
    <>
      <Sheet title="Ваше место">
        {mine && (holds || mine.present !== null) && (
          <p class="govuk-body">
            {mine.present === true ? (
              <StateTag tone="ok" word="Ваше присутствие отмечено" />
            ) : (
              one.state === 'open' && <StateTag {...placeTags[mine.state]} />
            )}
            {one.state === 'closed' &&
              mine.present !== true &&
              nb('В списке тех, кто был, вас нет. Если вы были, скажите ведущему: список можно поправить.')}
            {mine.state === 'waiting' && one.state === 'open' && (
              <Second>{`Ваш номер в очереди — ${placeInQueue(queue, mine.number)}`}</Second>
            )}
            {mine.state === 'confirmed' && one.takesLessons && one.state === 'open' && !headsTheirs(ctx, mine) && (
              <Second>{releasedWords(mine)}</Second>
            )}
          </p>
        )}
        {press && <DeedForm {...shown} deed={variant(pressHere, { chosen: { key: one.pressKey } })} />}
        {(!holds || mine?.state === 'offered') && takePlace.offered(ctx, opened) && (
          <DeedForm
            {...shown}
            deed={
              mine?.state === 'offered'
                ? variant(takePlace, { button: 'Приду' })
                : free === 0
                  ? variant(takePlace, { button: 'Встать в очередь' })
                  : takePlace
            }
          />
        )}
        {holds && mine.state !== 'came' && giveUpPlace.offered(ctx, opened) && (
          <DeedForm
            {...shown}
            deed={
              mine.state === 'confirmed'
                ? giveUpPlace
                : variant(giveUpPlace, { button: mine.state === 'offered' ? 'Не приду' : 'Выйти из очереди' })
            }
          />
        )}
      </Sheet>
      {asks && <DeedSheet {...shown} deed={giveAnswers} />}
    </>
  )
}

/** Whether the lessons of this place are for whoever looks to answer about; nobody is let go by themselves. */
const headsTheirs = ({ actor }: Ctx, { organisationId }: Place) =>
  organisationId !== null && actor.headsOrganisations.includes(organisationId)

const releasedWords = ({ released }: Place) =>
  released === null
    ? 'Руководитель школы ещё не ответил об уроках'
    : released
      ? 'С уроков вас отпустили'
      : 'С уроков вас не отпускают'

/** What the site does with it. */
function Running({ opened, request, ctx, one, places }: Shown) {
  const territory = ctx.territory.code
  const marked = places.filter(({ present }) => present === true).length
  const ready = variant(announceEvent, {
    title: 'Объявить',
    text: 'Пока мероприятие видит только площадка. Когда оно объявлено, люди записываются сами.',
    button: 'Объявить',
    fields: () => <></>,
    chosen: { ...changeEvent.begins(ctx, opened), intent: 'announce' },
  })
  return (
    <>
      {(one.state === 'open' || one.state === 'closed') && mayMark(one, ctx.now).length === 0 && (
        <Sheet title="Кто был">
          <p class="govuk-body">
            {nb(marked === 0 ? 'Ещё никто не отмечен.' : `Отмечено: ${counted(marked, 'человек', 'человека', 'человек')}.`)}
          </p>
          <ButtonLink kind={one.state === 'open' ? undefined : 'secondary'} href={paths.eventList({ territory, event: one.id })}>
            {one.state === 'open' ? 'Отметить, кто был' : 'Исправить список'}
          </ButtonLink>
        </Sheet>
      )}
      {ready.offered(ctx, opened) && <DeedSheet opened={opened} request={request} deed={ready} />}
      {ctx.now >= one.endsAt && <DeedSheets opened={opened} request={request} deeds={[closeEvent]} />}
      <DeedSheets opened={opened} request={request} deeds={[changeEvent, cancelEvent]} />
    </>
  )
}

type PeopleProps = Shown & { people: readonly Place[] }

/** Who comes: to the site everybody, to the head of a school their own. */
function PeopleSheet({ people, nameOf, opened, request, one, ctx, seesAll }: PeopleProps) {
  const shown = { opened, request }
  const coming = people.filter(({ state }) => state !== 'withdrawn')
  const answer = (place: Place, yes: boolean) =>
    variant(releasePerson, {
      chosen: { place: place.id, answer: yes ? 'yes' : 'no' },
      ...(yes ? {} : { button: 'Не отпускаю', kind: 'secondary' as const }),
      of: nameOf(place.personId),
    })
  const lessons = (place: Place) => {
    const { released } = place
    const theirs = headsTheirs(ctx, place)
    const waits = one.state === 'open' && holdsPlace(place.state) && !(place.personId === ctx.actor.personId && theirs)
    const said = released === null ? (waits ? 'ждёт ответа' : '') : released ? 'отпускают' : 'не отпускают'
    if (!waits || !theirs || !releasePerson.offered(ctx, opened)) return said
    return (
      <>
        {released !== null && <p>{said}</p>}
        <ButtonGroup>
          {released !== true && <DeedForm {...shown} deed={answer(place, true)} />}
          {released !== false && <DeedForm {...shown} deed={answer(place, false)} />}
        </ButtonGroup>
      </>
    )
  }
  const title = one.state === 'closed' ? 'Кто записывался' : 'Кто придёт'
  if (coming.length === 0)
    return (
      <Sheet title={title}>
        <p class="govuk-body">{nb(one.state === 'closed' ? 'Никто не записывался.' : 'Пока никто не записался.')}</p>
      </Sheet>
    )
  return (
    <Sheet title={seesAll ? title : 'Ваши педагоги'} flush>
      <Table
        caption={title}
        rows={coming}
        columns={[
          { title: 'Человек', cell: (place) => nameOf(place.personId) },
          {
            title: 'Место',
            cell: (place) =>
              place.present === true ? (
                <StateTag tone="ok" word="Присутствие отмечено" />
              ) : (
                <>
                  <StateTag {...(one.state === 'closed' ? notThere : placeTagOf(place))} />
                  {place.state === 'offered' && headsTheirs(ctx, place) && releasePerson.offered(ctx, opened) && (
                    <Form action={paths.eventLinks({ territory: ctx.territory.code, event: one.id })}>
                      <input type="hidden" name="place" value={place.id} />
                      <SubmitButton kind="secondary" small of={nameOf(place.personId)}>
                        Ссылка для ответа
                      </SubmitButton>
                    </Form>
                  )}
                </>
              ),
          },
          ...(one.takesLessons ? [{ title: 'Уроки', cell: lessons }] : []),
        ]}
      />
    </Sheet>
  )
}

const words = {
  offered: 'Ждём ответа',
  confirmed: 'Есть место',
  waiting: 'В очереди',
  declined: 'Отказ',
  withdrawn: 'Отказ',
  came: 'Без записи',
}
const notThere = { tone: 'calm', word: 'Не отмечено' } as const
const placeTagOf = ({ state }: Place) => ({ ...placeTags[state], word: words[state] })

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
export const editPage: ThingPage<OpenEvent> = (opened, request) =>
  deedPage(
    events,
    { ...changeEvent, form: formUnder(opened.site.regulation) },
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
