import { hoursOf, whenWords } from '../../../kernel/hours.ts'
import { counted } from '../../../kernel/plural.ts'
import { type CaseShown, casePage, papersOf } from '../../../kit/case-page.tsx'
import { DeedFold, DeedForm, DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { meetingKinds } from '../../../regulation/work/questions.ts'
import { nb, RowList, Second, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { askedFor, Roll, valueOf, valuesOf } from '../../../ui/fields.ts'
import { Details, Sheet } from '../../../ui/frame.ts'
import { type DutyLine, dutiesFrom } from '../../orders/execution-queries.ts'
import { peopleToChoose } from '../../people/choice-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { regulationById } from '../../regulation/queries.ts'
import type { OpenMeeting } from '../case.ts'
import { answerNo, answerYes, cancelMeeting, changeMeeting, inviteOne, markAttendance, nameChair } from '../deeds.ts'
import { addItem, decide, signMinutes } from '../minutes-deeds.ts'
import { paths } from '../paths.ts'
import type { Guest, Item } from '../queries.ts'
import { answersOf, pageWord } from '../rules.ts'
import { answerTag, tagOf } from '../texts.ts'
import { MinutesSheet } from './minutes-sheet.tsx'

async function load(opened: OpenMeeting, { ctx, tx, form }: ThingRequest) {
  const { one } = opened
  const invitesMore = inviteOne.offered(ctx, opened)
  const decides = decide.offered(ctx, opened)
  const names = nameChair.offered(ctx, opened)
  const [regulation, toChoose, toChair, duties] = await Promise.all([
    one.regulationId && regulationById(tx, ctx.territory.id, one.regulationId, opened.day),
    invitesMore || decides ? peopleToChoose(tx, ctx, askedFor(form, 'personId')) : null,
    names ? peopleToChoose(tx, ctx, askedFor(form, 'chairId')) : null,
    one.state === 'minutesSigned' ? dutiesFrom(tx, ctx, 'meeting', one.id) : new Map<string, DutyLine>(),
  ])
  const kind = regulation ? meetingKinds(regulation.regulation).find(({ code }) => code === one.kind) : undefined
  return {
    basis: kind?.basis ?? null,
    duties,
    toChair,
    toInvite: invitesMore ? toChoose : null,
    toCharge: decides ? toChoose : null,
  }
}
type Shown = CaseShown<OpenMeeting, Awaited<ReturnType<typeof load>>>

/** A meeting: on its day who is there stands first, before it one's own answer, after it what was decided. (L-321m) */
export const meetingPage = casePage({
  section: 'meetings',
  load,
  crumbs: ({ ctx }: Shown) => [{ href: paths.meetings({ territory: ctx.territory.code }), label: 'Совещания' }],
  changed: 'Пока вы смотрели, совещание изменили. Прочитайте его снова',
  title: ({ one }) => one.title,
  name: ({ one }) => one.title,
  more: ({ one }) => one.kindTitle,
  line: ({ one, day, basis, ctx }) => [
    <StateTag {...tagOf({ state: one.state, day }, ctx.today)} />,
    one.minutesNumber !== null && `протокол № ${one.minutesNumber}`,
    whenWords(one, ctx.territory),
    clauseLink(ctx, basis?.clause),
  ],
  tools: ({ ctx, one }) => {
    const at = { territory: ctx.territory.code, meeting: one.id }
    return isOver({ one })
      ? papersOf('Протокол', (format) => paths.meetingMinutes({ ...at, format }))
      : papersOf('Приглашение', (format) => paths.meetingPaper({ ...at, format }))
  },
  sheets: (shown) => (
    <>
      {shown.one.state === 'called' && <AttendanceSheet {...shown} />}
      <AnswerSheet {...shown} />
      {isOver(shown) && <MinutesSheet {...shown} />}
      <AboutSheet {...shown} />
      {!isOver(shown) && <AgendaSheet {...shown} />}
      <GuestsSheet {...shown} />
      {shown.one.state === 'held' && <AttendanceSheet {...shown} />}
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: ({ opened, request, ctx, items, toInvite, toCharge, toChair }) => (
      <>
        {toInvite && <DeedSheet {...{ opened, request }} deed={inviteOne} rows={{ personId: toInvite }} />}
        {toCharge && <DeedSheet {...{ opened, request }} deed={decide} rows={{ item: items.map(itemRow), personId: toCharge }} />}
        <DeedSheets {...{ opened, request, ctx }} deeds={[signMinutes, addItem, changeMeeting]} />
        {toChair && <DeedSheet {...{ opened, request }} deed={nameChair} rows={{ chairId: toChair }} />}
        <DeedSheets {...{ opened, request, ctx }} deeds={[cancelMeeting]} />
      </>
    ),
  },
})

const isOver = ({ one: { state } }: Pick<Shown, 'one'>) => state === 'held' || state === 'minutesSigned'
const itemRow = ({ id, position, text }: Item) => ({ value: id, label: `${position}. ${text}` })

const ownOf = ({ guests, ctx }: Shown) => guests.find(({ personId }) => personId === ctx.actor.personId)

/** The answer of whoever reads it: one tap, or who comes instead. */
function AnswerSheet(shown: Shown) {
  const { opened, request, ctx } = shown
  const own = ownOf(shown)
  if (!own || !answerYes.offered(ctx, opened)) return null
  return (
    <Sheet title={own.answer === null ? 'Будете ли вы?' : 'Ваш ответ'}>
      {own.answer !== null && (
        <p class="govuk-body">
          <StateTag {...(own.answer === 'comes' ? { tone: 'ok', word: 'Вы будете' } : { tone: 'calm', word: 'Вы не сможете' })} />
          {own.deputy && nb(` Вместо вас: ${own.deputy}`)}
        </p>
      )}
      {own.answer !== 'comes' && (
        <>
          <DeedForm {...{ opened, request }} deed={answerYes} />
          <div class="pl-gap" />
        </>
      )}
      <DeedFold {...{ opened, request }} deed={answerNo} />
    </Sheet>
  )
}

const guestMore = ({ post, deputy, answer }: Guest) =>
  [post, deputy === null ? (answer === 'cannot' ? 'не сможет' : null) : `вместо: ${deputy}`].filter(Boolean).join('; ')

/** Who is there: names with big boxes, for a telephone in one hand. */
function AttendanceSheet(shown: Shown) {
  const { opened, request, ctx, one, guests } = shown
  if (!markAttendance.offered(ctx, opened)) return null
  const form = request.refused === markAttendance.name ? request.form : null
  const marked = guests.filter(({ present }) => present).map(({ id }) => id)
  // A list that comes back keeps what it was made of: marks of others since are no presses of this one.
  const fields = (
    <>
      <FormFields of={markAttendance.form} form={form} begins={markAttendance.begins(ctx, opened)} />
      <input type="hidden" name="othersWas" value={valueOf(form, 'othersWas', one.others === null ? '' : `${one.others}`)} />
    </>
  )
  const list =
    guests.length === 0 ? (
      <DeedForm {...{ opened, request }} deed={variant(markAttendance, { fields: () => fields })} />
    ) : (
      <Roll
        form={form}
        action={markAttendance.address(ctx, opened)}
        version={one.editVersion}
        name="present[]"
        label="Отметьте, кто пришёл"
        initial={marked}
        rows={guests.map((guest) => ({ value: guest.id, who: guest.person, more: guestMore(guest) }))}
        button="Сохранить список"
      >
        {guests.map(({ id }) => (
          <input key={id} type="hidden" name="shown[]" value={id} />
        ))}
        {valuesOf(form, 'was[]', marked).map((id) => (
          <input key={id} type="hidden" name="was[]" value={id} />
        ))}
        {fields}
      </Roll>
    )
  if (one.state === 'called') return <Sheet title="Кто был">{list}</Sheet>
  return (
    <Sheet>
      <Details summary="Исправить, кто был" open={form !== null}>
        {list}
      </Details>
    </Sheet>
  )
}

function AboutSheet({ one, chair, ctx }: Shown) {
  const { from, until } = hoursOf(one, ctx.territory)
  return (
    <Sheet title="Когда и где">
      <SummaryList
        rows={[
          { key: 'Когда', value: whenWords(one, ctx.territory) },
          one.room !== null && { key: 'Где', value: one.room },
          one.link !== null && {
            key: 'Ссылка',
            value: (
              <a class="govuk-link" href={one.link} rel="noopener noreferrer nofollow">
                {`Подключиться, ${from}–${until}`}
              </a>
            ),
          },
          { key: 'Ведёт', value: chair },
          one.cancelReason !== null && { key: 'Почему не состоится', value: one.cancelReason },
        ]}
      />
    </Sheet>
  )
}

function AgendaSheet({ items }: Shown) {
  return (
    <Sheet title="Повестка">
      <ol class="govuk-list govuk-list--number">
        {items.map(({ text, about }) => (
          <li>
            {nb(text)}
            {about !== null && (
              <Second>
                <TextLink href={about}>{pageWord(about)}</TextLink>
              </Second>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

function GuestsSheet({ guests, one }: Shown) {
  const { all, come, send, cannot, silent } = answersOf(guests)
  const wasHeld = isOver({ one })
  const present = guests.filter((guest) => guest.present).length
  const sums = wasHeld
    ? [`были: ${present} из ${all}`, one.others ? `ещё ${counted(one.others, 'человек', 'человека', 'человек')}` : null]
    : [`будут: ${come}`, send > 0 && `пришлют другого: ${send}`, cannot > 0 && `не смогут: ${cannot}`, `молчат: ${silent}`]
  return (
    <Sheet title={`Приглашены: ${all}`}>
      {all === 0 ? (
        <p class="govuk-body">{nb('Пока никого. Пригласите тех, кто нужен.')}</p>
      ) : (
        <>
          <p class="govuk-body">{nb(sums.filter(Boolean).join(', '))}</p>
          <RowList
            small
            rows={guests.map((guest) => (
              <>
                <strong>{nb(guest.person)}</strong>
                <Second>
                  {nb(
                    [guest.post, guest.deputy && `вместо: ${guest.deputy}`, guest.invitedBy === 'hand' && 'поимённо']
                      .filter(Boolean)
                      .join(' · '),
                  )}
                </Second>
                {wasHeld ? (
                  <StateTag tone={guest.present ? 'ok' : 'calm'} word={guest.present ? 'На месте' : 'Нет отметки'} />
                ) : (
                  one.state === 'called' && <StateTag {...answerTag(guest)} />
                )}
              </>
            ))}
          />
          {one.regulationId !== null && one.state === 'called' && (
            <p class="govuk-body pl-small pl-gap">
              {nb(
                'Кого приглашает Положение, взято из реестра. После переноса добавляются новые по реестру, приглашённые раньше остаются.',
              )}
            </p>
          )}
        </>
      )}
    </Sheet>
  )
}
