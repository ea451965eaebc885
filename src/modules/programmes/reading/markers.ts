import type { FixedPlace, TopicPlace } from './pieces.ts'

/** What a caption of appendix 2 says about the text after it. */
export type Marker =
  | { readonly at: FixedPlace }
  | { readonly inTopic: TopicPlace }
  | { readonly opens: 'note' | 'topics' | 'objectives' | 'resources' | 'assessment' | 'external' | 'self' }
  | { readonly assessed: 'criteria' | 'procedure' | 'tools' }

/** Within which part a caption means this; `any` where it cannot be mistaken. */
type Rule = { readonly words: RegExp; readonly within: 'any' | 'note' | 'topic' | 'assessment'; readonly marker: Marker }

/** Captions as programmes write them, without numbers, in lower case, ё as е; whole words only. The first that fits is taken. */
export const rules: readonly Rule[] = [
  { words: /^пояснительная записка/, within: 'any', marker: { opens: 'note' } },
  { words: /^актуальность/, within: 'any', marker: { at: 'note.relevance' } },
  { words: /^цел[ьи] и задачи/, within: 'any', marker: { opens: 'note' } },
  { words: /^цел[ьи]/, within: 'note', marker: { at: 'note.aim' } },
  { words: /^задач[аи]/, within: 'note', marker: { at: 'note.tasks' } },
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

  { words: /^(задачи|учебные задачи)/, within: 'topic', marker: { opens: 'objectives' } },
  { words: /^научить/, within: 'topic', marker: { inTopic: 'teach' } },
  { words: /^(с?формировать|формирование)/, within: 'topic', marker: { inTopic: 'form' } },
  { words: /^(развивать|развить|развитие)/, within: 'topic', marker: { inTopic: 'develop' } },
  { words: /^(содержание работы|перечень занятий|занятия)/, within: 'topic', marker: { inTopic: 'sessions' } },
  { words: /^(стажерск(ие|ая)|стажировочн(ые|ая)) проб(ы|а)/, within: 'topic', marker: { inTopic: 'tryOuts' } },
  { words: /^(планируемые|ожидаемые) (образовательные )?результаты/, within: 'topic', marker: { inTopic: 'results' } },
  { words: /^содержание (программы|стажировки|деятельности)/, within: 'any', marker: { opens: 'topics' } },

  { words: /^(ресурсное обеспечение|ресурсы)/, within: 'any', marker: { opens: 'resources' } },
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
  { words: /^критерии/, within: 'assessment', marker: { assessed: 'criteria' } },
  { words: /^процедура/, within: 'assessment', marker: { assessed: 'procedure' } },
  { words: /^инструмент(ы|арий)/, within: 'assessment', marker: { assessed: 'tools' } },
]

/** Words that a caption may go on with and still be nothing but a caption. */
const filling =
  /^(программы|стажировки|стажировочной|стажерской|деятельности|площадки|региональной|муниципальной|образовательных|результатов|стажеров|стажера|по|теме|темы|работы|и|с|в|том|числе|проб|стажерских|ресурсы|ресурсов|обеспечение|учебно|учебные|методические|методическое|технические|техническое|основные|направления|стажировочная|оценки|самооценки|самой|данной|обучения|освоения|модуля|раздела|блока|занятий)$/

/**
 * The number or mark of a list: «1.», «2.3)», «IV.», «а)», a bullet, a dash. «25 учителей», «г. Луга», «-5 °C», «25.05.2021» and «1.5 ставки» begin with
 * words of their own.
 */
