import type { Assessment, Completion, Line, ProgrammeContent, Topic } from './model.ts'

/** A line as a person sent it; a new one has no id. */
export type TypedLine = { readonly id: string | null; readonly text: string }
type Typed<Row extends { readonly id: string }> = Omit<Row, 'id'> & { readonly id: string | null }
type TypedAssessment = Omit<Assessment, 'criteria'> & {
  readonly criteria: readonly Typed<Assessment['criteria'][number]>[]
}

type NoteEdit = {
  readonly title: string
  readonly relevance: string
  readonly aim: string
  readonly tasks: readonly TypedLine[]
  /** Those of the regulation that were ticked, and others in the person's own words. */
  readonly contingent: readonly string[]
  readonly others: readonly TypedLine[]
  readonly directions: readonly TypedLine[]
}
type ResourcesEdit = Readonly<Record<keyof ProgrammeContent['resources'], readonly TypedLine[]>>
type AssessmentEdit = { readonly external: TypedAssessment; readonly self: TypedAssessment }
type TopicEdit = {
  readonly title: string
  readonly declaredHours: number | null
  readonly teach: readonly TypedLine[]
  readonly form: readonly TypedLine[]
  readonly develop: readonly TypedLine[]
  readonly sessions: readonly Typed<Topic['sessions'][number]>[]
  readonly tryOuts: readonly Typed<Topic['tryOuts'][number]>[]
  readonly results: readonly TypedLine[]
}
type NewKey = () => string

/** A topic without a word in it but its title. */
export const newTopic = (id: string, title: string): Topic => ({
  id,
  title,
  declaredHours: null,
  objectives: { teach: [], form: [], develop: [] },
  sessions: [],
  tryOuts: [],
  results: [],
})

const linesKeyed =
  (newKey: NewKey) =>
  (typed: readonly TypedLine[], before: readonly Line[]): Line[] =>
    keyed(typed.filter(hasText), before, newKey)

/** The programme with its note written anew. Empty rows are dropped; rows keep the ids they came with. */
export function withNote(content: ProgrammeContent, edit: NoteEdit, newKey: NewKey): ProgrammeContent {
  const lines = linesKeyed(newKey)
  const { relevance, aim, tasks, contingent, others, directions } = edit
  const ticked = contingent.map((text) => ({ id: null, text }))
  return {
    ...content,
    note: {
      relevance,
      aim,
      tasks: lines(tasks, content.note.tasks),
      contingent: lines([...ticked, ...others], content.note.contingent),
      directions: lines(directions, content.note.directions),
    },
  }
}

/** The same with its resources. */
export function withResources(content: ProgrammeContent, edit: ResourcesEdit, newKey: NewKey): ProgrammeContent {
  const lines = linesKeyed(newKey)
  const { people, material, teaching } = content.resources
  return {
    ...content,
    resources: {
      people: lines(edit.people, people),
      material: lines(edit.material, material),
      teaching: lines(edit.teaching, teaching),
    },
  }
}

/** The same with its ways of assessment. */
export function withAssessment(content: ProgrammeContent, edit: AssessmentEdit, newKey: NewKey): ProgrammeContent {
  const { external, self } = content.assessment
  const assessed = ({ criteria, ...rest }: TypedAssessment, before: Assessment): Assessment => ({
    ...rest,
    criteria: keyed(
      criteria.filter(({ text, indicator }) => text !== '' || indicator !== ''),
      before.criteria,
      newKey,
    ),
  })
  return { ...content, assessment: { external: assessed(edit.external, external), self: assessed(edit.self, self) } }
}

/** The same with what a paper about it is given for. */
export const withCompletion = (content: ProgrammeContent, completion: Completion): ProgrammeContent => ({
  ...content,
  completion,
})

/** The topic written anew. */
export function withTopicText(topic: Topic, edit: TopicEdit, newKey: NewKey): Topic {
  const lines = linesKeyed(newKey)
  const { title, declaredHours, teach, form, develop, sessions, tryOuts, results } = edit
  return {
    id: topic.id,
    title,
    declaredHours,
    objectives: {
      teach: lines(teach, topic.objectives.teach),
      form: lines(form, topic.objectives.form),
      develop: lines(develop, topic.objectives.develop),
    },
    sessions: keyed(
      sessions.filter((session) => session.title !== '' || session.form !== '' || session.hours !== 0),
      topic.sessions,
      newKey,
    ),
    tryOuts: keyed(
      tryOuts.filter((tryOut) => tryOut.title !== '' || tryOut.assignment !== '' || tryOut.hours !== 0),
      topic.tryOuts,
      newKey,
    ),
    results: lines(results, topic.results),
  }
}

const hasText = ({ text }: TypedLine): boolean => text !== ''

type Row = { readonly id: string | null; readonly text?: string; readonly title?: string }

/**
 * Rows with ids: the one they came with, else that of a stored row of the same words (a draft that is kept while somebody types has not yet
 * heard of the ids of its new rows), else a new one. A row that repeats another's id gets one of its own.
 */
function keyed<One extends Row>(
  rows: readonly One[],
  before: readonly Row[],
  newKey: NewKey,
): (Omit<One, 'id'> & { id: string })[] {
  const taken = new Set(rows.map(({ id }) => id))
  const wordsOf = ({ text, title }: Row) => text ?? title ?? ''
  const given = new Set<string>()
  return rows.map((row) => {
    const known = row.id ?? before.find((one) => wordsOf(one) === wordsOf(row) && !taken.has(one.id))?.id ?? null
    const id = known !== null && !given.has(known) ? known : newKey()
    given.add(id)
    taken.add(id)
    return { ...row, id }
  })
}

export type TopicDeed = 'up' | 'down' | 'remove'

/** The topics with one of them moved by a place or taken out; null when there is no such topic. */
export function withTopicMoved(content: ProgrammeContent, topicId: string, deed: TopicDeed): ProgrammeContent | null {
  const { topics } = content
  const at = topics.findIndex(({ id }) => id === topicId)
  const topic = topics[at]
  if (!topic) return null
  const rest = topics.toSpliced(at, 1)
  if (deed === 'remove') return { ...content, topics: rest }
  const to = Math.min(Math.max(deed === 'up' ? at - 1 : at + 1, 0), rest.length)
  return { ...content, topics: rest.toSpliced(to, 0, topic) }
}

/** Those of the contingent that the regulation names, and the others. */
export function splitContingent(lines: readonly Line[], named: readonly string[]): { ticked: string[]; others: Line[] } {
  return {
    ticked: lines.filter(({ text }) => named.includes(text)).map(({ text }) => text),
    others: lines.filter(({ text }) => !named.includes(text)),
  }
}
