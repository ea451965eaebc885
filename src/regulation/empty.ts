import type { ActName } from './acts.ts'
import { proposedForms } from './editor/declined.ts'
import { usualPaper } from './paper/schema.ts'
import { type Regulation, regulationSchema } from './schema.ts'
import { declined } from './words.ts'

/** What a territory says of itself before its paper is written. */
export type Beginnings = {
  readonly level: Regulation['level']
  readonly localTime: string
  readonly authority: { readonly name: string; readonly shortName: string }
  readonly operator: { readonly name: string; readonly shortName: string }
  readonly act: ActName
}

/** The forms of a short name are proposed, and whoever writes the regulation puts them right. */
const bodyOf = ({ name, shortName }: Beginnings['authority']) => ({ name, short: proposedForms(shortName) })

/**
 * A regulation that says nothing yet: silent where it may be, and where it may not be, a usual answer without a clause. Such an answer holds for nothing: the
 * check names each of them until somebody has confirmed it with the clause it comes from.
 */
export const emptyRegulation = (given: Beginnings): Regulation => regulationSchema.parse({ ...silence, ...answers(given) })

/** Another's regulation as this territory begins with it: the rules are copied; where it stands, who its bodies are and how they decide are its own. */
export const copiedRegulation = (copied: Regulation, { level, localTime, authority, operator, act }: Beginnings): Regulation => ({
  ...copied,
  ...{ edition: 1, level, localTime },
  bodies: { ...copied.bodies, authority: bodyOf(authority), operator: bodyOf(operator) },
  status: { ...copied.status, act },
  siteList: copied.siteList && { ...copied.siteList, act },
  calls: copied.calls && { ...copied.calls, act },
})

/** One more regulation of a territory before its paper is written: its bodies and acts are those of the other. */
export function emptyBeside({ level, localTime, bodies, status }: Regulation, title: string): Regulation {
  const { authority, operator } = bodies
  const named = ({ name, short }: typeof authority) => ({ name, shortName: short.nominative })
  const begun = { level, localTime, authority: named(authority), operator: named(operator), act: status.act }
  return { ...emptyRegulation(begun), title, bodies }
}

/** Nothing is said wherever nothing may be said. */
const silence = Object.fromEntries(
  Object.entries(regulationSchema.shape).flatMap(([key, schema]) => (schema.safeParse(null).success ? [[key, null]] : [])),
)

const answers = ({ level, localTime, authority, operator, act }: Beginnings) =>
  ({
    edition: 1,
    title: 'Положение о стажировочных площадках',
    paperWords: usualPaper,
    level,
    siteWords: declined(
      'стажировочная площадка',
      'стажировочной площадки',
      'стажировочной площадке',
      'стажировочной площадкой',
      'стажировочные площадки',
    ),
    localTime,
    bodies: { authority: bodyOf(authority), operator: bodyOf(operator), further: [] },
    legalBasis: {
      clause: [],
      acts: [
        {
          type: 'Федеральный закон',
          number: '273-ФЗ',
          date: '2012-12-29',
          title: 'Об образовании в Российской Федерации',
        },
      ],
    },
    clauses: [{ number: '1', kind: 'section', label: '1.', title: 'Общие положения', body: [], clauses: [] }],
    status: { clause: [], grantedBy: 'authority', together: [], act, onSubmissionOfOperator: false, steps: ['order'] },
    hostKinds: { clause: [], kinds: ['school', 'kindergarten', 'supplementary'] },
    roles: [],
    forms: { clause: [], catalogue: [{ code: 'seminar', label: 'семинар', remote: false, clause: [] }] },
    plan: {
      clause: [],
      words: declined('план работы', 'плана работы', 'плану работы', 'планом работы', 'планы работы'),
      period: 'academicYear',
      columns: [],
      chain: [
        {
          act: 'approve',
          by: 'authority',
          how: 'one',
          caption: 'Утверждаю',
          due: null,
          silence: 'nothing',
          onRefusal: null,
          clause: [],
        },
      ],
      headSignature: 'Руководитель площадки',
    },
    provisions: {},
    examples: [],
  }) satisfies Partial<Regulation>
