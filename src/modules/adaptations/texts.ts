import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import { asksNow, type Known, type Outcome, outcomeOf } from './rules.ts'

export const ruleTexts: RuleTexts = {
  'adaptation.notAsked':
    'Расскажите об этом тому, кто ведёт стажировку: Положение этой территории о применении изученного у себя не говорит',
  'adaptation.tooEarly': 'Дождитесь начала стажировки: описать можно то, что уже увидели',
  'adaptation.onItsWay': 'Сначала доведите до конца то, что уже описано по этой стажировке: оно открыто на её странице',
  'adaptation.introducedAhead': ({ today }) => `Поставьте день не позже сегодняшнего, ${today}`,
  'adaptation.introducedTooEarly': ({ day }) => `Поставьте день не раньше начала стажировки, ${day}`,
  'adaptation.noWhy': 'Напишите, почему не подошло: это поможет тем, кто придёт следом',
  'adaptation.notAskedYet': ({ day }) => `Ответьте ${day} или позже: раньше судить рано`,
  'adaptation.askedAgain': 'Ответьте на второй вопрос: день первого уже прошёл',
  'adaptation.isOver': 'Больше ничего записывать не нужно: ответ уже дан',
  'adaptation.takenBack': 'Попросите педагога описать внедрение заново: это описание отозвано',
  'adaptation.isIntroduced': 'Откройте страницу заново: это описание уже внедрено или отозвано, изменить его нельзя',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  introduced: 'Внедрено',
  adapted: 'Приспособлено',
  didNotFit: 'Не подошло',
}

/** How a model stands on a day. */
export function tagOf(one: Known, today: string): TagProps {
  if (one.state === 'described') return { tone: 'calm', word: 'Описано' }
  if (one.state === 'takenBack') return { tone: 'calm', icon: 'end', word: 'Отозвано' }
  if (asksNow(one, today)) return { tone: 'wait', word: 'Ждёт ответа' }
  const outcome = outcomeOf(one)
  if (outcome === null) return { tone: 'now', word: 'Проверяется' }
  return { tone: outcome === 'didNotFit' ? 'calm' : 'ok', word: outcomeWords[outcome] }
}
