import { no, type RuleRefusal } from '../../kernel/result.ts'
import { type Basis, basisOf } from '../../regulation/cite.ts'
import { ownLacking } from '../../regulation/fields.ts'
import { ownSections, programmeParts } from '../../regulation/intake/questions.ts'
import type { ProgrammeItem, ProgrammePart } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { asksTryOuts, onlyRemote } from '../../regulation/work/questions.ts'
import type { Assessment, Part, ProgrammeContent, Topic } from './model.ts'

export const mostTopics = 60
export const mostLines = 60
export const mostHours = 1000

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Hours of everything held within a topic. */
export const plannedHours = ({ sessions, tryOuts }: Pick<Topic, 'sessions' | 'tryOuts'>): number =>
  sum([...sessions, ...tryOuts].map(({ hours }) => hours))

/** Hours of a topic: as declared, else as its sessions and try-outs add up to. */
export const topicHours = (topic: Topic): number => topic.declaredHours ?? plannedHours(topic)

/** Hours of the whole programme. */
export const totalHours = ({ topics }: ProgrammeContent): number => sum(topics.map(topicHours))

/** How much of what is held goes at a distance, and how much are try-outs. */
export function hoursByKind({ topics }: ProgrammeContent): { held: number; remote: number; tryOuts: number } {
  const sessions = topics.flatMap((topic) => topic.sessions)
  return {
    held: sum(topics.map(plannedHours)),
    remote: sum(sessions.filter(({ remote }) => remote).map(({ hours }) => hours)),
    tryOuts: sum(topics.flatMap((topic) => topic.tryOuts).map(({ hours }) => hours)),
  }
}

/** Whether the declared hours of a topic are other than those of its sessions and try-outs. */
export const hoursDiffer = (topic: Topic): boolean => topic.declaredHours !== null && topic.declaredHours !== plannedHours(topic)

/** What one part of the programme still lacks. */
export type PartCompleteness = { readonly part: Part; readonly missing: readonly string[]; readonly basis: Basis }

/**
 * The parts the regulation asks for, each with what to add; a part with an empty list is complete. A regulation without a structure of its
 * own asks for nothing. (R-A2)
 */
export function completeness(content: ProgrammeContent, regulation: Regulation): PartCompleteness[] {
  const known = programmeParts(regulation).map(({ code, asks, basis }) => ({
    part: code,
    missing: missingIn[code](content, new Set(asks), regulation),
    basis,
  }))
  const own = ownSections(regulation)
  const lacking = ownLacking(own, content.own ?? {})
  const clause = (lacking[0] ?? own[0])?.clause
  const missing = lacking.map(({ caption }) => `заполните раздел «${caption}»`)
  return clause === undefined ? known : [...known, { part: 'own', missing, basis: basisOf(regulation, clause) }]
}

/** Whether every part the regulation asks for is there. */
export const isComplete = (content: ProgrammeContent, regulation: Regulation): boolean =>
  completeness(content, regulation).every(({ missing }) => missing.length === 0)

/** Where a paper asks for no parts a programme has a name all the same, and says something: others agree it, people are taught by it. */
export function worthFixing(title: string, { note, topics, resources, own }: ProgrammeContent): RuleRefusal[] {
  if (title.trim() === '') return [no('programme.needsTitle')]
  const texts = [
    note.relevance,
    note.aim,
    ...note.tasks,
    ...topics,
    ...Object.values(resources).flat(),
    ...Object.values(own ?? {}),
  ]
  return texts.some((one) => one !== '') ? [] : [no('programme.saysNothing')]
}

const lacks = (isMissing: boolean, sentence: string): string[] => (isMissing ? [sentence] : [])

