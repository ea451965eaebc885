import type { PersonId } from '../../kernel/types.ts'
import { day, inFile, text } from '../../kit/list/columns.tsx'
import { oneId, oneKnown, oneText } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { near, noDay, pointLines, standingOf } from './control-rules.ts'
import { dueChoice, signedWords, standingWords } from './control-words.ts'
import { type ControlRow, controlled } from './controlled.ts'
import type { Deed } from './deeds.ts'
import { type AssignmentLine, controlView } from './execution-queries.ts'
import type { OrderPoint } from './model.ts'
import { paths } from './paths.ts'
import { orderInControl } from './route-subjects.ts'
import { asTask } from './texts.ts'
import { ControlHead, ControlSheets } from './views/control-sheets.tsx'

type At = AtTerritory<'/t/:territory/orders/:order/control'>
const linesAt = ({ ctx, tx, params }: At) => controlView(tx, ctx, params.order)

const person = oneId<PersonId, At>({
  label: 'Исполнитель',
  empty: 'Все исполнители',
  choices: async (where) => {
    const names = new Map((await linesAt(where)).map((line) => [line.personId, line.person]))
    return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'ru'))
  },
})
const due = oneText<At>({
  label: 'Срок',
  empty: 'Любой',
  choices: async (where) => {
    const days = new Set((await linesAt(where)).map(({ dueOn }) => dueOn))
    const named = [...days].filter((one) => one !== null).sort()
    const values = [...(named.length > 0 ? [near] : []), ...named, ...(days.has(null) ? [noDay] : [])]
    return values.map((value) => ({ value, label: dueChoice(value) }))
  },
})
const shownStates = { late: 'Просрочено', open: 'Не исполнено', done: 'Ждёт приёмки', accepted: 'Принято' } as const

const stateIn = (line: AssignmentLine | null, point: OrderPoint, deeds: readonly Deed[]) =>
  line ? standingWords[standingOf(line)] : deeds.some((deed) => deed.point === point.number) ? signedWords.toLowerCase() : null

/** The control of an order: each point once, and under it everybody who has it as a task. (L-O5) */
export const controlList = list({
  ...{ permits: 'order.control', subject: orderInControl, section: 'orders' },
  path: paths.orderControl,
  title: 'Контроль исполнения',
  name: 'kontrol',
  nouns: ['поручение', 'поручения', 'поручений'],
  /** An order has at most 200 points: all stand on one page. */
  size: 2000,
  load: ({ tx, ctx, params }) => controlled(tx, ctx, params.order),
  filters: {
    state: oneKnown(['late', 'open', 'done', 'accepted'], shownStates, { label: 'Состояние', empty: 'Все', look: 'links' }),
    person,
    due,
  },
  rows: ({ ctx, loaded: { full, lines } }, query) => {
    const rows = pointLines(full.points, lines, query, ctx.today)
    return { ...readyRows<ControlRow>(rows), count: async () => rows.filter(({ line }) => line !== null).length }
  },
  columns: ({ loaded: { deeds } }) => [
    text<ControlRow>('Пункт', ({ point }) => point.number, inFile),
    text<ControlRow>('Поручение', ({ point }) => asTask(point.text), inFile),
    text<ControlRow>('Исполнитель', ({ line }) => line?.person, inFile),
    day<ControlRow>('Срок', ({ line }) => line?.dueOn, inFile),
    text<ControlRow>('Состояние', ({ line, point }) => stateIn(line, point, deeds), inFile),
    day<ControlRow>('Исполнено', ({ line }) => line?.doneOn, inFile),
    text<ControlRow>('Что сделано', ({ line }) => line?.note, inFile),
    text<ControlRow>('Файлы', ({ line }) => line?.files.map(({ name }) => name).join('; '), inFile),
    day<ControlRow>('Принято', ({ line }) => line?.acceptedOn, inFile),
    text<ControlRow>('Кто принял', ({ line }) => line?.acceptedBy, inFile),
  ],
  empty: () => ({ title: 'Поручений нет', text: 'Исполнителей в пунктах не указали: контролировать нечего.' }),
  nothing: { text: 'Таких поручений нет. Снимите часть условий.', all: 'Показать все поручения' },
  tools: ({ where: { ctx, params }, address }) => {
    const asked = { state: address.state, person: address.person, due: address.due }
    const at = (format: string) =>
      paths.orderControlDocument({ territory: ctx.territory.code, order: params.order, format }, asked)
    return [
      { href: at('pdf'), label: 'Скачать .pdf', icon: 'download' },
      { href: at('docx'), label: '.docx', icon: 'download' },
    ]
  },
  body: ({ rows, where: { ctx, loaded } }) => <ControlSheets ctx={ctx} rows={rows} {...loaded} />,
  head: ({ where: { ctx, loaded }, href }) => <ControlHead ctx={ctx} {...loaded} href={href} />,
})
