import type { ApplicationSection } from '../../regulation/intake/questions.ts'
import type { Tone } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { ApplicationState } from './machine.ts'
import type { Participation } from './model.ts'
import type { SectionState } from './rules.ts'

const furtherWords = ['', 'одно', 'два', 'три', 'четыре', 'пять']

export const ruleTexts: RuleTexts = {
  'application.notTaken': ({ reason, basis }, act) =>
    `Откройте раздел «${act.many.title}»: здесь статус дают ${act.instrumental} сразу, заявок не подают. ${reason}${basis}`,
  'application.mayNotInitiate': ({ reason, basis }) => `Заявку начинает другой. ${reason}${basis}`,
  'application.needsCall': 'Выберите приём заявок: без него заявку не начать',
  'application.notForCall': ({ who }) => `Выберите другой приём: в этом заявки подаёт ${who}`,
  'application.notYourOrganisation': 'Выберите организацию, которой вы руководите',
  'application.unknownOrganisation': 'Выберите организацию из списка',
  'application.mayNotHost': ({ reason, basis }) => `Выберите другую организацию. ${reason}${basis}`,
  'application.noInitiator': 'Внесите в реестр организацию, от имени которой начинаете заявку',
  'application.notShared': ({ reason, basis }) => `Оставьте одну организацию. ${reason}${basis}`,
  'application.alreadyInvited': 'Выберите другую организацию: эта уже в заявке',
  'application.leadStays': 'Ведущую организацию убрать нельзя: удалите черновик и начните другой',
  'application.alreadyDecided': 'Вы уже ответили: заявка отправлена, ответ не изменить',
  'application.refusalNeedsReason': 'Напишите, почему организация не участвует',
  'application.unknownPerson': 'Выберите человека из реестра',
  'application.alreadyWrites': 'Выберите другого: этот человек уже может писать заявку',
  'application.unknownDirection': 'Выберите направление из списка',
  'application.noElection': 'Голосовать не нужно: руководителя здесь выбирают без голосования',
  'application.nobodyNamed': 'Назовите руководителя площадки, потом голосуйте',
  'application.confirmFirst': 'Подтвердите участие организации, потом голосуйте',
  'application.notConfirmed': ({ name }) => `Дождитесь, пока участие подтвердит ${name}, или уберите её из заявки`,
  'application.leadDeclined': ({ name }) => `Начните другую заявку: ${name} отказывается`,
  'application.declinedStays': ({ name }) => `Уберите из заявки организацию ${name}: она отказалась`,
  'application.needsCharterName': ({ name, basis }) => `${name}: напишите полное название по уставу${basis}`,
  'application.needsAddress': ({ name, basis }) => `${name}: напишите юридический адрес${basis}`,
  'application.needsContacts': ({ name, basis }) => `${name}: напишите телефон и почту${basis}`,
  'application.needsHeadName': ({ name, basis }) => `${name}: напишите, кто руководит организацией${basis}`,
  'application.needsShare': ({ name, basis }) => `${name}: напишите, что организация делает в общей программе${basis}`,
  'application.needsTheme': 'Напишите тему площадки',
  'application.needsDirection': 'Выберите направление работы',
  'application.needsTerm': 'Поставьте первый и последний день статуса',
  'application.termReversed': 'Поставьте последний день не раньше первого',
  'application.termTooLong': ({ reason, basis }) => `Сократите срок. ${reason}${basis}`,
  'application.limit': ({ reason, basis }) => `Больше статусов дать нельзя: ${reason}${basis}`,
  'application.needsHead': ({ basis }) => `Назовите руководителя площадки${basis}`,
  'application.headNotEligible': ({ name, missing, basis }) =>
    `Выберите другого руководителя или дополните сведения о нём. ${name}: ${missing}${basis}`,
  'application.notElected': ({ for: count, total, basis }) =>
    `Соберите голоса за руководителя: «за» — ${count} из ${total}, нужно больше половины организаций${basis}`,
  'application.needsProtocol': ({ basis }) => `Напишите номер и дату протокола, которым выбран руководитель${basis}`,
  'application.needsProtocolFile': ({ basis }) => `Приложите протокол, которым выбран руководитель${basis}`,
  'application.needsAdviser': ({ basis }) => `Назовите научного руководителя или отметьте, что его нет${basis}`,
  'application.baseNotProved': ({ text, basis }) => `Подтвердите обязательное условие: ${text}${basis}`,
  'application.notForPeople': ({ reason, basis }) => `Выберите из списка: не всякий может подать заявку. ${reason}${basis}`,
  'application.appliesAlready': ({ name }) => `Начните заявку от того, кто уже записан за вами: ${name}`,
  'application.applicantAlike': ({ like }) =>
    `Похоже на: ${like}. Если это не они, а другой человек или объединение, отметьте это и запишите ещё раз`,
  'application.conditionUnmet': ({ text, basis, known }) => `Выполните условие: ${text}${basis}${known}`,
  'application.furtherNotProved': ({ count, basis }) =>
    `Подтвердите ещё хотя бы ${furtherWords[Number(count)] ?? count} из дополнительных условий${basis}`,
  'application.needsProgramme': ({ basis }) => `Составьте программу площадки${basis}`,
  'application.programmeIncomplete': ({ part, what, basis }) => `Программа, «${part}»: ${what}${basis}`,
  'application.intakeClosed': ({ nearest }) =>
    `Отправьте заявку${nearest ? ` ${nearest}` : ' позже'}: сегодня заявок не принимают, черновик остаётся у вас`,
  'application.withdrawalNeedsReason': 'Напишите, почему забираете заявку',
}

/** What each state is called to the applicant and in lists. */
export const stateNames: Readonly<Record<ApplicationState, string>> = {
  draft: 'Черновик',
  submitted: 'Отправлена',
  returned: 'Возвращена на доработку',
  admitted: 'Допущена',
  underReview: 'На экспертизе',
  reviewed: 'Экспертиза закончена',
  proposed: 'В представлении',
  granted: 'Статус дан',
  declined: 'Отклонена',
  withdrawn: 'Отозвана',
}
export const stateTones: Readonly<Record<ApplicationState, Tone>> = {
  draft: 'calm',
  submitted: 'wait',
  returned: 'late',
  admitted: 'wait',
  underReview: 'wait',
  reviewed: 'wait',
  proposed: 'wait',
  granted: 'ok',
  declined: 'late',
  withdrawn: 'calm',
}

export const sectionNames: Readonly<Record<ApplicationSection, string>> = {
  organisations: 'Организации',
  theme: 'Тема и срок',
  head: 'Руководитель площадки',
  adviser: 'Научный руководитель',
  own: 'Другие сведения',
  eligibility: 'Право на статус',
  programme: 'Программа',
}
export const sectionStateNames: Readonly<Record<SectionState['state'], string>> = {
  notStarted: 'Не начато',
  missing: 'Не хватает',
  filled: 'Заполнено',
}
export const sectionStateTones: Readonly<Record<SectionState['state'], Tone>> = {
  notStarted: 'calm',
  missing: 'wait',
  filled: 'ok',
}

export const participationNames: Readonly<Record<Participation, string>> = {
  asked: 'Ждём ответа',
  confirmed: 'Участвует',
  declined: 'Отказалась',
}
export const participationTones: Readonly<Record<Participation, Tone>> = { asked: 'wait', confirmed: 'ok', declined: 'late' }
