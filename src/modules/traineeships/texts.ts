import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { PlansSaved } from './commands/save-plans.ts'
import type { TraineeshipState } from './machine.ts'

export const ruleTexts: RuleTexts = {
  'traineeship.noLetters': 'Сообщите иначе: о работе на расстоянии Положение ничего не говорит',
  'traineeship.lettersLater': 'Дождитесь, когда о стажировке договорятся: пишут, пока она идёт или вот-вот начнётся',
  'traineeship.nobodyToWrite': 'Дождитесь, когда на площадке назначат руководителя или того, кто вас ведёт: писать пока некому',
  'traineeship.endsBeforeStart': 'Поставьте последний день не раньше первого',
  'traineeship.outsideStatus': ({ term }) => `Поставьте дни внутри срока статуса площадки: ${term}`,
  'traineeship.outsidePost': ({ day }) =>
    `Измените срок или запишите должность стажёра: на ${day} у него нет должности, а стажировка идёт, пока человек работает`,
  'traineeship.outsideContingent': ({ who }) => `Выберите другого человека: стажируются ${who}`,
  'traineeship.programmeNotFixed': 'Выберите программу, редакция которой закреплена: по черновику не учат, он ещё меняется',
  'traineeship.programmeNotAgreed': 'Сначала отправьте программу на согласование: до него стажёров не принимают',
  'traineeship.unknownFormat': 'Выберите, в каком виде проходит стажировка',
  'traineeship.needsLicence': 'Назовите, у кого лицензия: без неё дополнительную профессиональную программу не ведут',
  'traineeship.licenceWithoutProgramme': 'Оставьте поле о лицензии пустым: этот вид стажировки её не требует',
  'traineeship.limit': ({ reason }) => `Поставьте другие дни или дождитесь, когда кто-то закончит: ${reason}`,
  'traineeship.twice': 'Откройте ту, что уже есть: по этой программе человек уже стажируется или его ждёт ответ',
  'traineeship.guideHasNoRole': 'Выберите того, кто назначен на площадке вести стажёров',
  'traineeship.beginsLater': ({ day }) => `Дождитесь первого дня: стажировка начинается ${day}`,
  'traineeship.endsInFuture': 'Поставьте день не позже сегодняшнего и не позже последнего дня стажировки',
  'traineeship.endsOutside': ({ term }) => `Поставьте день внутри стажировки: ${term}`,
  'traineeship.dayOutside': ({ person, term }) => `Поставьте день внутри стажировки: ${person}, ${term}`,
  'traineeship.rowOutside': ({ title, day }) =>
    `Поставьте срок так, чтобы в него вошло занятие «${title}», ${day}, или сначала измените этот день в плане`,
  'traineeship.heldOutside': ({ title, day }) => `Поставьте срок так, чтобы в него вошло занятие «${title}», ${day}`,
  'traineeship.heldLater': ({ title, day }) => `Поставьте день не раньше ${day}: в этот день прошло занятие «${title}»`,
  'traineeship.runsAlready': 'Поставьте первый день не позже сегодняшнего: стажировка уже идёт',
  'traineeship.unknownEvent': 'Выберите мероприятие этой площадки, которое не отменено',
  'traineeship.listSpeaks': 'Отметьте стажёра в списке мероприятия: часы общего занятия считаются по нему',
  'traineeship.rowLeftOut': 'Сначала верните занятие в план стажёра',
  'traineeship.heldInFuture': ({ day }) => `Отметьте занятие, когда оно пройдёт: оно назначено на ${day}`,
  'traineeship.rowHeld': 'Сначала снимите отметку о проведении: проведённое занятие остаётся в плане',
  'traineeship.ownPeopleOnly': 'Выберите человека из своей организации',
  'traineeship.noPost': 'Попросите записать вашу должность: стажируются те, кто работает',
  'traineeship.transferWaits': 'Дождитесь ответа: стажёру уже предложено перейти на другую площадку',
  'traineeship.sameProgramme': 'Выберите программу другой площадки: здесь стажировка уже идёт',
}

export const stateTags: Readonly<Record<TraineeshipState, TagProps>> = {
  asked: { tone: 'wait', icon: 'wait', word: 'Ждёт ответа площадки' },
  offered: { tone: 'wait', icon: 'wait', word: 'Ждёт ответа стажёра' },
  agreed: { tone: 'now', word: 'Договорились' },
  running: { tone: 'now', word: 'Идёт' },
  finished: { tone: 'ok', word: 'Завершена' },
  left: { tone: 'calm', icon: 'end', word: 'Прекращена' },
  transferred: { tone: 'calm', icon: 'end', word: 'Переведён' },
  declined: { tone: 'calm', word: 'Не состоялась' },
}

/** How it stands, to the person whose answer it waits for. */
export const stateTagFor = (
  { state, personId }: { readonly state: TraineeshipState; readonly personId: string },
  { actor }: { readonly actor: { readonly personId: string } },
): TagProps =>
  state === 'offered' && personId === actor.personId ? { ...stateTags.offered, word: 'Ждёт вашего ответа' } : stateTags[state]

/** What is said when plans are saved; of a day on which there are holidays or an exam it is said too. */
export const savedWords = ({ trainees, odd }: PlansSaved): string =>
  trainees === 0
    ? 'Ничего не изменилось'
    : ['Планы сохранены, стажёрам сообщено', odd.length > 0 && `Учтите календарь территории: ${odd.join('. ')}`]
        .filter(Boolean)
        .join('. ')
