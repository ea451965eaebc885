/** How a person wants to see the pages; kept in a cookie, so it needs neither an account nor a script. */
export type VisionSettings = {
  readonly scheme?: 'black-on-white' | 'white-on-black' | 'blue'
  readonly size?: 'large' | 'largest'
  readonly spacing?: 'wide'
  readonly theme?: 'dark' | 'light'
}

export const visionCookie = 'view'

const allowed = {
  scheme: ['black-on-white', 'white-on-black', 'blue'],
  size: ['large', 'largest'],
  spacing: ['wide'],
  theme: ['dark', 'light'],
} as const satisfies Record<keyof VisionSettings, readonly string[]>
const names = Object.keys(allowed) as (keyof VisionSettings)[]

/** Reads `scheme=blue&size=large`; whatever is unknown is left out. */
export function parseVision(text: string | null | undefined): VisionSettings {
  const given = new URLSearchParams(text ?? '')
  const settings: Record<string, string> = {}
  for (const name of names) {
    const value = given.get(name)
    if (value !== null && (allowed[name] as readonly string[]).includes(value)) settings[name] = value
  }
  return settings
}

/** Reads the settings from a Cookie header. */
export function visionOf(cookies: string | null | undefined): VisionSettings {
  const found = (cookies ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${visionCookie}=`))
  return parseVision(found && safelyDecoded(found.slice(visionCookie.length + 1)))
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The settings as text, for a cookie (to be URI-encoded) or an address. */
export function serialiseVision(settings: VisionSettings): string {
  const pairs = new URLSearchParams()
  for (const name of names) {
    const value = settings[name]
    if (value) pairs.set(name, value)
  }
  return pairs.toString()
}

/** The version for the visually impaired is on when letters, spacing or inks were chosen. */
export const isImpairedVersion = (settings: VisionSettings): boolean =>
  Boolean(settings.scheme || settings.size || settings.spacing)

/** Attributes of `<html>` the style sheet goes by. */
export function visionAttributes(settings: VisionSettings): Record<string, string> {
  const scheme = settings.scheme ?? settings.theme
  return {
    ...(scheme && { 'data-scheme': scheme }),
    ...(settings.size && { 'data-size': settings.size }),
    ...(settings.spacing && { 'data-spacing': settings.spacing }),
    ...(isImpairedVersion(settings) && { 'data-vision': 'on' }),
  }
}

/** Address that stores the settings and leads back: `/view?set=size%3Dlarge&back=%2F`. */
export function visionHref(settings: VisionSettings, back: string): string {
  return `/view?${new URLSearchParams({ set: serialiseVision(settings), back })}`
}
