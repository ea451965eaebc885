import {
  bold,
  bullet,
  cell,
  column,
  document,
  gap,
  heading,
  italic,
  p,
  paragraphs,
  section,
  table,
  typedCell,
} from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import type { Day } from '../../kernel/types.ts'
import { ownSaid } from '../../regulation/fields.ts'
import type { AnySection } from '../../regulation/intake/questions.ts'
import type { ProgrammePart } from '../../regulation/kinds.ts'
import { siteWord } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { conditionsSaid } from './completion-rules.ts'
import { hoursText, numberText } from './hours-rules.ts'
import type { Assessment, Line, ProgrammeContent, Session, Topic, TryOut } from './model.ts'
import { plannedHours, topicHours, totalHours } from './rules.ts'
import { assessmentNames, completionName, formName, objectiveNames, resourceNames, shownSections } from './wording.ts'

type PaperGiven = {
  readonly title: string
  readonly organisations: readonly string[]
  readonly content: ProgrammeContent
  readonly regulation: Regulation
  readonly day: Day
  /** A draft says that it is one. */
  readonly isDraft: boolean
  /** Who has agreed it. */
  readonly stamps?: readonly Block[]
}

/** The programme as it is printed in the form of appendix 2. (R-A2, R-33) */
export function programmeDocument({ title, organisations, content, regulation, day, isDraft, stamps = [] }: PaperGiven): Doc {
  return document({ title: `Программа «${title}»`, date: day }, [
    section([
      ...stamps,
      heading(1, `Программа ${siteWord(regulation, 'genitive')}`),
      p(bold(`«${title}»`), { align: 'center' }),
      ...organisations.map((name) => p(name, { align: 'center' })),
      p(`Объём программы: ${hoursText(totalHours(content))}`, { align: 'center' }),
      ...(isDraft ? [p('Черновик, ещё не закреплён', { align: 'center' })] : []),
      gap(),
      ...programmeBlocks(content, regulation),
    ]),
  ])
}

/** The parts of a programme under the captions and in the order of the regulation, without a title: for its own paper and that of an application. */
export function programmeBlocks(content: ProgrammeContent, regulation: Regulation): Block[] {
  const sections = shownSections(regulation)
  const conditions = conditionsSaid(content).map(({ text }, index) => ({ id: String(index), text }))
  return [
    ...sections.flatMap((section, index) => sectionBlocks(section, { index, content, regulation })),
    ...(conditions.length === 0
      ? []
      : [heading(2, completionName, { number: `${sections.length + 1}` }), ...ended(conditions).map((text) => bullet(text))]),
  ]
}

type At = { readonly index: number; readonly content: ProgrammeContent; readonly regulation: Regulation }
function sectionBlocks(section: AnySection, { index, content, regulation }: At): Block[] {
  return [
    heading(2, 'part' in section ? section.text : section.field.caption, { number: `${index + 1}` }),
    ...('part' in section
      ? parts[section.part](content, regulation)
      : paragraphs(ownSaid(section.field, content.own?.[section.field.code]) || 'не заполнено')),
  ]
}

const parts: Readonly<Record<ProgrammePart, (content: ProgrammeContent, regulation: Regulation) => Block[]>> = {
  note: ({ note }) => [
    ...typed('Актуальность программы', note.relevance),
    ...typed('Цель', note.aim),
    ...listed('Задачи', note.tasks),
    ...listed('Контингент стажёров', note.contingent),
    ...listed('Общий характер и основные направления стажировочной деятельности', note.directions),
  ],
  topics: ({ topics }, regulation) => [
    ...(topics.length === 0 ? [] : [hoursTable(topics), gap()]),
    ...topics.flatMap((topic, index) => topicBlocks(topic, index, regulation)),
  ],
  resources: ({ resources }) =>
    (['people', 'material', 'teaching'] as const).flatMap((kind) => listed(resourceNames[kind], resources[kind])),
  assessment: ({ assessment }) =>
    (['external', 'self'] as const).flatMap((kind) => assessmentBlocks(assessmentNames[kind], assessment[kind])),
}

