/** What a part of an office document must not say: that it holds a program, or that it fetches something by itself. */
export type PartFault = 'active' | 'linked'

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) =>
    name ? (signs[name] ?? whole) : String.fromCodePoint(Math.min(hex ? Number.parseInt(hex, 16) : Number(decimal), 0x10ffff)),
  )

/** The list of content types: a part that is a program is named there, whatever the part itself is called. */
export const faultOfTypes = (xml: string): PartFault | null =>
  /macroEnabled|vbaProject|activeX|oleObject/i.test(plain(xml)) ? 'active' : null

/** A list of what a part refers to: links that a reader follows are no harm; what the program fetches when the file is opened is. */
export function faultOfRelations(xml: string): PartFault | null {
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?Relationship\b(?:[^>"']|"[^"]*"|'[^']*')*>/g)) {
    const type = valueOf(tag, 'Type')
    if (/\/(vbaProject|control|oleObject|attachedToolbars)$/i.test(type) && !isExternal(tag)) return 'active'
    if (isExternal(tag) && !/\/hyperlink$/i.test(type) && !isOnOwnDisk(valueOf(tag, 'Target'))) return 'linked'
  }
  return null
}

const valueOf = (tag: string, name: string): string => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return plain(found?.[1] ?? found?.[2] ?? '')
}
const isExternal = (tag: string) => /^external$/i.test(valueOf(tag, 'TargetMode').trim())

/** Word writes where on the author's disk its template lay; on another machine there is nothing. */
const isOnOwnDisk = (target: string) => /^(file:\/\/\/)?[a-z]:[\\/]/i.test(target) || /^[^\\/:][^:]*$/.test(target)
