import { plural } from '../kernel/plural.ts'
import { fieldId } from './field.tsx'
import type { FormState } from './form-state.ts'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

const counts = ['', 'одно', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять']

/** «Приказ не сохранён: поправьте два места». Errors that belong to no field make it say the outcome alone. */
export function summaryTitle(outcome: string, errors: FormState['errors']): string {
  const places = errors.filter((error) => error.field !== '').length
  if (places === 0) return outcome
  return `${outcome}: поправьте ${counts[places] ?? places} ${plural(places, 'место', 'места', 'мест')}`
}

/** What came of pressing the button and what to put right, each line leading to its field. Shown only when there is something to say. */
export function ErrorSummary({ outcome, form }: { outcome: string; form: FormState | null | undefined }) {
  if (!form || form.errors.length === 0) return null
  return (
    <div class="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">
          <Icon name="late" />
          {nb(summaryTitle(outcome, form.errors))}
        </h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {form.errors.map((error) => (
              <li>{error.field === '' ? nb(error.message) : <a href={`#${fieldId(error.field)}`}>{nb(error.message)}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
