/** The ground of a fact: a clause of the regulation. A link whenever the reader may open it. `number` may be several: «3.3, 4.1». */
export function Clause({ number, href, of }: { number: string; href?: string; of?: string }) {
  const text = `${/[,–]/.test(number) ? 'пп.' : 'п.'}\u00a0${number.replaceAll(', ', ',\u00a0')}${of ? ` ${of}` : ''}`
  return href ? (
    <a class="pl-clause" href={href}>
      {text}
    </a>
  ) : (
    <span class="pl-clause">{text}</span>
  )
}
