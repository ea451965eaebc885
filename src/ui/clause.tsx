import { readReference } from '../kernel/clause-reference.ts'

/**
 * The ground of a fact: a clause of the regulation. A link whenever the reader may open it. `number` may be several: «3.3, 4.1», or say itself
 * what it is: «прил. 2, п. 1».
 */
export function Clause({ number: clause, href, of: named }: { number: string; href?: string; of?: string | undefined }) {
  const { number, line, paper } = readReference(clause)
  const of = line === null ? named : paper
  const kind = /^\p{L}/u.test(number) ? '' : /[,–]/.test(number) ? 'пп.\u00a0' : 'п.\u00a0'
  const text = `${kind}${number.replaceAll(', ', ',\u00a0')}${of ? ` ${of}` : ''}`
  return href ? (
    <a class="pl-clause" href={href}>
      {text}
    </a>
  ) : (
    <span class="pl-clause">{text}</span>
  )
}
