import { monthName, shortDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import { type Choice, toldOf } from './cover-rules.ts'
import type { DeficitState } from './machine.ts'
import type { Cell, Outcome } from './map-rules.ts'
import type { OfferRow, OfferState } from './offer-queries.ts'
import { type Closing, mostAtOnce, mostOpen, type Source } from './rules.ts'
import { mostTaught } from './taught-rules.ts'

export const ruleTexts: RuleTexts = {
  'deficit.notKept': 'Спросите методиста: здесь профессиональные дефициты не записывают',
  'deficit.nothingNamed': 'Отметьте хотя бы одну строку или напишите своими словами',
  'deficit.notOffered': 'Выберите строку из перечня: этой в нём больше нет',
  'deficit.namedAlready': 'Отметьте другое: это вы уже назвали, и оно записано',
  'deficit.tooManyAtOnce': `Оставьте самое нужное: за один раз не больше ${mostAtOnce}`,
  'deficit.tooManyOpen': `Сначала закройте или отзовите что-то из названного: открытых дефицитов не больше ${mostOpen}`,
  'deficit.nothingNoted': 'Выберите строку перечня или напишите своими словами, чего не хватает',
  'deficit.noDocument': 'Напишите, каким документом оформлена диагностика',
  'deficit.noDocumentDay': 'Напишите день документа о диагностике',
  'deficit.documentAhead': 'Проверьте день документа: он ещё не наступил',
  'deficit.documentOfNothing': 'Уберите документ или выберите «Диагностика»: у наблюдения документа нет',
  'deficit.notedAlready':
    'Откройте этот дефицит в списке «Что отмечено» на этой странице: он уже отмечен и ещё открыт. Если новая диагностика его не находит, закройте его там',
  'deficit.noDiagnosis': 'Отметьте дефицит по диагностике: документ прикладывают только к ней',
  'deficit.documentThere': 'Откройте документ в строке «Документ»: он уже приложен, второй не нужен',
  'deficit.nameYourOwn': 'Назовите свой дефицит на странице «Моё»: здесь отмечают другому человеку',
  'deficit.takesBackOwn': 'Отозвать может только тот, кто назвал это сам',
  'deficit.factMissing': 'Выберите, чем дефицит закрыт: мероприятие, пробу или стажировку',
  'deficit.factUnknown': 'Выберите из списка: такого мероприятия, пробы или стажировки у этого человека нет',
  'deficit.notYet': 'Проверьте день: он ещё не наступил',
  'deficit.before': 'Выберите то, что было не раньше дня, когда дефицит отметили',
  'deficit.noFile': 'Выберите файл: снимок или .pdf',
  'deficit.frameworkLong': 'Уберите лишние строки: своих строк в перечне не больше 60',
  'deficit.labelLong': ({ label }) => `Сократите строку до 120 знаков: ${label}`,
  'deficit.labelTwice': ({ label }) => `Уберите повтор: «${label}» в перечне уже есть`,
  'deficit.tooManyTaught': `Оставьте главное: не больше ${mostTaught} строк`,
  'deficit.ended': 'Дефицит уже закрыт или отозван',
}

export const sourceWords: Readonly<Record<Source, string>> = {
  self: 'назван самостоятельно',
  diagnosis: 'по диагностике',
  guide: 'по наблюдению',
}

export const closingWords: Readonly<Record<Closing, string>> = {
  event: 'мероприятие',
  tryout: 'проба оценена',
  traineeship: 'стажировка завершена',
  diagnosis: 'повторная диагностика',
}

export const stateTags: Readonly<Record<DeficitState, TagProps>> = {
  open: { tone: 'now', word: 'Открыт' },
  closed: { tone: 'ok', word: 'Закрыт' },
  takenBack: { tone: 'calm', word: 'Отозван' },
}

/** Whom the words are for, said where they are typed. */
export const whoSees =
  'Это видят вы, методист центра и тот, кто ведёт вашу стажировку. Руководитель вашей организации видит только число людей, и только от пяти.'

export const wordsHint = 'До 300 знаков. Без сведений о здоровье и без имён, классов и оценок учеников'

type Ended = { readonly closedBy: Closing | null; readonly closingTitle: string | null; readonly closedOn: string | null }
/** «мероприятие «Открытый урок», 05.10.2023» */
export const closedWords = ({ closedBy, closingTitle, closedOn }: Ended): string =>
  closedBy === null || closedOn === null ? '' : `${closingWords[closedBy]} «${closingTitle ?? ''}», ${shortDate(closedOn)}`

/** «ноябрь 2023» */
export const monthWords = (month: string): string => `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`

export const offerWords: Readonly<Record<OfferRow['kind'], string>> = {
  event: 'мероприятие',
  line: 'строка плана, день ещё не назначен',
  topic: 'тема программы стажировки',
}

const offerStates: Readonly<Record<OfferState, TagProps>> = {
  open: { tone: 'ok', word: 'Места есть' },
  full: { tone: 'wait', word: 'Мест нет' },
  held: { tone: 'calm', word: 'Прошло' },
}
export const offerTags = ({ kind, state, waiting }: Pick<OfferRow, 'kind' | 'state' | 'waiting'>): TagProps => {
  if (state === 'full' && waiting > 0) return { tone: 'wait', word: `Мест нет, ждут ${waiting}` }
  if (kind === 'line' && state === 'open') return { tone: 'now', word: 'В плане' }
  return offerStates[state]
}

const sitesWord = (count: number) => counted(count, 'площадка', 'площадки', 'площадок')
/** What a cell of the map says in words. */
export const cellWords = ({ open, full, waiting, held }: Cell): string =>
  [
    open > 0 && `${sitesWord(open)}, места есть`,
    full > 0 && `${sitesWord(full)}, мест нет${waiting > 0 ? `, ждут ${waiting}` : ''}`,
    open === 0 && full === 0 && held > 0 && `${sitesWord(held)}, уже прошло`,
  ]
    .filter(Boolean)
    .join('; ')
export const yearlyWords = (count: number): string => `${sitesWord(count)}, стажировка по программе`

export const outcomeTags: Readonly<Record<Outcome, TagProps>> = {
  enough: { tone: 'ok', word: 'есть где' },
  queue: { tone: 'wait', word: 'мест нет' },
  nobody: { tone: 'late', word: 'никто' },
}

/** Why a theme was chosen: how much it covers, and who knows how. */
export function choiceWords(choice: Choice, isFirst: boolean): string {
  const { theme } = choice
  const told = toldOf(choice)
  const why = isFirst ? 'Покроет больше всех' : 'Покроет больше всех из оставшегося'
  const people = told === null || told.people === null ? '' : `, людей — ${told.people}`
  // A number that would tell of fewer than five is not said.
  const how = told === null ? '' : `: дефицитов — ${told.deficits}${people}`
  const taught =
    theme.taughtBy === null ? 'сейчас этому никто не учит или мест нет' : `этому уже учила площадка: ${theme.taughtBy}`
  return `${why}${how}; ${taught}`
}
