import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'

/** The parts of one thing, as links: each has an address of its own, none hides an error. */
export function SubNavigation({ label, links }: { label: string; links: readonly LinkItem[] }) {
  return (
    <nav class="moj-sub-navigation" aria-label={label}>
      <ul class="moj-sub-navigation__list">
        {links.map((link) => (
          <li class="moj-sub-navigation__item">
            <a class="moj-sub-navigation__link" href={link.href} aria-current={link.current ? 'page' : undefined}>
              {nb(link.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
