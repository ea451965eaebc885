import { type OwnField, type OwnValue, ownTyped } from '../../../regulation/fields.ts'
import { ownSections } from '../../../regulation/intake/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { contingentOf } from '../../../regulation/work/questions.ts'
import { newTopic } from '../edits.ts'
import type { Assessment, Line, ProgrammeContent, Session, Topic, TryOut } from '../model.ts'
import { hoursIn } from './markers.ts'
import { type FixedPlace, type NamedTopic, ownPlace, type PlacedPiece, type TopicPlace, topicOf } from './pieces.ts'

type Given = {
  readonly pieces: readonly PlacedPiece[]
  readonly topics: readonly NamedTopic[]
  readonly regulation: Regulation
  readonly newKey: () => string
}

/** The programme with the pieces of a file added to what is there: texts go on, lists grow, topics of the file come after the others. */
export function withPieces(content: ProgrammeContent, given: Given): ProgrammeContent {
  const { pieces, regulation, newKey } = given
  const at = (place: FixedPlace) => pieces.filter((piece) => piece.place === place)
  const text = (before: string, place: FixedPlace) =>
    [before, ...at(place).map((piece) => piece.text)].filter((part) => part !== '').join('\n')
  const lines = (before: readonly Line[], place: FixedPlace) => [...before, ...at(place).map(lineOf)]
  const assessed = ({ criteria, procedure, tools }: Assessment, kind: 'external' | 'self'): Assessment => ({
    criteria: [...criteria, ...at(`${kind}.criteria`).map(criterionOf)],
    procedure: text(procedure, `${kind}.procedure`),
    tools: text(tools, `${kind}.tools`),
  })
  const { note, resources, assessment } = content
  return {
    own: { ...content.own, ...ownWith(content, given).values },
    note: {
      relevance: text(note.relevance, 'note.relevance'),
      aim: text(note.aim, 'note.aim'),
      tasks: lines(note.tasks, 'note.tasks'),
      contingent: withContingent(note.contingent, at('note.contingent'), { regulation, newKey }),
      directions: lines(note.directions, 'note.directions'),
    },
    topics: withTopics(content.topics, given),
    resources: {
      people: lines(resources.people, 'resources.people'),
      material: lines(resources.material, 'resources.material'),
      teaching: lines(resources.teaching, 'resources.teaching'),
    },
    assessment: { external: assessed(assessment.external, 'external'), self: assessed(assessment.self, 'self') },
  }
}

/** The sections of the paper's own that a text may go to: a period is no text. */
export const ownPlaces = (regulation: Regulation): readonly OwnField[] =>
  ownSections(regulation).filter(({ kind }) => kind !== 'period')

/** The sections of the paper's own with the pieces of a file, and those that cannot hold them: no number, nothing of their list. */
export function ownWith(content: ProgrammeContent, { pieces, regulation }: Pick<Given, 'pieces' | 'regulation'>) {
  const found = ownPlaces(regulation).flatMap((field): [OwnField, unknown][] => {
    const own = pieces.filter(({ place }) => place === ownPlace(field.code)).map(({ text }) => text)
    return own.length === 0 ? [] : [[field, ownText(field, content.own?.[field.code], own)]]
  })
  const typed = Object.fromEntries(found.map(([{ code }, text]) => [code, text]))
  return ownTyped(
    found.map(([field]) => field),
    typed,
  )
}

/** A text goes on, a table grows, anything else is as the file says. */
function ownText({ kind, options }: OwnField, before: OwnValue | undefined, texts: readonly string[]): unknown {
  if (kind === 'table') {
    const isHead = (row: readonly string[]) => row.join().toLowerCase() === options.join().toLowerCase()
    const rows = texts.map((text) => text.split(' | ')).filter((row) => !isHead(row))
    return [...(Array.isArray(before) ? before : []), ...rows]
  }
  return kind === 'text' ? [...(typeof before === 'string' ? [before] : []), ...texts].join('\n') : texts.join(' ')
}

const lineOf = ({ id, text }: PlacedPiece): Line => ({ id, text: withoutStop(text) })

