import { DeedForm, DeedSheet, variant } from '../../../kit/deed-sheets.tsx'
import { nb, Second, StateTag } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { giveUpPlace, takePlace } from '../deeds/come.ts'
import { giveAnswers, pressHere } from '../deeds/hold.ts'
import { headsTheirs, holdsPlace, placeInQueue } from '../rules.ts'
import type { Place } from '../store.ts'
import { placeTags } from '../texts.ts'
import type { Shown } from './event-loaded.ts'

/** The place of whoever looks: first what it is, then what one may do with it. */
export function OwnPlace({ opened, request, one, ctx, free, mine, places }: Shown) {
  const shown = { opened, request }
  const queue = places.filter(({ state }) => state === 'waiting')
  const holds = mine !== undefined && (holdsPlace(mine.state) || mine.state === 'offered' || mine.state === 'came')
  const releasedShown = (own: Place) =>
    one.state === 'open' && !headsTheirs(ctx, own) && (own.released !== null || ctx.now < one.startsAt)
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
            {mine.state === 'confirmed' && one.takesLessons && releasedShown(mine) && <Second>{releasedWords(mine)}</Second>}
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

const releasedWords = ({ released }: Place) =>
  released === null
    ? 'Руководитель школы ещё не ответил об уроках'
    : released
      ? 'С уроков вас отпустили'
      : 'С уроков вас не отпускают'
