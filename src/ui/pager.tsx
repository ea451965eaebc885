import { Icon } from './icon.tsx'

export type PagerProps = { label: string; page: number; pages: number; href: (page: number) => string }

/** Pages of a long list: first, last, current with its neighbours. Nothing when there is one page. */
export function Pager({ label, page, pages, href }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav class="govuk-pagination" aria-label={label}>
      {page > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={href(page - 1)} rel="prev">
            <Icon name="back" /> Раньше
          </a>
        </div>
      )}
      <ul class="govuk-pagination__list">
        {shownPages(page, pages).map((number) =>
          number === null ? (
            <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
          ) : (
            <li class={`govuk-pagination__item${number === page ? ' govuk-pagination__item--current' : ''}`}>
              <a
                class="govuk-link govuk-pagination__link"
                href={href(number)}
                aria-label={`Страница ${number}`}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={href(page + 1)} rel="next">
            Дальше <Icon name="forward" />
          </a>
        </div>
      )}
    </nav>
  )
}

/** Numbers to show, null where some are left out: 1 … 4 5 6 … 20. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers = [...new Set(near)].sort((a, b) => a - b)
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? number - 1
    if (number - before === 2) return [number - 1, number]
    return number - before > 2 ? [null, number] : [number]
  })
}
