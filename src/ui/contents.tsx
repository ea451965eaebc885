import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'

/** Contents of a long page; stays in sight on a desk. */
export function Contents({ label, links, note }: { label: string; links: readonly LinkItem[]; note?: string }) {
  return (
    <nav class="pl-stick" aria-label={label}>
      <ul class="pl-toc pl-toc--short">
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'true' : undefined}>
              {nb(link.label)}
            </a>
          </li>
        ))}
      </ul>
      {note && <p class="pl-small pl-quiet pl-toc__note">{nb(note)}</p>}
    </nav>
  )
}
