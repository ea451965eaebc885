import { HiddenKey } from './hidden-key.tsx'
import { Icon } from './icon.tsx'
import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'
import { type VisionSettings, visionHref } from './vision.ts'

export type HeaderProps = {
  kind: 'work' | 'public' | 'bare'
  /** Where the wordmark leads. */
  home: string
  sections?: readonly LinkItem[]
  /** Behind «Ещё». */
  otherSections?: readonly LinkItem[]
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
