import { longDate, shortDate } from '../../kernel/dates.ts'
import { capital } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { ofPoint } from '../../kit/order/objections.ts'
import { act } from '../../regulation/acts.ts'
import { partNouns } from '../../regulation/editor/amendments.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { EditionState } from './machine.ts'
import type { Amended, EnactingOrder } from './sheet-queries.ts'

export const ruleTexts: RuleTexts = {
  'order.unknownRegulation': ofPoint(() => 'такого Положения нет. Выберите редакцию из списка'),
  'order.regulationAlreadyApproved': ofPoint(
    ({ version }, act) => `редакция ${version} уже утверждена другим ${act.instrumental}`,
  ),
  'order.regulationApprovedTwice': ofPoint((_, act) => `${act.nominative} утверждает Положение дважды. Оставьте одно`),
  'order.regulationTooEarly': ofPoint(
    ({ since }) => `действующее Положение вступило в силу ${since}; новое начинается позже него`,
  ),
  'order.nothingToAmend': ofPoint(() => 'действующего Положения нет, менять нечего. Утвердите редакцию целиком'),
  'order.noClauseAmended': ofPoint(
    () => 'текст пунктов в проекте тот же, что в действующем Положении. Измените пункты или утвердите редакцию целиком',
  ),
  'order.enactingPointsAmended': ofPoint(
    (_, act) =>
      `в проекте изменены пункты документа, которым утверждено Положение, а ${act.agreed('этот')} ${act.nominative} меняет только само Положение. Подготовьте утверждение редакции целиком`,
  ),
  'order.regulationDropped': ofPoint(({ version }) => `от редакции ${version} отказались. Выберите другую`),
  'order.regulationUnready': ofPoint(({ problem }) => `редакция не готова. ${problem}`),
  'edition.notDraft': 'Эта редакция уже утверждена или от неё отказались. Начните новую',
  'edition.awaitsSignature': 'Эта редакция на подписи. Чтобы править, верните в работу документ, который её утверждает',
  'edition.lastClause': 'Это последний пункт: замените его текст или вставьте новый целиком',
  'edition.unreadable': 'Записать не удалось: в тексте остался пустой пункт или номер. Заполните их и запишите снова',
  'edition.numberTaken': 'Номер этой редакции только что занят. Нажмите ещё раз',
  'edition.lineNameTaken': 'Так уже называется другое Положение. Назовите это иначе',
  'edition.unknownRule': 'Такого правила нет. Выберите его на странице редакции',
  'edition.mustSay': 'Об этом Положение не может молчать. Заполните правило',
  'edition.valueMissing': ({ what, how, row }) => `${row === undefined ? '' : `Строка ${row}. `}${what}. ${how}`,
  'edition.readingsMissing': 'Напишите два чтения, каждое со своим пунктом',
  'edition.clauseUnknown': ({ clauses }) =>
    `Напишите номер, который есть в тексте: пункта ${clauses} в нём нет. Номера стоят на странице «Текст»`,
  'edition.clauseMissing': 'Отметьте хотя бы один пункт, из которого это следует',
  'edition.exceptionWhen': 'Выберите, когда действует исключение, и впишите, для чего именно',
  'edition.unknownException': 'Такого исключения в проекте уже нет. Вернитесь к правилу',
  'edition.tooManyExceptions': ({ most }) => `Оставьте главное: исключений больше ${most} не бывает`,
  'edition.unknownExample': 'Такого примера в проекте уже нет. Вернитесь к примерам',
  'edition.tooManyExamples': ({ most }) => `Оставьте главное: примеров больше ${most} не бывает`,
  'edition.unknownClause': 'Такого пункта в проекте уже нет. Вернитесь к тексту',
  'edition.noNumber': 'Напишите номер, например 3.2',
  'edition.noText': 'Напишите текст пункта',
  'edition.noTitle': 'Напишите заголовок раздела',
  'edition.noNumbersInPaper':
    'В тексте не нашлось ни одного номера. Вставьте текст с номерами разделов и пунктов, например «1.1.»',
  'edition.paperMissing': 'Выберите файл с текстом Положения: DOCX или TXT',
  'edition.paperUnreadable': 'Откройте файл, сохраните заново как DOCX и выберите снова: прочитать его не удалось',
  'edition.paperTooLong': 'Оставьте в файле сам текст Положения: для него здесь слишком много',
  'edition.paperTooHard':
    'Скопируйте текст в новый файл DOCX и выберите его: этот устроен слишком сложно, разобрать его не удалось',
  'edition.paperWithoutText': 'Выберите файл с текстом: в этом только картинки или ничего нет',
  'edition.readerBusy': 'Подождите полминуты и выберите файл снова: сейчас разбирают другие',
  'edition.tooLong': ({ count, most }) => `Оставьте сам текст Положения: пунктов в нём ${count}, а больше ${most} не бывает`,
  'edition.nothingToCopy': 'Копировать нечего: Положения здесь ещё нет. Начните с файла',
  'edition.notJson': 'Выберите файл .json, скачанный на странице редакции: файла нет, или прочитать его не удалось',
  'edition.notARegulation': ({ problems, more }) =>
    `Файл прочитан, но это не Положение: ${problems}${Number(more) > 0 ? ` и ещё ${more}` : ''}. Исправьте файл и выберите его снова`,
  'regulation.alreadyInForce': 'Сначала прекратите действие прежней редакции: в эти дни уже действует другая',
}

