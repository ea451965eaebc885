import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'

/** The way up. The page itself is not in it: its title stands below. */
export function Breadcrumbs({ links }: { links: readonly LinkItem[] }) {
  return (
    <nav class="govuk-breadcrumbs" aria-label="Где вы">
      <ol class="govuk-breadcrumbs__list">
        {links.map(({ href, label }) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href}>
              {nb(label)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
