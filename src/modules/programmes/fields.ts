import { z } from 'zod'
import {
  checkbox,
  checkboxes,
  draftArea,
  draftLine,
  type Fields,
  line,
  lineRead,
  readsOf,
  rows,
  select,
} from '../../kit/form/fields.ts'
import { askAbove, chosenIds, optionalWhole } from '../../web/fields.ts'
import { levels, levelWords } from './level-rules.ts'
import { mostHours, mostLines } from './rules.ts'
import { resourceNames } from './wording.ts'

const hoursMessage = `Часы: напишите число от 0 до ${mostHours}, можно с половиной, например 1,5`
const isBlank = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '')
const asNumber = (value: unknown) =>
  typeof value === 'string' && /^\s*\d{1,4}([.,]\d)?\s*$/.test(value) ? Number(value.trim().replace(',', '.')) : value
const hoursNumber = z
  .number({ error: hoursMessage })
  .min(0, hoursMessage)
  .max(mostHours, hoursMessage)
  .multipleOf(0.5, hoursMessage)
/** One session or try-out of more hours than a week of courses is a slip of the pen. */
const hoursAtOnce = hoursNumber.superRefine(askAbove('часы', 40))
const decimal = { width: 4, inputMode: 'decimal' } as const
const hours = lineRead(
  'Часы',
  z.preprocess((value) => (isBlank(value) ? 0 : asNumber(value)), hoursAtOnce),
  decimal,
)

type OfLines = { readonly one: string; readonly what: string; readonly add: string; readonly hint?: string }
/** A list of lines of text; `what` is one of them in a refusal. */
const lines = (label: string, { what, ...said }: OfLines) =>
  rows(label, { ...said, most: mostLines, row: { text: draftArea(said.one, { what, most: 1000, rows: 2 }) } })

const again = { error: 'Откройте страницу заново' }

/** What the note of a programme is asked, in its order; with the title of the programme. */
export const noteFields = {
  title: line('Название программы', { what: 'название программы', most: 300 }),
  relevance: draftArea('Актуальность', { hint: 'Почему программа нужна сейчас и кому', most: 10_000, rows: 6 }),
  aim: draftArea('Цель', { most: 3000, rows: 3 }),
  tasks: lines('Задачи', { one: 'Задача', what: 'задачу', add: 'Добавить задачу' }),
  /** Those whom the regulation names. */
  contingent: checkboxes(
    'Кто будет учиться',
    z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string(again).max(300, again), again).max(mostLines, again),
    ),
  ),
  others: lines('Кто ещё будет учиться', { one: 'Кто', what: 'кто будет учиться', add: 'Добавить строку' }),
  directions: lines('Направления стажировки', {
    ...{ one: 'Направление', what: 'направление', add: 'Добавить направление' },
    hint: 'Общий характер и основные направления работы',
  }),
}

export const resourcesFields = {
  people: lines(resourceNames.people, {
    ...{ one: 'Кто', what: 'кадровый ресурс', add: 'Добавить строку' },
    hint: 'Методисты, педагоги, технические специалисты: кто и сколько',
  }),
  material: lines(resourceNames.material, {
    ...{ one: 'Что', what: 'материально-технический ресурс', add: 'Добавить строку' },
    hint: 'Аудитории, оборудование, площадки для дистанционной работы',
  }),
  teaching: lines(resourceNames.teaching, {
    ...{ one: 'Что', what: 'учебный ресурс', add: 'Добавить строку' },
    hint: 'Пособия, рабочие листы, рекомендации, в том числе электронные',
  }),
}

