import type { Clause } from '../src/regulation/clauses.ts'

type Body = Clause['body'][number]
const isClause = (part: Body | Clause): part is Clause => typeof part === 'object' && 'number' in part

function build(kind: Clause['kind'], number: string, title: string | undefined, parts: readonly (Body | Clause)[]): Clause {
  const body = parts.filter((part): part is Body => !isClause(part))
  return { number, kind, label: `${number}.`, ...(title === undefined ? {} : { title }), body, clauses: parts.filter(isClause) }
}

/** A section with its heading: `section('3', 'Присвоение статуса', clause('3.1', …))`. */
export const section = (number: string, title: string, ...parts: (Body | Clause)[]) => build('section', number, title, parts)

/** A numbered provision: its paragraphs (strings), lists (arrays) and sub-clauses in the order of the source. */
export const clause = (number: string, ...parts: (Body | Clause)[]) => build('clause', number, undefined, parts)
