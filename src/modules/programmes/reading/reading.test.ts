// Proves R-A2, R-A2p, R-A2c.
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { aProgrammeContent } from '../../../../test/factories/programmes.ts'
import { lenobl } from '../../../../test/regulations.ts'
import { renderDocx } from '../../../documents/docx.ts'
import { mostPartBytes, readDocx } from '../../../documents/reading/read-docx.ts'
import { emptyContent, type Line } from '../model.ts'
import { programmeDocument } from '../programme-document.ts'
import { resorted } from '../sorting.ts'
import { withPieces } from './assemble.ts'
import { inTables, odd, ofText, plain, withHeadings } from './documents.fixture.ts'
import { captionOf, hoursIn, isUnknownCaption, topicNamed, withoutNumber } from './markers.ts'
import { type Sorted, topicPlace } from './pieces.ts'
import { recognise } from './recognise.ts'

let made = 0
const newKey = () => `k${++made}`
function sorted(bytes: Uint8Array): Sorted {
  const file = readDocx(bytes)
  if (typeof file === 'string') throw new Error(file)
  return recognise(file, newKey)
}
const contentOf = ({ recognised }: Sorted) => withPieces(emptyContent, { ...recognised, regulation: lenobl, newKey })
const texts = (lines: readonly Line[]) => lines.map(({ text }) => text)

test('a file with headings, automatic numbers and a table of sessions falls into its places', async () => {
  const found = sorted(await withHeadings())
  const { note, topics, resources, assessment } = contentOf(found)
  expect(note.relevance).toBe('Четверть школ показывает низкие результаты.\nУчителям нужен опыт, проверенный рядом.')
  expect(note.aim).toBe('Научить готовить уроки, на которых работает каждый.')
  expect(texts(note.tasks)).toEqual(['показать приёмы взаимного обучения', 'научить педагогов готовить свой урок'])
  expect(texts(note.contingent)).toEqual(['руководители', 'педагоги', 'студенты'])
  expect(texts(note.directions)).toEqual(['взаимное обучение'])
  expect(topics.map(({ title, declaredHours }) => [title, declaredHours])).toEqual([
    ['Взаимное обучение на уроке', 12],
    ['Оценка', 6],
  ])
  const [first, second] = topics
  expect(texts(first!.objectives.teach)).toEqual(['проектировать урок'])
  expect(texts(first!.objectives.form)).toEqual(['понимание совместной работы'])
  expect(texts(first!.objectives.develop)).toEqual(['умение задавать вопросы'])
  expect(first!.sessions.map(({ title, form, hours, remote }) => [title, form, hours, remote])).toEqual([
    ['Как устроен урок', 'seminar', 6, false],
    ['Разбор записей', 'webinar', 1.5, true],
  ])
  expect(first!.tryOuts.map(({ title, assignment, hours }) => [title, assignment, hours])).toEqual([
    ['Фрагмент урока', 'подготовьте и проведите', 4],
  ])
  expect(texts(first!.results)).toEqual(['понимание условий работы пар', 'развитие умения слушать'])
  expect(texts(second!.objectives.teach)).toEqual(['составлять критерии'])
  expect(texts(second!.objectives.develop)).toEqual(['внимание к ученику'])
  expect(texts(resources.people)).toEqual(['Учителя высшей категории'])
  expect(texts(resources.material)).toEqual(['два класса'])
  expect(texts(resources.teaching)).toEqual(['Сборник карточек'])
  expect(assessment.external.criteria.map(({ text, indicator }) => [text, indicator])).toEqual([
    ['работает каждый ученик', 'заняты 90 % класса'],
  ])
  expect(assessment.external).toMatchObject({ procedure: 'методист смотрит урок.', tools: 'лист наблюдения' })
  expect(assessment.self).toMatchObject({ procedure: 'Лист заполняют дважды.' })
  expect(found.unplaced.map(({ text }) => text)).toEqual([
    'Программа региональной стажировочной площадки «Урок для каждого»',
    'История площадки',
    'Площадка работает с 2015 года.',
  ])
})

