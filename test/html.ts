/** A form as it stands on a page: where it goes and what it would send untouched. */
export type PageForm = { readonly action: string; readonly fields: Readonly<Record<string, string>> }

const attribute = (tag: string, name: string) => {
  // An empty value is written without one.
  const found = new RegExp(`\\s${name}(?:="([^"]*)"|(?=[\\s/>]))`).exec(tag)
  return found ? plain(found[1] ?? '') : null
}
const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** The forms of a page that change something. */
export function formsOf(html: string): PageForm[] {
  const forms: PageForm[] = []
  for (const [, open, inside] of html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)) {
    if (attribute(open!, 'method')?.toLowerCase() !== 'post') continue
    const fields: Record<string, string> = {}
    for (const [tag] of inside!.matchAll(/<(input|button)\b[^>]*>/g)) {
      const name = attribute(tag, 'name')
      const type = attribute(tag, 'type')
      if (!name || name === '_key' || type === 'file') continue
      if (type === 'radio' && fields[name] !== undefined) continue
      fields[name] = attribute(tag, 'value') ?? ''
    }
    Object.assign(fields, textareasOf(inside!))
    for (const [, tag, options] of inside!.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
      const name = attribute(tag!, 'name')
      const chosen = [...options!.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      const value = attribute(
        chosen.find((option) => /\sselected/.test(option)) ?? chosen.find((option) => attribute(option, 'value')) ?? '',
        'value',
      )
      if (name) fields[name] = value ?? ''
    }
    forms.push({ action: attribute(open!, 'action') ?? '', fields })
  }
  return forms
}

/** A button of a page and what its form sends when it is pressed. */
export type PageButton = PageForm & { readonly text: string }

/** The buttons of a page that change something, each with what stands in its form: what is not ticked is not sent. */
export function buttonsOf(html: string): PageButton[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(([, open, inside]) => {
    if (attribute(open!, 'method')?.toLowerCase() !== 'post') return []
    const fields = standingIn(inside!)
    return [...inside!.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/g)].map(([, tag, text]) => {
      const name = attribute(tag!, 'name')
      return {
        text: plain(text!.replaceAll(/<[^>]*>/g, ''))
          .replaceAll('\u00a0', ' ')
          .trim(),
        action: attribute(tag!, 'formaction') ?? attribute(open!, 'action') ?? '',
        fields: name ? { ...fields, [name]: attribute(tag!, 'value') ?? '' } : fields,
      }
    })
  })
}

function standingIn(inside: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')]
    const isLeftOut = type === 'file' || ((type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(tag))
    if (name && !isLeftOut) fields[name] = attribute(tag, 'value') ?? (/type="(checkbox|radio)"/.test(tag) ? 'on' : '')
  }
  return { ...fields, ...textareasOf(inside), ...selectsOf(inside) }
}

const textareasOf = (inside: string): Record<string, string> =>
  Object.fromEntries(
    [...inside.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag, text]) => [
      attribute(tag!, 'name') ?? '',
      plain(text!),
    ]),
  )

const selectsOf = (inside: string): Record<string, string> =>
  Object.fromEntries(
    [...inside.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag, options]) => {
      const all = [...options!.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      return [
        attribute(tag!, 'name') ?? '',
        attribute(all.find((option) => /\sselected/.test(option)) ?? all[0] ?? '', 'value') ?? '',
      ]
    }),
  )

/** Addresses of this program that a page leads to. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href]) => plain(href!)).filter((href) => !href.startsWith('//'))

/** The cells of a file of ours: a mark of the encoding, then RFC 4180 with `;` or `,`. */
export function linesOfCsv(text: string): string[][] {
  const lines: string[][] = [[]]
  for (const [, quoted, bare, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^";,\r\n]*))([;,]|\r?\n|$)/g)) {
    lines.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end?.includes('\n')) lines.push([])
    if (end === '') break
  }
  return lines
}
