import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'

/** A document as it looks on paper. */
export function Paper({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <article class="pl-doc" aria-label={label}>
      {children}
    </article>
  )
}

/** Who issues it and what it is: centred lines over the text. */
export function PaperTop({ lines, kind }: { lines: readonly string[]; kind: string }) {
  return (
    <>
      <p class="pl-doc__top">
        {lines.map((line, index) => (
          <>
            {index > 0 && <br />}
            {nb(line)}
          </>
        ))}
      </p>
      <p class="pl-doc__top">{kind}</p>
    </>
  )
}

/** Two ends of a line: date and number, post and name. */
export function PaperRow({ left, right }: { left: ComponentChildren; right: ComponentChildren }) {
  return (
    <p class="pl-doc__row">
      <span>{typeof left === 'string' ? nb(left) : left}</span>
      <span>{typeof right === 'string' ? nb(right) : right}</span>
    </p>
  )
}

/** What will be written in later: the number before signing. */
export function PaperBlank({ text }: { text: string }) {
  return <span class="pl-doc__blank">{nb(text)}</span>
}

export type PaperPoint = {
  readonly number: string
  readonly text: ComponentChildren
  readonly id?: string
  readonly points?: readonly PaperPoint[]
}

/** Numbered points, with points inside them. The numbers are text, as printed. */
export function PaperPoints({ points }: { points: readonly PaperPoint[] }) {
  return (
    <ol>
      {points.map(({ number, text, id, points: inner }) => (
        <li id={id}>
          <span class="pl-doc__n">{number}</span>
          {typeof text === 'string' ? nb(text) : text}
          {inner && inner.length > 0 && <PaperPoints points={inner} />}
        </li>
      ))}
    </ol>
  )
}
