// Proves R-A2.
import { expect, test } from 'vitest'
import { aProgrammeContent } from '../../../test/factories/programmes.ts'
import { lenobl, turochak } from '../../../test/regulations.ts'
import { reshapeRows } from '../../kit/form/flat-rows.ts'
import { compareProgrammes } from './comparison-rules.ts'
import { withCopied } from './copying.ts'
import { withNote, withTopicMoved, withTopicText } from './edits.ts'
import { hoursText, shareText } from './hours-rules.ts'
import { emptyContent, type ProgrammeContent } from './model.ts'
import { ownPlaces, ownWith, withPieces } from './reading/assemble.ts'
import { recognise } from './reading/recognise.ts'
import { brokenContent, completeness, hoursByKind, hoursDiffer, isComplete, totalHours, worthFixing } from './rules.ts'

const content = aProgrammeContent(lenobl)
let made = 0
const newKey = () => `new${++made}`
const withTopic = (change: Partial<ProgrammeContent['topics'][number]>): ProgrammeContent => ({
  ...content,
  topics: content.topics.with(0, { ...content.topics[0]!, ...change }),
})

test('hours add up by themselves; declared ones count when they are given', () => {
  expect(totalHours(content)).toBe(36)
  expect(hoursByKind(content)).toEqual({ held: 36, remote: 8, tryOuts: 6 })
  expect(totalHours(withTopic({ declaredHours: 24 }))).toBe(40)
  expect(hoursDiffer(content.topics[0]!)).toBe(false)
  expect(hoursDiffer({ ...content.topics[0]!, declaredHours: 24 })).toBe(true)
  expect([hoursText(1), hoursText(1.5), hoursText(22), hoursText(36)]).toEqual(['1 час', '1,5 часа', '22 часа', '36 часов'])
  expect([shareText(8, 36), shareText(0, 0)]).toEqual(['22 %', '0 %'])
})

test('an empty programme lacks every part that the regulation asks for, with its clause', () => {
  const found = completeness(emptyContent, lenobl)
  expect(found.map(({ part }) => part)).toEqual(['note', 'topics', 'resources', 'assessment'])
  expect(found[0]!.missing).toContain('напишите цель')
  expect(found[3]!.missing).toContain('самооценка: добавьте критерии')
  expect(found[0]!.basis).toEqual({ clause: 'прил. 2, п. 1', text: 'п. 1 приложения 2 к Положению' })
  expect(isComplete(content, lenobl)).toBe(true)
})

test('a regulation without a structure of its own asks for nothing', () => {
  expect(completeness(emptyContent, turochak)).toEqual([])
  expect(isComplete(emptyContent, turochak)).toBe(true)
})

test('a topic says by its number what it lacks', () => {
  const topic = withTopic({ declaredHours: 30, results: [] })
  expect(completeness(topic, lenobl)[1]!.missing).toEqual([
    'тема 1: приведите часы темы к сумме часов занятий и проб',
    'тема 1: добавьте планируемые результаты',
  ])
  const noTryOuts = { ...content, topics: content.topics.map((one) => ({ ...one, declaredHours: null, tryOuts: [] })) }
  expect(completeness(noTryOuts, lenobl)[1]!.missing).toEqual(['добавьте хотя бы одну стажёрскую пробу'])
})

test('one row of a topic that is not whole is enough, one try-out in one topic too', () => {
  const [{ sessions, tryOuts }] = content.topics as [(typeof content.topics)[number]]
  const lacking = (change: Partial<(typeof content.topics)[number]>) =>
    completeness(withTopic({ declaredHours: null, ...change }), lenobl)[1]!.missing.map((text) => text.replace('тема 1: ', ''))
  for (const one of [{ title: '' }, { form: '' }])
    expect(lacking({ sessions: [...sessions, { ...sessions[0]!, ...one }] })).toEqual(['допишите у занятий название и форму'])
  for (const one of [{ title: '' }, { assignment: '' }])
    expect(lacking({ tryOuts: [...tryOuts, { ...tryOuts[0]!, ...one }] })).toEqual([
      'допишите у стажёрских проб название и задание',
    ])
  expect(lacking({ sessions: [...sessions, { ...sessions[0]!, hours: 0 }] })).toEqual(['поставьте часы каждому занятию и пробе'])
  const second = { ...content.topics[0]!, tryOuts: [] }
  expect(completeness({ ...content, topics: [content.topics[0]!, second] }, lenobl)[1]!.missing).not.toContain(
    'добавьте хотя бы одну стажёрскую пробу',
  )
})

