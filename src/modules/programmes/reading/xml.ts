import { DOMParser, type Element } from '@xmldom/xmldom'

/** The root of a part of an office document; throws when it is not well-formed. Prefixes of names do not matter here. */
export function rootOf(xml: string): Element {
  const { documentElement } = new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml')
  if (documentElement === null) throw new Error('a part of the document is empty')
  return documentElement
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