test('plain paragraphs with typed numbers and captions in the line fall into their places', async () => {
  const found = sorted(await plain())
  const { note, topics, resources, assessment } = contentOf(found)
  expect(note.relevance).toBe('Актуальность программы обусловлена тем, что учителям нужен опыт.')
  expect(note.aim).toBe('помочь педагогам.')
  expect(texts(note.tasks)).toEqual(['показать приёмы', 'подготовить уроки'])
  expect(texts(note.contingent)).toEqual(['методисты'])
  expect(topics).toHaveLength(1)
  expect(topics[0]).toMatchObject({ title: 'Разбор урока', declaredHours: 10 })
  expect(texts(topics[0]!.objectives.teach)).toEqual(['видеть урок целиком'])
  expect(texts(topics[0]!.objectives.form)).toEqual(['навык отзыва'])
  expect(topics[0]!.sessions.map(({ title, form, hours, remote }) => [title, form, hours, remote])).toEqual([
    ['Критерии', 'seminar', 4, false],
    ['Погружение', 'immersion', 6, true],
  ])
  expect(texts(topics[0]!.results)).toEqual(['умение смотреть урок'])
  expect(texts(resources.people)).toEqual(['методист'])
  expect(assessment.external.procedure).toBe('Методист смотрит урок.')
  expect(found.unplaced).toEqual([])
})

test('a table of captions is read row by row; a table nobody knows stays whole and without a place', async () => {
  const found = sorted(await inTables())
  const { note, topics, assessment } = contentOf(found)
  expect(note.relevance).toBe('Нужен опыт.\nОн есть у нас.')
  expect(note.aim).toBe('Помочь педагогам')
  expect(texts(note.tasks)).toEqual(['показать', 'подготовить'])
  expect(texts(topics[0]!.objectives.teach)).toEqual(['проектировать'])
  expect(assessment.self.criteria.map(({ text, indicator }) => [text, indicator])).toEqual([['меняю урок', 'примеры в дневнике']])
  expect([...found.unplaced.map(({ text }) => text), assessment.self.procedure].join()).toContain('2020')
})

test('what is not plain text is told of: pictures, hidden words; notes under the text are kept', async () => {
  const found = sorted(await odd())
  expect(found.recognised.notes).toEqual([
    'Картинки не переносятся, в файле их 1: опишите словами то, что на них важно',
    'В файле был скрытый текст: он не перенесён',
  ])
  const all = [...found.recognised.pieces, ...found.unplaced].map(({ text }) => text)
  expect(all).toContain('помочь')
  expect(all.join()).toContain('По данным за 2020 год.')
  expect(all.join()).not.toContain('тайное')
})

test('no word of a file is lost between the places and the rest', async () => {
  for (const make of [withHeadings, plain, inTables]) {
    const file = readDocx(await make())
    if (typeof file === 'string') throw new Error(file)
    const { recognised, unplaced } = recognise(file, newKey)
    const kept = [
      ...recognised.pieces.map(({ text }) => text),
      ...recognised.topics.map(({ title }) => title),
      ...unplaced.map(({ text }) => text),
    ].join(' ')
    const words = file.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat())).join(' ')
    const missing = words.split(/[^\p{L}]+/u).filter((word) => word.length > 3 && !kept.includes(word))
    // Only captions are gone, and of a table its head.
    expect(missing.filter((word) => !caption.test(word))).toEqual([])
  }
})
const caption =
  /^(пояснительная|записка|актуальность|программ[аы]|стажировк[иа]|цель|задачи|контингент|стаж[её]ров|основные|направления|стажировочной|деятельности|содержание|тема|часов|работы|теме|занятие|форма|часы|стаж[её]рские|пробы|планируемые|результаты|ресурсное|обеспечение|кадровые|ресурсы|материально|технические|учебные|учебно|методические|площадки|способы|оценки|образовательных|результатов|внешняя|оценка|критери[ий]|процедура|инструменты|самооценка|научить|показатель)$/iu