/** Without the stop of a list: «показать приёмы;», «умение слушать.»; «и др.», «2021 г.» keep theirs. */
const withoutStop = (text: string): string => text.replace(/;$|(?<=\p{L}{4}|[)»"%\d])\.$/u, '')

function criterionOf({ id, text }: PlacedPiece): Assessment['criteria'][number] {
  const [criterion, ...indicator] = text.split(': ')
  return { id, text: withoutStop(criterion!), indicator: withoutStop(indicator.join(': ')) }
}

/** «руководители, методисты, педагоги»: a line for each; whom the regulation names stands in its words and once. (R-A2c) */
function withContingent(
  before: readonly Line[],
  pieces: readonly PlacedPiece[],
  { regulation, newKey }: Pick<Given, 'regulation' | 'newKey'>,
): Line[] {
  const lines = [...before]
  const parts = pieces.flatMap(({ id, text }) =>
    text
      .split(/[,;\n]| и др\.?/u)
      .map((part) => part.trim().replace(/\.$/, ''))
      .filter((part) => part !== '')
      .map((part, index) => ({ id: index === 0 ? id : newKey(), text: part })),
  )
  for (const { id, text } of parts) {
    const named = contingentOf(regulation).find((one) => one.toLowerCase() === text.toLowerCase()) ?? text
    if (!lines.some((line) => line.text === named)) lines.push({ id, text: named })
  }
  return lines
}

function withTopics(before: readonly Topic[], { pieces, topics, regulation }: Given): Topic[] {
  const there = new Set(before.map(({ id }) => id))
  const fresh = topics
    .filter(({ id }) => !there.has(id))
    .map(({ id, title, hours }) => ({ ...newTopic(id, title), declaredHours: hours }))
  return [...before, ...fresh].map((topic) => withTopicPieces(topic, pieces, regulation))
}

function withTopicPieces(topic: Topic, pieces: readonly PlacedPiece[], regulation: Regulation): Topic {
  const at = (field: TopicPlace) =>
    pieces.filter(({ place }) => {
      const found = topicOf(place)
      return found?.topicId === topic.id && found.field === field
    })
  const { objectives, sessions, tryOuts, results } = topic
  return {
    ...topic,
    objectives: {
      teach: [...objectives.teach, ...at('teach').map((piece) => objectiveOf(piece, /^научить\s+/iu))],
      form: [...objectives.form, ...at('form').map((piece) => objectiveOf(piece, /^с?формировать\s+/iu))],
      develop: [...objectives.develop, ...at('develop').map((piece) => objectiveOf(piece, /^разви(?:вать|ть)\s+/iu))],
    },
    sessions: [...sessions, ...at('sessions').map((piece) => sessionOf(piece, regulation))],
    tryOuts: [...tryOuts, ...at('tryOuts').map(tryOutOf)],
    results: [...results, ...at('results').map(lineOf)],
  }
}

/** «научить составлять карточки;» stands under «Научить» without the word. */
const objectiveOf = (piece: PlacedPiece, verb: RegExp): Line => {
  const line = lineOf(piece)
  return { ...line, text: line.text.replace(verb, '') }
}

/** «Разбор записей уроков, вебинар, 4 ч»: title, form of work by the regulation's catalogue, hours; at a distance if it says so. */
function sessionOf({ id, text }: PlacedPiece, { forms }: Regulation): Session {
  const { text: rest, hours } = hoursIn(text)
  const found = forms.catalogue
    .map((form) => ({ ...form, at: rest.search(new RegExp(`(?<!\\p{L})${asPattern(form.label)}(?!\\p{L})`, 'iu')) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  const remote = /дистанц/iu.test(rest)
  const title = rest.replace(/,?\s?\(?дистанционно\)?/iu, '')
  const bare = found ? withoutForm(title, found.label) : title
  return { id, form: found?.code ?? '', title: bare === '' ? title : bare, hours: hours ?? 0, remote }
}

const asPattern = (label: string): string => label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The title without the form of work at its beginning or end: «Семинар «Критерии»» and «Критерии, семинар» are «Критерии». */
function withoutForm(title: string, label: string): string {
  const words = asPattern(label)
  return title
    .replace(new RegExp(`^${words}\\s?[:–—-]?\\s?(?=[«"])`, 'iu'), '')
    .replace(new RegExp(`,\\s?${words}\\s?$`, 'iu'), '')
    .replace(/^[«"]([^«»"]*)[»"]$/u, '$1')
    .trim()
}

const mostTitle = 500

/** «Фрагмент урока: подготовьте и проведите, 4 ч»: title, assignment, hours. */
function tryOutOf({ id, text }: PlacedPiece): TryOut {
  const { text: rest, hours } = hoursIn(text)
  const [, title = '', assignment = rest] =
    /^([^:\n.]{3,150})[:.\n]([\s\S]+)$/u.exec(rest) ?? (rest.length > mostTitle ? [] : [rest, rest, ''])
  return { id, title: title.trim(), assignment: assignment.trim(), hours: hours ?? 0 }
}
