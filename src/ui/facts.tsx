import { nb } from './nb.ts'

export type Fact = { readonly name: string; readonly value: string | number; readonly of?: string; readonly href?: string }

/** Three or four figures in a row. Each opens its rows; a figure without rows is plain text. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="pl-facts">
      {facts.map(({ name, value, of, href }) => (
        <div class="pl-fact">
          <dt>{nb(name)}</dt>
          <dd>
            {href ? (
              <a class="govuk-link" href={href}>
                {value}
              </a>
            ) : (
              value
            )}
            {of && <small> {nb(of)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
