import { visionStart } from './header-parts.tsx'
import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'
import { isImpairedVersion, type VisionSettings, visionHref } from './vision.ts'

type FooterProps = { links: readonly LinkItem[]; vision: VisionSettings; path: string; bare: boolean }

export function Footer({ links, vision, path, bare }: FooterProps) {
  const on = isImpairedVersion(vision)
  return (
    <footer class="pl-foot">
      <div class="pl-wrap">
        <ul class="pl-foot__links">
          {links.map(({ href, label }) => (
            <li>
              <a class="govuk-link" href={href}>
                {nb(label)}
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href={on ? visionHref({ theme: vision.theme }, path) : visionStart(path)}>
              {on ? 'Обычная версия' : 'Версия для слабовидящих'}
            </a>
          </li>
        </ul>
        {!bare && (
          <p>
            {nb('«Площадка» — реестр и рабочее место сети стажировочных площадок. Время на страницах — местное для территории.')}
          </p>
        )}
      </div>
    </footer>
  )
}