test('a programme printed here is read back as it was written', async () => {
  const content = aProgrammeContent(lenobl)
  const doc = programmeDocument({
    title: 'Урок',
    organisations: ['Школа'],
    content,
    regulation: lenobl,
    day: '2021-10-01',
    isDraft: false,
  })
  const read = contentOf(sorted(await renderDocx(doc)))
  const ended = (lines: readonly Line[]) => texts(lines).map((text) => text.replace(/[;.]$/, ''))
  expect(read.note.relevance).toBe(content.note.relevance)
  expect(ended(read.note.tasks)).toEqual(texts(content.note.tasks))
  expect(read.topics.map(({ title }) => title)).toEqual(content.topics.map(({ title }) => title))
  for (const [index, topic] of content.topics.entries()) {
    const again = read.topics[index]!
    expect(again.sessions.map(({ id: _, ...session }) => session)).toEqual(topic.sessions.map(({ id: _, ...session }) => session))
    expect(ended(again.results)).toEqual(texts(topic.results))
    expect(ended(again.objectives.teach)).toEqual(texts(topic.objectives.teach))
    expect(again.tryOuts.map(({ title, hours }) => [title, hours])).toEqual(
      topic.tryOuts.map(({ title, hours }) => [title, hours]),
    )
  }
  expect(ended(read.resources.teaching)).toEqual(texts(content.resources.teaching))
  expect(read.assessment.self).toMatchObject({
    procedure: content.assessment.self.procedure,
    tools: content.assessment.self.tools,
  })
  expect(read.assessment.external.criteria.map(({ text, indicator }) => [text, indicator])).toEqual(
    content.assessment.external.criteria.map(({ text, indicator }) => [text, indicator]),
  )
})

test('files that cannot be a programme are told apart', async () => {
  expect(readDocx(strToU8('not a zip'))).toBe('unreadable')
  expect(readDocx(zipSync({ 'word/styles.xml': strToU8('<a/>') }))).toBe('unreadable')
  expect(readDocx(zipSync({ 'word/document.xml': strToU8('<w:document xmlns:w="w"><w:body><w:p></w:body>') }))).toBe('unreadable')
  expect(readDocx(zipSync({ 'word/document.xml': new Uint8Array(mostPartBytes + 1) }))).toBe('tooLong')
  expect(readDocx(await ofText())).toEqual({
    blocks: [],
    oddities: { pictures: 0, hidden: false, deleted: false, comments: false },
  })
})

test('captions, topics and hours are known by their words', () => {
  expect(captionOf('Цели', null)).toBeNull()
  expect(captionOf('Целиком посвящено уроку', 'note')).toBeNull()
  expect(captionOf('1.2. Цель деятельности площадки:', 'note')).toMatchObject({ marker: { at: 'note.aim' }, isOnlyCaption: true })
  expect(captionOf('Самооценка стажёра важна сама по себе', 'note')).toMatchObject({ isOnlyCaption: false })
  expect(topicNamed('Тема № 3: Оценка (1,5 часа)')).toEqual({ title: 'Оценка', hours: 1.5 })
  expect(topicNamed('Тематический план')).toBeNull()
  expect(topicNamed('Тема урока важна')).toBeNull()
  expect(topicNamed('Модуль 2 изучается весной')).toBeNull()
  expect(captionOf('Критериями отбора', 'assessment')).toBeNull()
  expect(hoursIn('Семинар, 36 академических часов')).toEqual({ text: 'Семинар', hours: 36 })
  expect(hoursIn(`Семинар${' '.repeat(100_000)}x`).hours).toBeNull()
  expect(hoursIn('Дети 90 человек')).toEqual({ text: 'Дети 90 человек', hours: null })
})

test('only the mark of a list goes away', () => {
  const marked = [
    '1. Текст',
    '1) Текст',
    '2.3. Текст',
    '1.Текст',
    'IV. Текст',
    'а) Текст',
    '• Текст',
    '– Текст',
    '-Текст',
    '1. 2) Текст',
    '\uf0b7Текст',
  ]
  expect(marked.map(withoutNumber)).toEqual(marked.map(() => 'Текст'))
  const own = [
    '25 учителей высшей категории',
    '10 ноутбуков',
    'г. Луга, пр. Урицкого',
    'п. 3.2 приказа',
    'V класс',
    'С. Есенин',
    '-5 °C',
    '25.05.2021 прошла встреча',
    '1.5 ставки',
    '10.30–12.00',
    '2021 год',
    '5 «Б»',
    'т. е. всё',
  ]
  expect(own.map(withoutNumber)).toEqual(own)
  expect(withoutNumber('1. 25 учителей')).toBe('25 учителей')
})

const found = async (...lines: string[]) => {
  const { recognised, unplaced } = sorted(await ofText(...lines))
  return {
    placed: recognised.pieces.map(({ place, text }) => `${place.replace(/^topic\.[^.]+/, 'topic')}: ${text}`),
    unplaced: unplaced.map(({ text }) => text),
  }
}

