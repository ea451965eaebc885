import type { FactKind } from '../../history/facts.ts'
import { longDate } from '../../kernel/dates.ts'
import { type ActKind, act } from '../../regulation/acts.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { Gender } from './model.ts'

const day = (value: string | number | undefined) => longDate(String(value))

export const ruleTexts: RuleTexts = {
  'person.postsOverlap': 'Поменяйте даты или предмет: в эти дни человек уже занимает такую должность в этой организации',
  'person.organisationHasHead': 'Сначала закончите прежнюю должность: в эти дни у организации уже есть руководитель',
  'person.categoriesOverlap': 'Поменяйте даты: в эти дни у человека уже записана категория',
  'person.roleOverlaps': 'Поменяйте даты: в эти дни такая роль у человека уже есть',
  'person.genderNeeded': 'Отметьте пол: по отчеству его не узнать, а он нужен для документов',
  'person.badName': 'Напишите имя буквами: допустимы ещё пробел, дефис, точка и апостроф',
  'person.badPhone': 'Допишите телефон: в нём не меньше пяти цифр',
  'person.endsBeforeStart': 'Поставьте последний день не раньше первого',
  'person.endsBeforeItStarted': ({ start }) => `Поставьте день не раньше ${day(start)}: это первый день`,
  'person.hasEnded': ({ end }) => `Поставьте день раньше: последним днём уже записано ${day(end)}`,
  'person.standsOnPost': ({ what }) => `Решите, что с этим будет: ${what}. Оно держится на этой должности`,
  'person.tooFarAhead': 'Поставьте день поближе: записывать можно не дальше чем на год вперёд',
  'person.achievementAhead': 'Поставьте сегодняшний или прошедший день: достижение записывают, когда оно есть',
  'person.headByOffice': 'Обратитесь в орган управления или методический центр: руководителя организации записывают они',
  'person.postNeeded': 'Выберите организацию и должность: руководитель записывает только своих работников',
  'person.unknownKind': 'Выберите из списка: такого в справочнике нет, или его больше не выбирают',
  'person.unknownOrganisation': 'Выберите организацию из списка: такой в территории нет',
  'person.namesake': ({ like }) =>
    `Похоже на: ${like}. Это тот же человек? Тогда откройте его страницу. Если другой, отметьте это и запишите ещё раз`,
  'person.lastManager': 'Сначала дайте такую роль другому: иначе некому будет вести учётные записи',
}

export const genderNames: Readonly<Record<Gender, string>> = { female: 'Женский', male: 'Мужской' }

/** What the history of a person shows. */
export const personFacts: readonly FactKind[] = [
  'person.registered',
  'person.changed',
  'person.renamed',
  'person.renamedOn',
  'post.taken',
  'post.left',
  'qualification.recorded',
  'achievement.recorded',
  'role.granted',
  'role.ended',
  'account.invited',
  'account.invitationWithdrawn',
  'account.invitationDeclined',
  'account.joined',
  'account.passwordLinkGiven',
  'account.passwordChanged',
  'person.appointed',
  'appointment.ended',
]

/** «Приказ № 33, п. 4.1» */
export function orderWords(kind: ActKind, number: string | null, point: string | null): string {
  const name = act(kind).title
  return [number === null ? name : `${name} № ${number}`, point && `п. ${point}`].filter(Boolean).join(', ')
}
