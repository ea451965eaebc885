import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'

export type SummaryRow = { readonly key: string; readonly value: ComponentChildren; readonly action?: ComponentChildren }

/** A row, or nothing where there is nothing to say. */
export type MaybeRow = SummaryRow | null | undefined | false | ''

/** Facts about one thing, by name and value. */
export function SummaryList({ rows }: { rows: readonly MaybeRow[] }) {
  return (
    <div class="pl-width">
      <dl class="govuk-summary-list">
        {rows
          .filter((row) => !!row)
          .map(({ key, value, action }) => (
            <div class={`govuk-summary-list__row${action ? '' : ' govuk-summary-list__row--no-actions'}`}>
              <dt class="govuk-summary-list__key">{nb(key)}</dt>
              <dd class="govuk-summary-list__value">{typeof value === 'string' ? nb(value) : value}</dd>
              {action && <dd class="govuk-summary-list__actions">{action}</dd>}
            </div>
          ))}
      </dl>
    </div>
  )
}
