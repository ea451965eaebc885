import { bodyName, guidance } from '../../regulation/parties/questions.ts'
import { headDuties, memberDuties } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Tone } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { Side, Standing } from './rules.ts'

/** How a contract stands on a day, as a tag. */
export const standings: Readonly<Record<Standing, { tone: Tone; word: string }>> = {
  draft: { tone: 'calm', word: 'Готовится' },
  awaitingSignatures: { tone: 'wait', word: 'На подписи' },
  notBegun: { tone: 'ok', word: 'Подписан, ещё не начался' },
  inForce: { tone: 'ok', word: 'Действует' },
  expired: { tone: 'late', word: 'Срок вышел' },
  ended: { tone: 'calm', word: 'Расторгнут' },
}

/** «Договор № 7», «Договор без номера» */
export const contractTitle = (number: string | null): string => (number === null ? 'Договор без номера' : `Договор № ${number}`)

type SideWords = { readonly name: string; readonly unsigned: string; readonly sheet: { title: string; button: string } }
/** How a side is called, what is said while it has not signed, and the sheet on which it signs. */
export const sideNames: Readonly<Record<Side, SideWords>> = {
  site: {
    name: 'Площадка',
    unsigned: 'ещё не подписала',
    sheet: { title: 'Подпись площадки', button: 'Записать подпись площадки' },
  },
  operator: {
    name: 'Оператор',
    unsigned: 'ещё не подписал',
    sheet: { title: 'Подпись оператора', button: 'Записать подпись оператора' },
  },
}

/** What a contract begins with: the duties the regulation already names, each side under its own name. */
export function usualTerms(regulation: Regulation): string {
  const ofSite = [...headDuties(regulation).value, ...memberDuties(regulation).value]
  return [...listed(bodyName(regulation, 'operator'), guidance(regulation).value), ...listed('Площадка', ofSite)].join('\n')
}

const listed = (who: string, duties: readonly string[]): string[] =>
  duties.length === 0 ? [] : [`${who}:`, ...duties.map((duty, at) => `— ${duty}${at + 1 === duties.length ? '.' : ';'}`)]

export const usualSubject = (theme: string): string => `Совместная работа сторон по теме площадки «${theme}»`

export const ruleTexts: RuleTexts = {
  'contract.notAsked': 'Положение этой территории не просит договора между площадкой и оператором',
  'contract.noOperator': 'Отметьте в реестре организаций, кто здесь оператор: договор заключают с ним',
  'contract.endsBeforeItBegins': 'Поставьте последний день не раньше первого',
  'contract.beforeStatus': ({ from }) => `Поставьте первый день не раньше ${from}: до него статуса нет`,
  'contract.afterStatus': ({ to }) => `Поставьте последний день не позже ${to}: это последний день статуса`,
  'contract.numberTaken':
    'Договор с таким номером в этом году уже есть. Проверьте журнал или оставьте номер пустым: он запишется сам',
  'contract.needsSubject': 'Напишите, о чём договор',
  'contract.needsTerms': 'Напишите, что делает каждая сторона',
  'contract.notDraft': 'Договор уже на подписи или подписан. Чтобы править, верните его в работу',
  'contract.signedAlready': 'Эта сторона договор уже подписала',
  'contract.signedInFuture': ({ today }) => `Поставьте день подписания не позже сегодняшнего, ${today}`,
  'contract.alreadyInForce': 'В эти дни у площадки уже действует договор. Измените срок нового или расторгните прежний',
  'contract.endOutside': ({ from, to }) => `Поставьте день с ${from} и раньше ${to}: это срок договора`,
  'contract.scanMissing': 'Выберите файл с подписанным листом',
  'contract.scanTooEarly': 'Подписанный лист прикладывают, когда договор на подписи или подписан',
}
