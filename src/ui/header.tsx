import { Burger } from './burger.tsx'
import { type HeaderProps, HeaderSearch, Links, PersonLinks, visionStart } from './header-parts.tsx'
import { Icon } from './icon.tsx'
import { initialsOf } from './initials.ts'
import { nb } from './nb.ts'

/** Wordmark, territory, search, tasks, person; sections in the second row. On a phone all but the tasks goes behind one word. */
export function Header(props: HeaderProps) {
  const { kind, home, sections = [], otherSections = [], search, tasks, person, signIn, path } = props
  const joined = sections.length > 0
  return (
    <div data-live="header">
      <header class={`pl-top${joined ? ' pl-top--joined' : ''}`}>
        <div class="pl-wrap pl-top__row">
          <Logo href={home} />
          <TerritorySwitcher {...props} />
          {search && <HeaderSearch id="q-top" {...search} wide />}
          <div class="pl-tools">
            <a class={`pl-tool${person ? ' pl-tool--eye' : ''}`} href={visionStart(path)} title="Для слабовидящих">
              <Icon name="eye" />
              <span>Для слабовидящих</span>
            </a>
            {tasks && <TasksLink {...tasks} />}
            {person && <PersonMenu person={person} {...props} />}
            {signIn && (
              <a class="pl-tool" href={signIn}>
                <Icon name="person" />
                <span>Войти</span>
              </a>
            )}
            {kind !== 'bare' && <Burger {...props} />}
          </div>
        </div>
      </header>
      {joined && (
        <nav class="pl-nav" aria-label="Разделы">
          <div class="pl-wrap">
            <ul class="pl-nav__list">
              <Links links={sections} />
              {otherSections.length > 0 && (
                <li>
                  <details class="pl-pop pl-nav__rest">
                    <summary>
                      Ещё
                      <Icon name="down" />
                    </summary>
                    <ul class="pl-pop__list">
                      <Links links={otherSections} />
                    </ul>
                  </details>
                </li>
              )}
            </ul>
          </div>
        </nav>
      )}
    </div>
  )
}

function Logo({ href }: { href: string }) {
  return (
    <a class="pl-logo" href={href}>
      <svg class="pl-logo__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" />
        <path class="pl-logo__cut" d="M8 8h16v12.5h-4.2V12h-7.6v8.5H8zM5 23h22v2.6H5z" />
      </svg>
      Площадка
    </a>
  )
}

function TerritorySwitcher({ territory, territories = [] }: HeaderProps) {
  if (!territory) return null
  const name = (
    <>
      <Icon name="place" />
      <span class="govuk-visually-hidden">Территория: </span>
      {nb(territory)}
    </>
  )
  if (territories.length < 2) return <span class="pl-place pl-only-wide">{name}</span>
  return (
    <details class="pl-pop pl-only-wide">
      <summary>
        {name}
        <Icon name="down" />
      </summary>
      <ul class="pl-pop__list">
        {territories.map(({ href, label, current }) => (
          <li>
            <a href={href} aria-current={current ? 'true' : undefined}>
              {current && <Icon name="ok" />}
              {nb(label)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function TasksLink({ href, count }: { href: string; count: number }) {
  return (
    <a class="pl-tool" href={href}>
      <Icon name="bell" />
      <span>Дела</span>
      {count > 0 && <span class="moj-notification-badge">{count}</span>}
    </a>
  )
}

function PersonMenu(props: HeaderProps & { person: NonNullable<HeaderProps['person']> }) {
  const { name } = props.person
  return (
    <details class="pl-pop pl-pop--right pl-only-wide">
      <summary>
        <span class="pl-person" aria-hidden="true">
          {initialsOf(name)}
        </span>
        {nb(name)}
        <Icon name="down" />
      </summary>
      <ul class="pl-pop__list">
        <PersonLinks {...props} />
      </ul>
    </details>
  )
}