const caption = (text: string) => p(bold(text), { align: 'left', keepWithNext: true })
const typed = (name: string, text: string): Block[] => (text === '' ? [] : [caption(name), ...paragraphs(text)])
const listed = (name: string, lines: readonly Line[]): Block[] =>
  lines.length === 0 ? [] : [caption(name), ...ended(lines).map((text) => bullet(text))]

/** Lines of a list end with a semicolon, the last with a full stop, unless a person has ended them. */
const ended = (lines: readonly Line[]): string[] =>
  lines.map(({ text }, index) => (/[.;:!?]$/.test(text) ? text : `${text}${index === lines.length - 1 ? '.' : ';'}`))

function hoursTable(topics: readonly Topic[]): Block {
  const sum = (count: (topic: Topic) => number) => numberText(topics.reduce((total, topic) => total + count(topic), 0))
  const ofSessions = ({ sessions }: Topic) => plannedHours({ sessions, tryOuts: [] })
  const ofTryOuts = ({ tryOuts }: Topic) => plannedHours({ sessions: [], tryOuts })
  return table(
    [
      column('№', 1, 'center'),
      column('Тема', 8),
      column('Занятия', 2, 'center'),
      column('Пробы', 2, 'center'),
      column('Всего часов', 2, 'center'),
    ],
    [
      ...topics.map((topic, index) => [
        `${index + 1}.`,
        topic.title,
        numberText(ofSessions(topic)),
        numberText(ofTryOuts(topic)),
        numberText(topicHours(topic)),
      ]),
      ['', bold('Итого'), sum(ofSessions), sum(ofTryOuts), bold(sum(topicHours))],
    ],
  )
}

function topicBlocks(topic: Topic, index: number, regulation: Regulation): Block[] {
  const { title, objectives, sessions, tryOuts, results } = topic
  const kinds = (['teach', 'form', 'develop'] as const).filter((kind) => objectives[kind].length > 0)
  return [
    heading(3, `Тема ${index + 1}. ${title} (${hoursText(topicHours(topic))})`, { align: 'left' }),
    ...(kinds.length > 0 ? [caption('Задачи')] : []),
    ...kinds.flatMap((kind) => [
      p(italic(`${objectiveNames[kind]}:`), { align: 'left', keepWithNext: true }),
      ...ended(objectives[kind]).map((text) => bullet(text)),
    ]),
    ...(sessions.length > 0 ? [caption('Содержание работы по теме'), sessionTable(sessions, regulation), gap()] : []),
    ...(tryOuts.length > 0 ? [caption('Стажёрские пробы'), tryOutTable(tryOuts), gap()] : []),
    ...listed('Планируемые результаты стажировки', results),
  ]
}

const sessionTable = (sessions: readonly Session[], regulation: Regulation): Block =>
  table(
    [column('№', 1, 'center'), column('Занятие', 7), column('Форма', 4), column('Часы', 2, 'center')],
    sessions.map(({ title, form, remote, hours }, index) => [
      `${index + 1}.`,
      title,
      [formName(regulation, form), remote ? 'дистанционно' : ''].filter((text) => text !== '').join(', '),
      numberText(hours),
    ]),
  )

const tryOutTable = (tryOuts: readonly TryOut[]): Block =>
  table(
    [column('№', 1, 'center'), column('Проба', 4), column('Задание и что сдать', 7), column('Часы', 2, 'center')],
    tryOuts.map(({ title, assignment, hours }, index) => [`${index + 1}.`, title, typedCell(assignment), numberText(hours)]),
  )

function assessmentBlocks(name: string, { criteria, procedure, tools }: Assessment): Block[] {
  if (criteria.length === 0 && procedure === '' && tools === '') return []
  return [
    heading(3, name, { align: 'left' }),
    ...(criteria.length > 0
      ? [
          caption('Критерии'),
          table(
            [column('№', 1, 'center'), column('Критерий', 6), column('Показатель', 6)],
            criteria.map(({ text, indicator }, index) => [`${index + 1}.`, cell(text), cell(indicator)]),
          ),
          gap(),
        ]
      : []),
    ...typed('Процедура', procedure),
    ...typed('Инструменты', tools),
  ]
}
