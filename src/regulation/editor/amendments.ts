import { type Clause, walk } from '../clauses.ts'
import type { Regulation } from '../schema.ts'
import { textOfBody } from './clause-text.ts'

/** What an order does to one clause of a regulation that stays in force. */
export type Amendment = {
  readonly number: string
  readonly what: 'changed' | 'added' | 'repealed'
  /** As the order says it: «пункт 3.2 изложить в следующей редакции: «…»». */
  readonly says: string
}

const names: Readonly<Record<Clause['kind'], readonly [accusative: string, instrumental: string]>> = {
  section: ['раздел', 'разделом'],
  clause: ['пункт', 'пунктом'],
  point: ['пункт', 'пунктом'],
  appendix: ['приложение', 'приложением'],
}

const ownText = ({ label, title, body }: Clause): string =>
  [[label, title].filter(Boolean).join(' '), textOfBody(body)].filter(Boolean).join(body.length > 0 && title ? '\n' : ' ')
const wholeText = (clause: Clause): string => [ownText(clause), ...clause.clauses.map(wholeText)].join('\n')
const quoted = (text: string) => `«${text.replace(/[.;]$/, '')}.»`

/** «3.2»; what stands in an appendix is named with it: «2 приложения 1». */
function nameOf({ number, kind }: Clause): string {
  const [, appendix, point] = /^прил\. (\d+)(?:, п\. (.+))?$/.exec(number) ?? []
  if (appendix === undefined) return number
  return kind === 'appendix' || point === undefined ? appendix : `${point} приложения ${appendix}`
}

/**
 * What has to be ordered for one text to become the other, clause by clause: those of another wording and those that are new in the order of the new text,
 * then those that are no more. What stands under a new or a repealed clause goes with it.
 */
export function amendmentsBetween(from: Regulation, to: Regulation): readonly Amendment[] {
  const before = new Map([...walk(from.clauses)].map((clause) => [clause.number, clause]))
  const after = new Set([...walk(to.clauses)].map(({ number }) => number))
  const changed = (clauses: readonly Clause[]): Amendment[] =>
    clauses.flatMap((clause) => {
      const [accusative, instrumental] = names[clause.kind]
      const was = before.get(clause.number)
      if (!was)
        return [
          {
            number: clause.number,
            what: 'added' as const,
            says: `дополнить ${instrumental} ${nameOf(clause)} следующего содержания: ${quoted(wholeText(clause))}`,
          },
        ]
      const says = `${accusative} ${nameOf(clause)} изложить в следующей редакции: ${quoted(ownText(clause))}`
      return [
        ...(ownText(was) === ownText(clause) ? [] : [{ number: clause.number, what: 'changed' as const, says }]),
        ...changed(clause.clauses),
      ]
    })
  const repealed = (clauses: readonly Clause[]): Amendment[] =>
    clauses.flatMap((clause) =>
      after.has(clause.number)
        ? repealed(clause.clauses)
        : [
            {
              number: clause.number,
              what: 'repealed',
              says: `${names[clause.kind][0]} ${nameOf(clause)} признать утратившим силу`,
            },
          ],
    )
  return [...changed(to.clauses), ...repealed(from.clauses)]
}