test('hours that are no hours and forms the regulation does not know are refused at their fields', () => {
  const [first] = content.topics[0]!.sessions
  const broken = withTopic({ declaredHours: -1, sessions: [{ ...first!, form: 'dance', hours: 0.3 }] })
  expect(brokenContent(broken, lenobl).map(({ rule, field }) => [rule, field])).toEqual([
    ['programme.wrongHours', 'declaredHours'],
    ['programme.unknownForm', 'sessions.0.form'],
    ['programme.wrongHours', 'sessions.0.hours'],
  ])
  expect(brokenContent(content, lenobl)).toEqual([])
  const many = { ...content, topics: Array.from({ length: 61 }, () => content.topics[0]!) }
  expect(brokenContent(many, lenobl)[0]!.rule).toBe('programme.tooManyTopics')
})

test('a part written anew keeps the ids of its lines and drops empty ones; the contingent keeps those of the regulation', () => {
  const [kept] = content.note.tasks
  const written = withNote(
    content,
    {
      title: 'Урок',
      relevance: '',
      aim: 'Цель',
      tasks: [
        { id: null, text: 'Новая' },
        { id: kept!.id, text: 'Поправлена' },
        { id: kept!.id, text: 'Двойник' },
        { id: null, text: '' },
      ],
      contingent: ['методисты'],
      others: [{ id: null, text: 'студенты' }],
      directions: [],
    },
    newKey,
  )
  expect(written.note.tasks.map(({ text }) => text)).toEqual(['Новая', 'Поправлена', 'Двойник'])
  expect(written.note.tasks[1]!.id).toBe(kept!.id)
  expect(written.note.tasks[2]!.id).not.toBe(kept!.id)
  expect(written.note.contingent.map(({ text }) => text)).toEqual(['методисты', 'студенты'])
  expect(written.note.contingent[0]!.id).toBe(content.note.contingent.find(({ text }) => text === 'методисты')!.id)
})

test('topics move and go; one that is not there is not found', () => {
  const [first, second] = content.topics
  expect(withTopicMoved(content, second!.id, 'up')!.topics.map(({ id }) => id)).toEqual([second!.id, first!.id])
  expect(withTopicMoved(content, second!.id, 'down')!.topics.map(({ id }) => id)).toEqual([first!.id, second!.id])
  expect(withTopicMoved(content, first!.id, 'remove')!.topics.map(({ id }) => id)).toEqual([second!.id])
  expect(withTopicMoved(content, 'none', 'remove')).toBeNull()
})

test('a topic written anew leaves out rows with nothing in them', () => {
  const [topic] = content.topics
  const row = { id: null, form: '', title: '', hours: 0, remote: false }
  const empty = { title: 'Т', declaredHours: null, teach: [], form: [], develop: [], tryOuts: [], results: [] }
  expect(withTopicText(topic!, { ...empty, sessions: [row, { ...row, title: 'Семинар' }] }, newKey).sessions).toHaveLength(1)
})

test('two versions are compared line by line, whatever the order', () => {
  const [first, second] = content.note.tasks
  const after: ProgrammeContent = {
    ...content,
    note: {
      ...content.note,
      aim: 'Другая цель',
      tasks: [second!, { ...first!, text: 'Поправлена' }, { id: 'x', text: 'Новая' }],
    },
    topics: [content.topics[1]!],
  }
  const changes = compareProgrammes(content, after, lenobl)
  const inNote = changes.filter(({ place }) => place === 'Пояснительная записка')
  expect(inNote.map(({ kind, field, after: text }) => [kind, field, text])).toEqual([
    ['changed', 'Цель', 'Другая цель'],
    ['changed', 'Задача', 'Поправлена'],
    ['added', 'Задача', 'Новая'],
  ])
  expect(changes.some(({ kind, place }) => kind === 'removed' && place === 'Тема 1. Взаимное обучение на уроке')).toBe(true)
  expect(compareProgrammes(content, content, lenobl)).toEqual([])
})

test('buttons over a list add, drop and lift rows of the form and touch nothing else', () => {
  const values = {
    base: 'b',
    'tasks.0.id': '1',
    'tasks.0.text': 'а',
    'tasks.1.id': '2',
    'tasks.1.text': 'б',
    'directions.0.text': 'в',
  }
  expect(reshapeRows(values)).toBeNull()
  expect(reshapeRows({ ...values, change: 'add:tasks' })).toEqual({ ...values, 'tasks.2.id': '' })
  expect(reshapeRows({ ...values, change: 'drop:tasks:0' })).toEqual({
    base: 'b',
    'tasks.0.id': '2',
    'tasks.0.text': 'б',
    'directions.0.text': 'в',
  })
  expect(reshapeRows({ ...values, change: 'up:tasks:1' })).toMatchObject({ 'tasks.0.text': 'б', 'tasks.1.text': 'а' })
  expect(reshapeRows({ ...values, change: 'up:tasks:0' })).toEqual(values)
  expect(Object.keys(reshapeRows({ change: 'add:results' })!)).toEqual(['results.0.id', 'results.1.id'])
})