test('a caption that opens something is never read as its own text again', async () => {
  expect(await found('Тема 1. Разбор урока', 'Задачи модуля', 'Научить видеть урок')).toEqual({
    placed: ['topic.teach: Научить видеть урок'],
    unplaced: [],
  })
  expect(await found('Тема 1. Разбор урока', 'Задачи на полугодие')).toEqual({ placed: [], unplaced: ['Задачи на полугодие'] })
  expect(await found('Тема 1. Урок', 'Задачи: задачи на год; научить видеть; слышать')).toEqual({
    placed: ['topic.teach: научить видеть', 'topic.teach: слышать'],
    unplaced: ['задачи на год'],
  })
})

test('what is unknown goes among the unplaced with all that stands under it; a lead-in does not', async () => {
  expect(await found('Цель: помочь', 'Подпись:', 'Директор')).toEqual({
    placed: ['note.aim: помочь'],
    unplaced: ['Подпись:', 'Директор'],
  })
  expect(
    ['Методы работы:', '3. Методы работы:', 'Стажёры научатся:', 'в том числе:', 'Методы: беседа'].map(isUnknownCaption),
  ).toEqual([true, true, false, false, false])
  expect(await found('Актуальность. Опыт нужен', 'Самооценка помогает видеть рост')).toEqual({
    placed: ['note.relevance: Опыт нужен', 'note.relevance: Самооценка помогает видеть рост'],
    unplaced: [],
  })
})

test('only whole words name a form of work', async () => {
  const found = sorted(await ofText('Тема 1. Урок', 'Содержание работы', 'Семинаристам о приёмах, 2 ч', 'Семинар о методе, 2 ч'))
  expect(contentOf(found).topics[0]!.sessions.map(({ title, form }) => [title, form])).toEqual([
    ['Семинаристам о приёмах', ''],
    ['Семинар о методе', 'seminar'],
  ])
})

test('a plan with a column of numbers names the topics; what no column takes is kept beside', () => {
  const rows = [
    ['№', 'Тема', 'Часов', 'Контроль'],
    ['1', 'Урок', '6', 'отзыв'],
    ['2.', 'Проба', '12 ч', ''],
    ['', 'Итого', '18', ''],
  ]
  const { recognised, unplaced } = recognise(
    {
      blocks: [
        { kind: 'table', rows },
        { kind: 'paragraph', text: 'Тема 2. Проба', isHeading: false },
      ],
      oddities: { pictures: 0, hidden: false, deleted: false, comments: false },
    },
    newKey,
  )
  expect(recognised.topics.map(({ title, hours }) => [title, hours])).toEqual([
    ['Урок', 6],
    ['Проба', 12],
  ])
  expect(unplaced.map(({ text }) => text)).toEqual(['Урок — Контроль: отзыв', 'Итого, 18 ч'])
})

test('a person moves pieces, takes them back, leaves them behind; nothing goes by itself', () => {
  const file: Sorted = {
    recognised: {
      pieces: [{ id: 'a', text: 'А', place: 'note.aim' }],
      topics: [{ id: 't', title: 'Т', hours: null }],
      notes: [],
    },
    unplaced: [
      { id: 'b', text: 'Б' },
      { id: 'c', text: 'В' },
      { id: 'd', text: 'Г' },
    ],
  }
  const next = resorted(file, {
    pieces: [
      { id: 'b', text: 'Б поправлена', to: topicPlace('t', 'results') },
      { id: 'c', text: 'В', to: 'leave' },
      { id: 'x', text: 'чужая', to: 'note.aim' },
    ],
    back: ['a'],
  })
  expect(next.recognised.pieces).toEqual([{ id: 'b', text: 'Б поправлена', place: 'topic.t.results' }])
  expect(next.unplaced).toEqual([
    { id: 'd', text: 'Г' },
    { id: 'a', text: 'А' },
  ])
  const once = withPieces(emptyContent, { ...next.recognised, regulation: lenobl, newKey })
  const again = withPieces(once, {
    pieces: [{ id: 'e', text: 'ещё', place: topicPlace('t', 'results') }],
    topics: next.recognised.topics,
    regulation: lenobl,
    newKey,
  })
  expect(again.topics).toHaveLength(1)
  expect(texts(again.topics[0]!.results)).toEqual(['Б поправлена', 'ещё'])
})
