import type { OwnValues } from '../../regulation/fields.ts'
import { ownSections } from '../../regulation/intake/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { formsOfWork } from '../../regulation/work/questions.ts'
import type { Assessment, Line, Part, ProgrammeContent, Topic } from './model.ts'

type Given = { readonly parts: readonly Part[]; readonly regulation: Regulation; readonly newKey: () => string }

/**
 * Parts of another programme taken over: its topics stand after those that are there, its other parts in place of what was written. Everything
 * gets ids of its own; a form of work this regulation does not know is left for the person to choose, a section it does not know is left out.
 */
export function withCopied(
  content: ProgrammeContent,
  source: ProgrammeContent,
  { parts, regulation, newKey }: Given,
): ProgrammeContent {
  const lines = (list: readonly Line[]) => list.map(({ text }) => ({ id: newKey(), text }))
  const assessed = ({ criteria, ...rest }: Assessment): Assessment => ({
    ...rest,
    criteria: criteria.map((criterion) => ({ ...criterion, id: newKey() })),
  })
  const known = (form: string) => (formsOfWork(regulation).some(({ code }) => code === form) ? form : '')
  const topic = ({ objectives, sessions, tryOuts, results, ...rest }: Topic): Topic => ({
    ...rest,
    id: newKey(),
    objectives: { teach: lines(objectives.teach), form: lines(objectives.form), develop: lines(objectives.develop) },
    sessions: sessions.map((session) => ({ ...session, id: newKey(), form: known(session.form) })),
    tryOuts: tryOuts.map((tryOut) => ({ ...tryOut, id: newKey() })),
    results: lines(results),
  })
  const { note, resources, assessment } = source
  const taken = (part: Part) => parts.includes(part)
  return {
    ...content,
    note: taken('note')
      ? { ...note, tasks: lines(note.tasks), contingent: lines(note.contingent), directions: lines(note.directions) }
      : content.note,
    topics: taken('topics') ? [...content.topics, ...source.topics.map(topic)] : content.topics,
    resources: taken('resources')
      ? { people: lines(resources.people), material: lines(resources.material), teaching: lines(resources.teaching) }
      : content.resources,
    assessment: taken('assessment')
      ? { external: assessed(assessment.external), self: assessed(assessment.self) }
      : content.assessment,
    own: taken('own') ? { ...content.own, ...ownOf(source, regulation) } : content.own,
  }
}

/** What another programme says in the sections of this paper's own, as far as it can be said in them. */
const ownOf = ({ own = {} }: ProgrammeContent, regulation: Regulation): OwnValues =>
  Object.fromEntries(
    ownSections(regulation).flatMap(({ code, kind, options }) => {
      const value = own[code]
      const fits =
        typeof value === 'string' ? kind !== 'table' && (kind !== 'choice' || options.includes(value)) : kind === 'table'
      return value !== undefined && fits ? [[code, value] as const] : []
    }),
  )
