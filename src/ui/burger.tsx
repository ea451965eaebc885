import { type HeaderProps, HeaderSearch, Links, PersonLinks } from './header-parts.tsx'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

/** Everything of the header that does not fit a phone, behind one word. */
export function Burger(props: HeaderProps) {
  const { search, sections = [], otherSections = [], territory, territories = [], person } = props
  const others = territories.filter((link) => !link.current)
  return (
    <details class="pl-pop pl-burger">
      <summary>
        <Icon name="menu" />
        Разделы
      </summary>
      <div class="pl-pop__list">
        {search && <HeaderSearch id="q-menu" {...search} />}
        <ul class="pl-toc">
          <Links links={[...sections, ...otherSections]} />
        </ul>
        {territory && <p class="pl-burger__label">{nb(territory)}</p>}
        {others.length > 0 && (
          <ul class="pl-toc">
            <Links links={others} />
          </ul>
        )}
        {person && <p class="pl-burger__label">{nb(person.name)}</p>}
        {person && (
          <ul class="pl-toc">
            <PersonLinks {...props} person={person} />
          </ul>
        )}
      </div>
    </details>
  )
}