/** What this paper wants in its sections: nothing else is ever missing. */
type Asks = ReadonlySet<ProgrammeItem>
type Missing = (content: ProgrammeContent, asks: Asks, regulation: Regulation) => string[]
const missingIn: Readonly<Record<ProgrammePart, Missing>> = {
  note: ({ note }, asks) => [
    ...lacks(asks.has('relevance') && note.relevance === '', 'напишите, почему программа нужна сейчас'),
    ...lacks(asks.has('aim') && note.aim === '', 'напишите цель'),
    ...lacks(asks.has('tasks') && note.tasks.length === 0, 'добавьте хотя бы одну задачу'),
    ...lacks(asks.has('contingent') && note.contingent.length === 0, 'отметьте, кто будет учиться'),
    ...lacks(asks.has('directions') && note.directions.length === 0, 'добавьте хотя бы одно направление'),
  ],
  topics: ({ topics }, asks, regulation) => [
    ...lacks(topics.length === 0, 'добавьте хотя бы одну тему'),
    ...topics.flatMap((topic, index) => missingInTopic(topic, index, asks)),
    ...lacks(
      topics.length > 0 && asksTryOuts(regulation).value && topics.every(({ tryOuts }) => tryOuts.length === 0),
      'добавьте хотя бы одну стажёрскую пробу',
    ),
  ],
  resources: ({ resources }, asks) => [
    ...lacks(asks.has('people') && resources.people.length === 0, 'добавьте кадровые ресурсы'),
    ...lacks(asks.has('material') && resources.material.length === 0, 'добавьте материально-технические ресурсы'),
    ...lacks(asks.has('teaching') && resources.teaching.length === 0, 'добавьте учебные и учебно-методические ресурсы'),
  ],
  assessment: ({ assessment }, asks) => [
    ...(asks.has('external') ? missingInAssessment('внешняя оценка', assessment.external) : []),
    ...(asks.has('self') ? missingInAssessment('самооценка', assessment.self) : []),
  ],
}

function missingInTopic(topic: Topic, index: number, asks: Asks): string[] {
  const { objectives, sessions, tryOuts, results } = topic
  const all = [...objectives.teach, ...objectives.form, ...objectives.develop]
  const found = [
    ...lacks(topic.title === '', 'дайте название'),
    ...lacks(asks.has('objectives') && all.length === 0, 'добавьте задачи: научить, сформировать, развивать'),
    ...lacks(asks.has('sessions') && sessions.length === 0, 'добавьте хотя бы одно занятие'),
    ...lacks(
      sessions.some(({ title, form }) => title === '' || form === ''),
      'допишите у занятий название и форму',
    ),
    ...lacks(
      tryOuts.some(({ title, assignment }) => title === '' || assignment === ''),
      'допишите у стажёрских проб название и задание',
    ),
    ...lacks(
      asks.has('hours') && [...sessions, ...tryOuts].some(({ hours }) => hours === 0),
      'поставьте часы каждому занятию и пробе',
    ),
    ...lacks(asks.has('hours') && hoursDiffer(topic), 'приведите часы темы к сумме часов занятий и проб'),
    ...lacks(asks.has('results') && results.length === 0, 'добавьте планируемые результаты'),
  ]
  return found.map((sentence) => `тема ${index + 1}: ${sentence}`)
}

const missingInAssessment = (name: string, { criteria, procedure, tools }: Assessment): string[] => [
  ...lacks(criteria.length === 0, `${name}: добавьте критерии`),
  ...lacks(procedure === '', `${name}: опишите процедуру`),
  ...lacks(tools === '', `${name}: назовите инструменты`),
]

/** What a draft may not even be saved with: more than anybody can read, hours that are no hours, forms the regulation does not know. */
export function brokenContent(content: ProgrammeContent, regulation: Regulation): RuleRefusal[] {
  if (content.topics.length > mostTopics) return [no('programme.tooManyTopics', { params: { most: mostTopics } })]
  return content.topics.flatMap((topic) => brokenTopic(topic, regulation))
}

/** The same of one topic; fields are those of its page. */
export function brokenTopic({ sessions, tryOuts, declaredHours }: Topic, regulation: Regulation): RuleRefusal[] {
  const { forms } = regulation
  const wrong = (hours: number) => hours < 0 || hours > mostHours || !Number.isInteger(hours * 2)
  const hours = (field: string) => no('programme.wrongHours', { field, params: { most: mostHours } })
  const known = (code: string) => code === '' || forms.catalogue.some((form) => form.code === code)
  return [
    ...(declaredHours !== null && wrong(declaredHours) ? [hours('declaredHours')] : []),
    ...sessions.flatMap((session, row) => [
      ...(known(session.form) ? [] : [no('programme.unknownForm', { field: `sessions.${row}.form`, clause: forms.clause[0] })]),
      ...notRemote(regulation, session.form, `sessions.${row}.form`),
      ...(wrong(session.hours) ? [hours(`sessions.${row}.hours`)] : []),
    ]),
    ...tryOuts.flatMap((tryOut, row) => (wrong(tryOut.hours) ? [hours(`tryOuts.${row}.hours`)] : [])),
  ]
}

function notRemote(regulation: Regulation, form: string, field: string): RuleRefusal[] {
  const verdict = onlyRemote(regulation, form)
  return verdict.ok
    ? []
    : [no('programme.onlyRemote', { field, clause: verdict.basis?.clause, params: { reason: verdict.reason } })]
}
