import type { FixedPlace, TopicPlace } from './pieces.ts'

/** What a caption of appendix 2 says about the text after it. */
export type Marker =
  | { readonly at: FixedPlace }
  | { readonly inTopic: TopicPlace }
  | { readonly opens: 'note' | 'topics' | 'objectives' | 'resources' | 'assessment' | 'external' | 'self' }
  | { readonly assessed: 'criteria' | 'procedure' | 'tools' }

/** Within which part a caption means this; `any` where it cannot be mistaken. */
type Rule = { readonly words: RegExp; readonly within: 'any' | 'note' | 'topic' | 'assessment'; readonly marker: Marker }

/** Captions as programmes write them, without numbers, in lower case, ё as е. The first that fits is taken. */
export const rules: readonly Rule[] = [
  { words: /^пояснительная записка/, within: 'any', marker: { opens: 'note' } },
  { words: /^актуальность/, within: 'any', marker: { at: 'note.relevance' } },
  { words: /^цел[ьи] и задачи/, within: 'any', marker: { opens: 'note' } },
  { words: /^цел[ьи](?!\p{L})/u, within: 'note', marker: { at: 'note.aim' } },
  { words: /^задач[аи](?!\p{L})/u, within: 'note', marker: { at: 'note.tasks' } },
  {
    words: /^(контингент|целевая (группа|аудитория)|категори[яи] (слушателей|стажеров|участников))/,
    within: 'any',
    marker: { at: 'note.contingent' },
  },
  {
    words: /^(общий характер|(основные )?направления (стажировочной )?(деятельности|работы|стажировки)|основные направления)/,
    within: 'any',
    marker: { at: 'note.directions' },
  },

  { words: /^(задачи|учебные задачи)(?!\p{L})/u, within: 'topic', marker: { opens: 'objectives' } },
  { words: /^научить(?!\p{L})/u, within: 'topic', marker: { inTopic: 'teach' } },
  { words: /^(с?формировать|формирование)(?!\p{L})/u, within: 'topic', marker: { inTopic: 'form' } },
  { words: /^(развивать|развить|развитие)(?!\p{L})/u, within: 'topic', marker: { inTopic: 'develop' } },
  { words: /^(содержание работы|перечень занятий|занятия(?!\p{L}))/u, within: 'topic', marker: { inTopic: 'sessions' } },
  { words: /^(стажерск(ие|ая)|стажировочн(ые|ая)) проб(ы|а)/, within: 'topic', marker: { inTopic: 'tryOuts' } },
  { words: /^(планируемые|ожидаемые) (образовательные )?результаты/, within: 'topic', marker: { inTopic: 'results' } },
  { words: /^содержание (программы|стажировки|деятельности)/, within: 'any', marker: { opens: 'topics' } },

  { words: /^(ресурсное обеспечение|ресурсы(?!\p{L}))/u, within: 'any', marker: { opens: 'resources' } },
  { words: /^кадров(ые|ое)/, within: 'any', marker: { at: 'resources.people' } },
  { words: /^материально[- ]?техническ(ие|ое)/, within: 'any', marker: { at: 'resources.material' } },
  {
    words: /^(учебные и )?(учебно[- ])?методическ(ие|ое) (ресурсы|обеспечение)|^учебные (и учебно-методические )?ресурсы/,
    within: 'any',
    marker: { at: 'resources.teaching' },
  },

  {
    words: /^(способы оценки|формы (и способы )?(контроля|оценки)|оценка (образовательных )?результатов)/,
    within: 'any',
    marker: { opens: 'assessment' },
  },
  { words: /^внешняя оценка/, within: 'any', marker: { opens: 'external' } },
  { words: /^самооценка/, within: 'any', marker: { opens: 'self' } },
  { words: /^критерии(?!\p{L})/u, within: 'assessment', marker: { assessed: 'criteria' } },
  { words: /^процедура(?!\p{L})/u, within: 'assessment', marker: { assessed: 'procedure' } },
  { words: /^инструмент(ы|арий)(?!\p{L})/u, within: 'assessment', marker: { assessed: 'tools' } },
]

/** Words that a caption may go on with and still be nothing but a caption. */
const filling =
  /^(программы|стажировки|стажировочной|стажерской|деятельности|площадки|региональной|муниципальной|образовательных|результатов|стажеров|стажера|по|теме|темы|работы|и|с|в|том|числе|проб|стажерских|ресурсы|ресурсов|обеспечение|учебно|учебные|методические|методическое|технические|техническое|основные|направления|стажировочная|оценки|самооценки|самой|данной|обучения|освоения)$/

const number = /^(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[а-яa-z])[.)]\s*|\d{1,2}\s+|[•·●▪◦–—*✓-]\s*)+/u

/** The text without the number or the mark of a list it begins with. */
export const withoutNumber = (text: string): string => text.replace(number, '').trim()

export type Caption = {
  readonly marker: Marker /** The text after the caption on the same line. */
  readonly rest: string
  readonly isOnlyCaption: boolean
}

/** The caption a paragraph begins with; null when it is plain text. */
export function captionOf(text: string, within: 'note' | 'topic' | 'assessment' | null): Caption | null {
  const bare = withoutNumber(text)
  const plain = bare.toLowerCase().replaceAll('ё', 'е')
  for (const rule of rules) {
    if (rule.within !== 'any' && rule.within !== within) continue
    const found = rule.words.exec(plain)
    if (!found) continue
    const after = bare.slice(found[0].length)
    const [, captioned, rest] = /^([^:]{0,80}?)\s*(?::|\s[–—-]\s)\s*([\s\S]*)$/u.exec(after) ?? [
      null,
      after.replace(/[.:]$/, ''),
      '',
    ]
    const isCaption = (captioned ?? '')
      .trim()
      .split(/[\s,«»()-]+/u)
      .every((word) => word === '' || filling.test(word.toLowerCase().replaceAll('ё', 'е')))
    if (isCaption) return { marker: rule.marker, rest: rest!.trim(), isOnlyCaption: rest!.trim() === '' }
    return { marker: rule.marker, rest: bare, isOnlyCaption: false }
  }
  return null
}

/** «Тема 2. Разбор урока (12 часов)»: its title and hours; null when the paragraph names no topic. */
export function topicNamed(text: string): { title: string; hours: number | null } | null {
  const found = /^(?:\d{1,2}[.)]\s*)?(?:тема|модуль)\s*(?:№\s*)?(?:\d{1,2}|[IVX]{1,4})\s*[.:)–—-]*\s*([\s\S]*)$/iu.exec(
    text.trim(),
  )
  if (!found) return null
  const { text: title, hours } = hoursIn(found[1]!)
  return { title: title.replace(/^[«"](.*)[»"]$/u, '$1').replace(/[.,;:]$/, ''), hours }
}

const hoursAtEnd =
  /[,;.]?\s*[([]?\s*(\d{1,4}(?:[.,]5)?)\s*(?:академических\s+|ак\.\s*)?(?:часов|часа|час|ч)(?!\p{L})\.?\s*[)\]]?\s*[.;,]?\s*$/u

/** The hours that a text ends with, and the text without them. */
export function hoursIn(text: string): { text: string; hours: number | null } {
  const found = hoursAtEnd.exec(text)
  if (!found) return { text: text.trim(), hours: null }
  return { text: text.slice(0, found.index).trim(), hours: Number(found[1]!.replace(',', '.')) }
}