/** «Приказ № 37-о, п. 3» */
export function orderName({ kind, number, point }: EnactingOrder): string {
  const name = `${act(kind).title} № ${number}`
  return point === null ? name : `${name}, п. ${point}`
}

/** «Федеральный закон от 29 декабря 2012 г. № 273-ФЗ «Об образовании в Российской Федерации»» */
export function actName({ type, number, date, title }: Regulation['legalBasis']['acts'][number]): string {
  const from = date === null ? '' : ` от ${longDate(date)}`
  const as = number === null ? '' : ` № ${number}`
  return `${type}${from}${as} ${/^[«"]/.test(title) ? title : `«${title}»`}`
}

export type RegulationState = 'inForce' | 'ahead' | 'ceased' | 'draft' | 'dropped'
type Standing = { readonly state: EditionState; readonly startsOn: Day | null; readonly endsOn: Day | null }

/** How an edition stands on a day. */
export function stateOn({ state, startsOn, endsOn }: Standing, today: Day): RegulationState {
  if (state === 'dropped') return 'dropped'
  if (startsOn === null) return 'draft'
  if (startsOn > today) return 'ahead'
  return endsOn === null || endsOn >= today ? 'inForce' : 'ceased'
}

/** «с 1 сентября 2021 г.» */
export function stateWords({ startsOn, endsOn }: Pick<Standing, 'startsOn' | 'endsOn'>): string {
  if (startsOn === null) return 'проект'
  const from = `с ${longDate(startsOn)}`
  return endsOn === null ? from : `${from} по ${longDate(endsOn)}`
}

export const editionStates: Readonly<Record<RegulationState, TagProps>> = {
  inForce: { tone: 'ok', word: 'В силе' },
  ahead: { tone: 'wait', word: 'Ещё не в силе' },
  ceased: { tone: 'calm', icon: 'end', word: 'Не действует' },
  draft: { tone: 'calm', icon: 'draft', word: 'Проект' },
  dropped: { tone: 'calm', icon: 'cross', word: 'Отказались' },
}

/** «в редакции приказа от 15.06.2022 № 37-о», «введён в действие приказом …», «признано утратившим силу приказом …» */
function amendedWords({ what, kind, act: actKind, signedOn, numberText }: Amended): string {
  const { agreed } = partNouns[kind]
  const { genitive, instrumental } = act(actKind)
  const how = {
    changed: `в редакции ${genitive}`,
    added: `${agreed('введён')} в действие ${instrumental}`,
    repealed: `${agreed('признан')} утратившим силу ${instrumental}`,
  }
  return `${how[what]} от ${shortDate(signedOn)} № ${numberText}`
}

/** What is written beside each clause that an order has changed by itself, and of those that are there no more. */
export function amendmentNotes(amendments: readonly Amended[]): { of: ReadonlyMap<string, string>; repealed: readonly string[] } {
  const [gone, kept] = [
    amendments.filter(({ what }) => what === 'repealed'),
    amendments.filter(({ what }) => what !== 'repealed'),
  ]
  return {
    of: new Map(kept.map((one) => [one.number, `(${amendedWords(one)})`])),
    repealed: gone.map((one) => `${capital(partNouns[one.kind].nominative)} ${one.name} ${amendedWords(one)}`),
  }
}
