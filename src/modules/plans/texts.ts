import type { RuleTexts } from '../../web/refusals.ts'
import type { ShownState } from './model.ts'
import type { Unfit } from './proposal-rules.ts'

const within = ({ from, to }: Readonly<Record<string, string | number>>) => (to ? `с ${from} по ${to}` : `не раньше ${from}`)

/** What a head does before a proposal can become a line: where there is no draft of the plan. */
export const beforeTaking = {
  version: 'Начните новую редакцию плана: утверждённый план меняют только ею, и предложение войдёт в её черновик',
  draft: 'Дождитесь решения о плане или заберите его на доработку: предложение войдёт в черновик',
}

const unfit: Readonly<Record<Unfit, string>> = { form: 'формы работы', days: 'дней' }

/** «без формы работы и дней»: what of a proposal no longer fits its plan. */
export const withoutWords = (without: readonly Unfit[]): string => `без ${without.map((one) => unfit[one]).join(' и ')}`

/** The head reads it before the proposal is taken. */
export const unfitWords: Readonly<Record<Unfit, string>> = {
  form: 'Предложенной формы работы в Положении больше нет: строка войдёт без неё, выберите форму сами.',
  days: 'Предложенные дни больше не подходят плану: строка войдёт без них, назначьте день сами.',
}

export const ruleTexts: RuleTexts = {
  'plan.noProposals': 'Скажите о мероприятии руководителю: предложений участников Положение не предусматривает',
  'plan.proposalForm': 'Выберите форму работы из списка',
  'plan.proposalStarts': 'Поставьте и первый день или уберите последний',
  'plan.proposalEnds': 'Поставьте последний день не раньше первого',
  'plan.proposalOutside': ({ from, to }) => `Поставьте дни с ${from}${to ? ` по ${to}` : ''}: за этот период составлен план`,
  'plan.proposalNeedsVersion': beforeTaking.version,
  'plan.proposalNeedsDraft': beforeTaking.draft,
  'plan.siteNotAtWork': 'Выберите другой период: в этом площадка не работает',
  'plan.periodTaken': 'Откройте план этого периода: он уже начат',
  'plan.nothingToCopy': 'Выберите план другого, прошлого периода: этот скопировать нельзя',
  'plan.tooManyLines': ({ most }) => `Уберите лишние строки: в плане не больше ${most}`,
  'plan.outsidePeriod': (params) => `Поставьте дату ${within(params)}: план составлен на ${params.period}`,
  'plan.beforeTerm': ({ from }) => `Поставьте дату не раньше ${from}: с этого дня у площадки есть статус`,
  'plan.afterTerm': ({ to }) => `Поставьте дату не позже ${to}: в этот день кончается статус площадки`,
  'plan.endsBeforeStart': ({ from }) => `Поставьте окончание не раньше начала, ${from}`,
  'plan.unknownForm': 'Выберите форму работы из списка Положения',
  'plan.onlyRemote': ({ reason }) => `${reason}. Выберите форму, которую проводят дистанционно`,
  'plan.unknownDirection': 'Выберите направление из списка Положения',
  'plan.unknownPerson': 'Выберите ответственного из людей площадки',
  'plan.noLines': 'Впишите хотя бы одно мероприятие: пустой план отправить нельзя',
  'plan.needsReason': 'Напишите, почему меняете утверждённый план',
  'plan.needsActivity': 'Напишите мероприятие',
  'plan.needsForm': 'Выберите форму работы',
  'plan.needsStart': 'Поставьте дату начала',
  'plan.needsEnd': 'Поставьте дату окончания; у одного дня она та же',
  'plan.sameDay': ({ who, day, activities }) =>
    `${who} отвечает в один день, ${day}, за несколько мероприятий: ${activities}. Поменяйте день или отметьте, что так и задумано`,
  'plan.needsPerson': 'Выберите ответственного',
  'plan.versionIsOpen': 'Откройте начатую редакцию: новая появится, когда закончат с ней',
  'plan.nothingToDrop': 'Новой редакции нет: отменять нечего',
  'plan.cancelledNeedsNote': 'Напишите, почему мероприятие не состоится',
  'plan.needsHeldOn': 'Поставьте дату, когда мероприятие прошло',
  'plan.heldInFuture': ({ today }) => `Поставьте дату не позже сегодняшней, ${today}: отчёт пишут после мероприятия`,
  'plan.heldAfterEnd': ({ to }) => `Назовите день не позже ${to}: это последний день статуса площадки`,
  'plan.heldOutsidePeriod': (params) => `Поставьте дату ${within(params)}: план составлен на ${params.period}`,
  'plan.hasOpenEvents': 'Закройте или отмените мероприятия этой строки: отчёт о ней соберётся по их спискам',
  'plan.peopleAreCounted': ({ people }) => `Оставьте ${people}: столько человек отмечено в списках мероприятий этой строки`,
  'plan.wrongPeopleCount': 'Напишите число людей от 0 до 100 000',
}

export const stateNames: Readonly<Record<ShownState, string>> = {
  draft: 'Черновик',
  returned: 'Возвращён',
  submitted: 'На согласовании',
  approved: 'Утверждён',
  superseded: 'Заменён новой редакцией',
}