test('what the paper does not ask for is never missing, and its own sections are', () => {
  const field = { required: true, options: [], clause: ['3.3'] }
  const regulation: typeof lenobl = {
    ...lenobl,
    application: {
      ...lenobl.application!,
      programme: [
        { ...field, code: 'note', kind: 'note', caption: 'Замысел', asks: ['aim'] },
        { ...field, code: 'effects', kind: 'text', caption: 'Ожидаемые эффекты', asks: [] },
      ],
    },
  }
  const missing = (content: typeof emptyContent) => completeness(content, regulation).map((one) => [one.part, one.missing])
  expect(missing(emptyContent)).toEqual([
    ['note', ['напишите цель']],
    ['own', ['заполните раздел «Ожидаемые эффекты»']],
  ])
  const written = { ...emptyContent, note: { ...emptyContent.note, aim: 'Научить' }, own: { effects: 'Рост' } }
  expect(isComplete(written, regulation)).toBe(true)
})

test('sections of the paper’s own come over from another programme, and from a file', async () => {
  const field = { required: false, clause: ['3.3'], asks: [] as [] }
  const programme = [
    { ...field, code: 'effects', kind: 'text' as const, caption: 'Ожидаемые эффекты', options: [] },
    { ...field, code: 'partners', kind: 'table' as const, caption: 'Партнёры', options: ['Кто', 'Чем помогает'] },
    { ...field, code: 'level', kind: 'choice' as const, caption: 'Уровень', options: ['район', 'регион'] },
  ]
  const regulation: typeof lenobl = { ...lenobl, application: { ...lenobl.application!, programme } }
  const source = { ...emptyContent, own: { effects: 'Рост', level: 'страна', gone: 'Прочее' } }
  const copied = (parts: ('own' | 'note')[]) =>
    withCopied({ ...emptyContent, own: { partners: [['Вуз', 'лекции']] } }, source, { parts, regulation, newKey: () => 'k' }).own
  expect(copied(['own'])).toEqual({ partners: [['Вуз', 'лекции']], effects: 'Рост' })
  expect(copied(['note'])).toEqual({ partners: [['Вуз', 'лекции']] })

  const blocks = [
    { kind: 'paragraph', text: 'Цель', isHeading: true },
    { kind: 'paragraph', text: 'Учить', isHeading: false },
    { kind: 'paragraph', text: '5. Ожидаемые эффекты:', isHeading: false },
    { kind: 'paragraph', text: 'Учителя пробуют приёмы.', isHeading: false },
    { kind: 'paragraph', text: 'Партнёры', isHeading: true },
    {
      kind: 'table',
      rows: [
        ['Кто', 'Чем помогает'],
        ['Вуз', 'лекции'],
      ],
    },
    { kind: 'paragraph', text: 'Уровень: республика', isHeading: false },
  ] as const
  const oddities = { pictures: 0, hidden: false, deleted: false, comments: false }
  let at = 0
  const { recognised, unplaced } = recognise({ blocks, oddities }, () => `k${++at}`, ownPlaces(regulation))
  expect(unplaced).toEqual([])
  const given = { ...recognised, regulation, newKey: () => 'k' }
  expect(withPieces({ ...emptyContent, own: { effects: 'Прежде' } }, given)).toMatchObject({
    note: { aim: 'Учить' },
    own: { effects: 'Прежде\nУчителя пробуют приёмы.', partners: [['Вуз', 'лекции']] },
  })
  expect(ownWith(emptyContent, given).wrong).toMatchObject([{ at: 'own.level', why: 'option' }])
})

test('a programme is fixed when it has a name and says something, whatever the paper asks', () => {
  const rules = (title: string, content: ProgrammeContent) => worthFixing(title, content).map(({ rule }) => rule)
  expect(rules(' ', { ...emptyContent, note: { ...emptyContent.note, aim: 'Научить' } })).toEqual(['programme.needsTitle'])
  expect(rules('Читаем тексты', emptyContent)).toEqual(['programme.saysNothing'])
  expect(rules('Читаем тексты', { ...emptyContent, note: { ...emptyContent.note, aim: 'Научить' } })).toEqual([])
})
