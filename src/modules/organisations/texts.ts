import type { FactKind } from '../../history/facts.ts'
import { longDate } from '../../kernel/dates.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { SupportNeedKind } from './model.ts'

export const ruleTexts: RuleTexts = {
  'organisation.nameTaken': 'Проверьте полное название: организация с таким названием уже есть в реестре',
  'organisation.alike': ({ like }) =>
    `Похоже на: ${like}. Это та же организация? Тогда откройте её страницу. Если другая, отметьте это и внесите ещё раз`,
  'organisation.badWebsite': 'Напишите адрес целиком, например https://shkola.example',
  'organisation.badPhone': 'Допишите телефон: в нём не меньше пяти цифр',
  'organisation.unknownKind': 'Выберите вид из списка: такого в справочнике нет, или его больше не выбирают',
  'organisation.kindByOffice': 'Оставьте вид как есть: его меняют орган управления и методический центр',
  'name.whichChange':
    'Отметьте, что это: исправление ошибки или новое название (имя) с какого-то дня. От этого зависит, что покажет реестр за прошлые дни',
  'name.neverChanged': 'Выберите другое: смены ещё не было, день её поправить нельзя',
  'name.sameAsBefore': 'Напишите новое: сейчас стоит прежнее',
  'name.sinceNeeded': 'Поставьте день, с которого действует новое название или имя',
  'name.notYet': 'Поставьте сегодняшний или прошедший день: новое название или имя записывают, когда оно уже действует',
  'name.changedLater': ({ since }) => `Поставьте день позже ${longDate(String(since))}: с него действует нынешнее`,
  'supportNeed.overlaps': 'Поменяйте даты: в эти дни такой признак у организации уже записан',
  'supportNeed.endsBeforeStart': 'Поставьте последний день не раньше первого',
  'supportNeed.tooFarAhead': 'Поставьте день поближе: записывать можно не дальше чем на два года вперёд',
  'supportNeed.hasEnded': 'Поставьте день раньше: к этому дню признак уже снят',
}

export const supportNeedNames: Readonly<Record<SupportNeedKind, string>> = {
  lowResults: 'Низкие образовательные результаты',
  socialConditions: 'Неблагоприятные социальные условия',
}

/** What the history of an organisation shows to everyone who may see history; traits, and to which sites it is attached, are added for those who may know them. */
export const openFacts: readonly FactKind[] = [
  'organisation.registered',
  'organisation.changed',
  'organisation.renamed',
  'organisation.renamedOn',
]
export const closedFacts: readonly FactKind[] = [
  'organisation.attached',
  'organisation.detached',
  'supportNeed.recorded',
  'supportNeed.ended',
]
