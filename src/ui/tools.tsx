import { Icon, type IconName } from './icon.tsx'
import { nb } from './nb.ts'

export type Tool = { readonly href: string; readonly label: string; readonly icon?: IconName }

/** Quiet links that belong to a page or a list: print, take away, compare. */
export function Tools({ tools }: { tools: readonly Tool[] }) {
  return (
    <div class="pl-bar__tools">
      {tools.map(({ href, label, icon }) => (
        <a class="govuk-link" href={href}>
          {icon && <Icon name={icon} />}
          {nb(label)}
        </a>
      ))}
    </div>
  )
}
