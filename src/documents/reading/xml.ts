import { DOMParser, type Element } from '@xmldom/xmldom'

/** Word itself nests some dozens of elements, with tables in tables and controls around them. */
export const mostDepth = 200

/**
 * The root of a part of an office document; throws when it is not well-formed, or nested deeper than a reader can follow. Prefixes of names do not
 * matter here.
 */
export function rootOf(xml: string): Element {
  if (depthOf(xml) > mostDepth) throw new Error('nested too deeply')
  const { documentElement } = new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml')
  if (documentElement === null) throw new Error('a part of the document is empty')
  return documentElement
}

/** How deep the tags of a text go, read once from its beginning to its end. */
function depthOf(xml: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of xml.matchAll(/<[^<>?!][^<>]*>/g)) {
    if (tag[1] === '/') depth--
    else if (tag.at(-2) !== '/') deepest = Math.max(deepest, ++depth)
  }
  return deepest
}

function stop(level: string, message: string): void {
  if (level !== 'warning') throw new Error(message)
}

const isElement = (node: { nodeType: number }): node is Element => node.nodeType === 1

export const elementsOf = (parent: Element): Element[] => Array.from(parent.childNodes).filter(isElement)
export const childrenOf = (parent: Element, name: string): Element[] =>
  elementsOf(parent).filter(({ localName }) => localName === name)
export const childOf = (parent: Element | null | undefined, name: string): Element | null =>
  parent ? (childrenOf(parent, name)[0] ?? null) : null

/** An attribute by its local name, whatever prefix the program that wrote the file uses. */
export function attribute(element: Element | null | undefined, name: string): string | null {
  if (!element) return null
  for (const one of Array.from(element.attributes)) if (one.localName === name) return one.value
  return null
}
