import { Burger } from './burger.tsx'
import { HiddenKey } from './hidden-key.tsx'
import { Icon } from './icon.tsx'
import { initialsOf } from './initials.ts'
import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'
import { type VisionSettings, visionHref } from './vision.ts'

export type HeaderProps = {
  kind: 'work' | 'public' | 'bare'
  /** Where the wordmark leads. */
  home: string
  sections?: readonly LinkItem[]
  /** The territory one is in, and the others one may go to. */
  territory?: string
  territories?: readonly LinkItem[]
  search?: { readonly action: string; readonly label: string; readonly value?: string }
  tasks?: { readonly href: string; readonly count: number }
  person?: { readonly name: string; readonly links: readonly LinkItem[]; readonly signOut: string }
  /** Shown to those who have not signed in. */
  signIn?: string
  vision: VisionSettings
  /** Address of this page, to come back to. */
  path: string
}

/** What the version for the visually impaired begins with. */
const firstVision: VisionSettings = { scheme: 'black-on-white', size: 'large' }
export const visionStart = (path: string): string => visionHref(firstVision, path)

/** Wordmark, territory, search, tasks, person; sections in the second row. On a phone all but the tasks goes behind one word. */
export function Header(props: HeaderProps) {
  const { kind, home, sections = [], search, tasks, person, signIn, path } = props
  const joined = sections.length > 0
  return (
    <div data-live="header">
      <header class={`pl-top${joined ? ' pl-top--joined' : ''}`}>
        <div class="pl-wrap pl-top__row">
          <Logo href={home} />
          <TerritorySwitcher {...props} />
          {search && <HeaderSearch id="q-top" {...search} wide />}
          <div class="pl-tools">
            {!person && (
              <a class={`pl-tool${kind === 'bare' ? '' : ' pl-only-wide'}`} href={visionStart(path)}>
                <Icon name="eye" />
                <span>Для слабовидящих</span>
              </a>
            )}
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
            </ul>
          </div>
        </nav>
      )}
    </div>
  )
}

/** Lines of a menu. */
export function Links({ links }: { links: readonly LinkItem[] }) {
  return (
    <>
      {links.map(({ href, label, current }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {nb(label)}
          </a>
        </li>
      ))}
    </>
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

type HeaderSearchProps = { id: string; action: string; label: string; value?: string; wide?: boolean }

/** Search over everything the person may see. */
export function HeaderSearch({ id, action, label, value, wide }: HeaderSearchProps) {
  return (
    <form class={`pl-search${wide ? ' pl-only-wide' : ''}`} role="search" aria-label={label} action={action} method="get">
      <label class="govuk-visually-hidden" for={id}>
        {label}
      </label>
      <input class="govuk-input" id={id} name="q" type="search" placeholder={label} value={value} autocomplete="off" />
      <button type="submit">
        <Icon name="search" />
        <span class="govuk-visually-hidden">Найти</span>
      </button>
    </form>
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

/** How the pages look and the way out: lines of a person's menu. */
export function PersonLinks({ person, vision, path }: HeaderProps & { person: NonNullable<HeaderProps['person']> }) {
  const themes = [
    { theme: 'dark', label: 'Тёмные страницы' },
    { theme: 'light', label: 'Светлые страницы' },
  ] as const
  return (
    <>
      <Links links={person.links} />
      {themes
        .filter(({ theme }) => theme !== vision.theme)
        .map(({ theme, label }) => (
          <li>
            <a href={visionHref({ ...vision, theme }, path)}>{label}</a>
          </li>
        ))}
      <li>
        <a href={visionStart(path)}>Для слабовидящих</a>
      </li>
      <li>
        <form action={person.signOut} method="post" data-plain="">
          <HiddenKey />
          <button class="pl-pop__button" type="submit">
            Выйти
          </button>
        </form>
      </li>
    </>
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
