import { HiddenKey } from './hidden-key.tsx'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

export type DemoClock = {
  /** «24 августа 2021 г.» */
  readonly today: string
  /** Where the form goes; it sends `move` («day», «week» or «to»), `to` (a date) and `back` (this page). Without it the day only shows. */
  readonly action?: string
}

/** What day it is in a demonstration, and the means to let time pass. */
export function ClockBanner({ today, action, back }: DemoClock & { back: string }) {
  return (
    <section class="pl-clock" aria-label="День демонстрации" data-live="clock">
      <div class="pl-wrap pl-clock__row">
        <p class="pl-clock__today">
          <Icon name="calendar" />
          <span>
            <span class="pl-clock__lead">Сегодня </span>
            <b>{nb(today)}</b> <span class="pl-clock__what">Демонстрация</span>
          </span>
        </p>
        {action && (
          <details class="pl-pop pl-pop--right">
            <summary>
              Сдвинуть день
              <Icon name="down" />
            </summary>
            <MoveForm action={action} back={back} />
          </details>
        )}
      </div>
    </section>
  )
}

/** What the public pages of a demonstration say, so that nobody takes them for a real register. */
export const SampleBanner = () => (
  <section class="pl-clock" aria-label="Учебный образец">
    <div class="pl-wrap pl-clock__row">
      <p class="pl-clock__today">
        <span>
          <b>Учебный образец.</b> {nb('Сведения и документы показаны для примера и силы не имеют.')}
        </span>
      </p>
    </div>
  </section>
)

function MoveForm({ action, back }: { action: string; back: string }) {
  return (
    <form class="pl-pop__list pl-clock__form" action={action} method="post" novalidate>
      <HiddenKey />
      <input type="hidden" name="back" value={back} />
      <button class="govuk-button govuk-button--secondary pl-button--small" type="submit" name="move" value="day">
        +1 день
      </button>
      <button class="govuk-button govuk-button--secondary pl-button--small" type="submit" name="move" value="week">
        +1 неделя
      </button>
      <span class="pl-clock__to">
        <label class="govuk-label" for="clock-to">
          До даты
        </label>
        <input class="govuk-input" id="clock-to" name="to" inputmode="numeric" autocomplete="off" />
        <button class="govuk-button govuk-button--secondary pl-button--small" type="submit" name="move" value="to">
          Перейти
        </button>
      </span>
    </form>
  )
}
