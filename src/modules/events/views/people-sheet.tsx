import { DeedForm, variant } from '../../../kit/deed-sheets.tsx'
import { nb, StateTag, Table } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, Sheet, SubmitButton } from '../../../ui/frame.ts'
import type { OpenEvent } from '../case.ts'
import { releasePerson } from '../deeds/come.ts'
import { paths } from '../paths.ts'
import { headsTheirs, holdsPlace } from '../rules.ts'
import type { Place } from '../store.ts'
import { othersTag, peopleTitle } from '../texts.ts'
import type { Shown } from './event-loaded.ts'

type PeopleProps = Shown & { people: readonly Place[] }

/** Who comes: to the site everybody, to the head of a school their own. */
export function PeopleSheet({ people, nameOf, isHead, opened, request, one, ctx, seesAll }: PeopleProps) {
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
    // Nobody lets the head of a school go, and nobody is let go from what has begun.
    const waits = one.state === 'open' && ctx.now < one.startsAt && holdsPlace(place.state) && !isHead(place)
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
  const title = seesAll ? peopleTitle(one, ctx.now) : 'Ваши педагоги'
  if (coming.length === 0)
    return (
      <Sheet title={title}>
        <p class="govuk-body">{nb(nobodyWords(seesAll, one.state))}</p>
      </Sheet>
    )
  return (
    <Sheet title={title} flush>
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
                  <StateTag {...(one.state === 'closed' ? notThere : othersTag(place.state))} />
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

const notThere = { tone: 'calm', word: 'Не отмечено' } as const

const nobodyWords = (seesAll: boolean, state: OpenEvent['one']['state']) =>
  seesAll
    ? state === 'closed'
      ? 'Никто не записывался.'
      : 'Пока никто не записался.'
    : state === 'closed'
      ? 'Из ваших педагогов никто не записывался.'
      : 'Из ваших педагогов сейчас никто не записан.'