const mark =
  /^(?:(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5})[.)](?:\s+|(?=[\p{L}«"(])|$)|[а-яa-z]\)\s*|[•·●▪◦✓\p{Co}]\s*|[–—*-](?:\s+|(?=\p{L})|$))/u

/** The text without the number or the mark of a list it begins with: the one of the word processor and the one that was typed. */
export function withoutNumber(text: string): string {
  let bare = text
  for (let marks = 0; marks < 3; marks++) bare = bare.replace(mark, '')
  return bare.trim()
}

/** A caption may also follow a number without a dot: «1 Пояснительная записка». */
const bareNumber = /^\d{1,2}(?:\.\d{1,2}){0,4}\s+/

export type Caption = {
  readonly marker: Marker
  /** The text after the caption on the same line; all of it when it is a sentence that only begins like one. */
  readonly rest: string
  readonly isOnlyCaption: boolean
  readonly isSentence: boolean
}

const afterCaption = /^([^:.\n]{0,80}?)(?::|\.\s|\n|\s[–—-]\s)([\s\S]*)$/u

/** The caption a paragraph begins with; null when it is plain text. */
export function captionOf(text: string, within: 'note' | 'topic' | 'assessment' | null): Caption | null {
  const bare = withoutNumber(text).replace(bareNumber, '')
  const plain = plainOf(bare.slice(0, 200))
  for (const { words, within: where, marker } of rules) {
    if (where !== 'any' && where !== within) continue
    const found = words.exec(plain)
    if (!found || /^\p{L}/u.test(plain.slice(found[0].length))) continue
    const after = bare.slice(found[0].length)
    const [, captioned = after.replace(/[.:]$/, ''), more = ''] = afterCaption.exec(after) ?? []
    const rest = more.trim()
    return captioned.length <= 200 && onlyFills(captioned)
      ? { marker, rest, isOnlyCaption: rest === '', isSentence: false }
      : { marker, rest: withoutNumber(text), isOnlyCaption: false, isSentence: true }
  }
  return null
}

/** In lower case, ё as е. */
export const plainOf = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

const onlyFills = (words: string): boolean =>
  plainOf(words)
    .split(/[\s,«»()-]+/u)
    .every((word) => word === '' || filling.test(word))

const leadIn =
  /(?<!\p{L})(науч[иа]тся|смогут|должн[ыа]?|должен|осво[ия]т|овладеют|получат|узнают|способны|знают|умеют|владеют|являются|следующ(ие|ее|их|ими)|включа(ет|ют)|необходимо|предполага(ет|ют)|позвол(яет|ит|яют))(\s[^\s]{1,20}){0,2}:$/u

/** «Методы контроля:», a line of its own that names something unknown here. «Стажёры научатся:» only leads in what stands under it. */
export function isUnknownCaption(text: string): boolean {
  const bare = withoutNumber(text)
  return bare.length <= 60 && /^\p{Lu}[^:.!?\n]*:$/u.test(bare) && !leadIn.test(plainOf(bare))
}

/** «Тема 2. Разбор урока (12 часов)»: its title and hours; null when the paragraph names no topic. */
export function topicNamed(text: string): { title: string; hours: number | null } | null {
  const found = topicCaption.exec(text.trim())
  if (!found) return null
  const { text: title, hours } = hoursIn(found[1] ?? '')
  return { title: title.replace(/^[«"]([^«»"]*)[»"]$/u, '$1').replace(/[.,;:]$/, ''), hours }
}

/** «Тема 2 изучается весной» is a sentence: after the number comes a stop, a title with a capital, or nothing. */
const topicCaption =
  /^(?:\d{1,2}[.)]\s*)?(?:Тема|тема|ТЕМА|Модуль|модуль|МОДУЛЬ)\s*(?:№\s*)?(?:\d{1,2}|[IVX]{1,4})(?:\s*[.:)–—-]+\s*|\s+(?=[\p{Lu}«"(])|\s*$)([\s\S]*)$/u

const hoursAtEnd =
  /[,;.]?\s?[([]?\s?(?<!\d|\d[.,])(\d{1,4}(?:[.,]5)?)\s?(?:академических\s|ак\.\s?)?(?:часов|часа|час|ч)(?!\p{L})\.?\s?[)\]]?\s?[.;,]?$/u
/** Hours never take more than this at the end of a text. */
const mostTail = 60

/** The hours that a text ends with, and the text without them. */
export function hoursIn(text: string): { text: string; hours: number | null } {
  const whole = text.trim()
  const tail = whole.slice(-mostTail)
  const found = hoursAtEnd.exec(tail)
  if (!found) return { text: whole, hours: null }
  return {
    text: whole.slice(0, whole.length - tail.length + found.index).trim(),
    hours: Number((found[1] ?? '').replace(',', '.')),
  }
}