/** Either of the two ways of assessment: `external`, `self`. */
export const assessedFields = {
  criteria: rows('Критерии', {
    ...{ one: 'Критерий', add: 'Добавить критерий', most: mostLines },
    row: {
      text: draftArea('Критерий', { most: 1000, rows: 2 }),
      indicator: draftArea('По чему это видно', { what: 'показатель', most: 1000, rows: 2 }),
    },
  }),
  procedure: draftArea('Процедура', { what: 'процедуру', hint: 'Кто, когда и как оценивает', most: 5000, rows: 4 }),
  tools: draftArea('Инструменты', { hint: 'Листы наблюдения, задания, дневники', most: 5000, rows: 3 }),
}
const assessed = z.object(readsOf(assessedFields), again).default({ criteria: [], procedure: '', tools: '' })
export const assessmentForm = { external: assessed, self: assessed }

/** What a trainee has to have done before a paper says that the programme is mastered. */
export const completionFields = {
  hours: lineRead(
    'Часов не меньше',
    z.preprocess((value) => (isBlank(value) ? null : asNumber(value)), hoursNumber.min(0.5, hoursMessage).nullable()),
    { hint: 'Часы занятий, на которых стажёр был, и проб. Можно оставить пустым', ...decimal },
  ),
  share: lineRead('Часов программы не меньше, процентов', optionalWhole('процент часов', 1, 100), {
    ...{ hint: 'От всех часов занятий и проб. Можно оставить пустым', width: 4 },
  }),
  /** Those of the programme. */
  sessions: checkboxes('Что пройти обязательно', chosenIds<string>('занятие')),
  tryOuts: checkboxes('Какие пробы должны быть оценены', chosenIds<string>('пробу')),
  level: select('На каком уровне каждый критерий', {
    what: 'уровень',
    of: levels,
    named: (level) => (level === 'hidden' ? 'на любом, лишь бы оценили' : `«${levelWords[level]}» или выше`),
  }),
  exit: checkbox('Тот, кто ведёт стажёра, записал измерение на выходе'),
}

const objective = { one: 'Задача', what: 'задачу', add: 'Добавить строку' }

/** The fields of a topic by the sheets of its page. */
export const topicSheets = {
  Тема: {
    title: draftLine('Название темы', { what: 'название темы', most: 300 }),
    declaredHours: lineRead(
      'Часы темы',
      z.preprocess((value) => (isBlank(value) ? null : asNumber(value)), hoursNumber.nullable()),
      { hint: 'Оставьте пустым: часы сложатся из занятий и проб', ...decimal },
    ),
  },
  Задачи: {
    teach: lines('Научить', { ...objective, hint: 'Использовать методы, технологии, инструменты' }),
    form: lines('Сформировать', { ...objective, hint: 'Знания, понимание, способность, умение' }),
    develop: lines('Развивать', { ...objective, hint: 'Способности, умения, навыки' }),
  },
  'Содержание работы': {
    sessions: rows('Занятия', {
      ...{ one: 'Занятие', add: 'Добавить занятие', most: mostLines },
      row: {
        title: draftLine('Название', { what: 'занятие', most: 500 }),
        /** Its choices are those of the regulation. */
        form: { ...draftLine('Форма', { what: 'форму занятия', most: 60 }), look: { as: 'select', empty: 'Выберите' } },
        hours,
        remote: checkbox('Дистанционно'),
      },
    }),
    tryOuts: rows('Стажёрские пробы', {
      hint: 'Задание, которое стажёр выполняет и сдаёт',
      ...{ one: 'Проба', add: 'Добавить пробу', most: mostLines },
      row: {
        title: draftLine('Название', { what: 'пробу', most: 500 }),
        hours,
        assignment: draftArea('Задание и что сдать', { what: 'задание', most: 5000, rows: 3 }),
      },
    }),
  },
  'Планируемые результаты': {
    results: lines('Результаты', {
      ...{ one: 'Результат', what: 'результат', add: 'Добавить результат' },
      hint: 'Понимание, умение, владение, освоение',
    }),
  },
} as const satisfies Record<string, Fields>

export const topicFields = {
  ...topicSheets.Тема,
  ...topicSheets.Задачи,
  ...topicSheets['Содержание работы'],
  ...topicSheets['Планируемые результаты'],
}
