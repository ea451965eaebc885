import { lower } from '../kernel/names.ts'
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

type ErrorSummaryProps = {
  outcome: string
  form: FormState | null | undefined
  /** Where a field stands when many are alike: «Строка 5». */
  placeOf?: (field: string) => string | undefined
}

/** What came of pressing the button and what to put right, each line leading to its field. Shown only when there is something to say. */
export function ErrorSummary({ outcome, form, placeOf }: ErrorSummaryProps) {
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
            {form.errors.map(({ field, message, why }) => {
              const place = placeOf?.(field)
              const said = nb(place ? `${place}: ${lower(message)}` : message)
              return (
                <li>
                  {field === '' ? said : <a href={`#${fieldId(field)}`}>{said}</a>}
                  {why && ' '}
                  {why && <a href={why}>Почему?</a>}
                </li>
              )
            })}
          </ul>
        </div>
      </div>
    </div>
  )
}
