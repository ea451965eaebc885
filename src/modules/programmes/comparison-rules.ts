import { ownSaid } from '../../regulation/fields.ts'
import { ownSections } from '../../regulation/intake/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { conditionsSaid } from './completion-rules.ts'
import { hoursText } from './hours-rules.ts'
import type { Assessment, Line, ProgrammeContent, Topic } from './model.ts'
import { assessmentNames, completionName, formName, objectiveNames, resourceNames, topicName } from './wording.ts'

/** One thing that two versions say differently; null where one of them says nothing. */
export type Change = {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Where it stands: «Пояснительная записка», «Тема 2. Разбор урока». */
  readonly place: string
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

type Said = { readonly key: string; readonly place: string; readonly field: string; readonly text: string }

/** What changed from one version to another, in the order of the newer one; lines are recognised by their ids. */
export function compareProgrammes(before: ProgrammeContent, after: ProgrammeContent, regulation: Regulation): Change[] {
  const old = said(before, regulation)
  const fresh = said(after, regulation)
  const [oldByKey, freshByKey] = [byKey(old), byKey(fresh)]
  const written = fresh.flatMap(({ key, place, field, text }): Change[] => {
    const was = oldByKey.get(key)
    if (was?.text === text) return []
    return [{ kind: was ? 'changed' : 'added', place, field, before: was?.text ?? null, after: text }]
  })
  const removed = old
    .filter(({ key }) => !freshByKey.has(key))
    .map(({ place, field, text }): Change => ({ kind: 'removed', place, field, before: text, after: null }))
  return [...written, ...removed]
}

const byKey = (list: readonly Said[]) => new Map(list.map((one) => [one.key, one]))

/** Everything a programme says, piece by piece; empty pieces are left out. */
function said(content: ProgrammeContent, regulation: Regulation): Said[] {
  const { note, topics, resources, assessment, own = {} } = content
  const inNote = { place: 'Пояснительная записка', key: 'note' }
  const inResources = { place: 'Ресурсы', key: 'resources' }
  return [
    ...piece(inNote, 'relevance', 'Актуальность', note.relevance),
    ...piece(inNote, 'aim', 'Цель', note.aim),
    ...lines(inNote, 'Задача', note.tasks),
    ...lines(inNote, 'Кто будет учиться', note.contingent),
    ...lines(inNote, 'Направление', note.directions),
    ...topics.flatMap((topic, index) => saidInTopic(topic, index, regulation)),
    ...(['people', 'material', 'teaching'] as const).flatMap((kind) => lines(inResources, resourceNames[kind], resources[kind])),
    ...(['external', 'self'] as const).flatMap((kind) =>
      saidInAssessment({ place: assessmentNames[kind], key: kind }, assessment[kind]),
    ),
    ...ownSections(regulation).flatMap((field) =>
      piece({ place: field.caption, key: 'own' }, field.code, 'Текст', ownSaid(field, own[field.code])),
    ),
    ...conditionsSaid(content).flatMap(({ key, text }) =>
      piece({ place: completionName, key: 'completion' }, key, 'Условие', text),
    ),
  ]
}

type Place = { readonly place: string; readonly key: string }
const piece = ({ place, key }: Place, name: string, field: string, text: string): Said[] =>
  text === '' ? [] : [{ key: `${key}.${name}`, place, field, text }]
const lines = (at: Place, field: string, list: readonly Line[]) => list.flatMap(({ id, text }) => piece(at, id, field, text))

function saidInTopic(topic: Topic, index: number, regulation: Regulation): Said[] {
  const at = { place: topicName(index, topic.title), key: topic.id }
  const { objectives, sessions, tryOuts, results, declaredHours } = topic
  return [
    ...piece(at, 'title', 'Название', topic.title),
    ...piece(at, 'hours', 'Часы темы', declaredHours === null ? '' : hoursText(declaredHours)),
    ...(['teach', 'form', 'develop'] as const).flatMap((kind) => lines(at, objectiveNames[kind], objectives[kind])),
    ...sessions.flatMap(({ id, title, form, remote, hours }) =>
      piece(at, id, 'Занятие', join(title, formName(regulation, form), remote ? 'дистанционно' : '', hoursText(hours))),
    ),
    ...tryOuts.flatMap(({ id, title, assignment, hours }) =>
      piece(at, id, 'Стажёрская проба', `${join(title, hoursText(hours))}\n${assignment}`.trim()),
    ),
    ...lines(at, 'Результат', results),
  ]
}

const join = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')

const saidInAssessment = (at: Place, { criteria, procedure, tools }: Assessment): Said[] => [
  ...criteria.flatMap(({ id, text, indicator }) => piece(at, id, 'Критерий', indicator === '' ? text : `${text}: ${indicator}`)),
  ...piece(at, 'procedure', 'Процедура', procedure),
  ...piece(at, 'tools', 'Инструменты', tools),
]
