import { initiatorName, organisationKindName } from '../kinds.ts'
import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const hostsCaptions = {
  titles: {
    hostKinds: ['hosts', 'Кто может стать площадкой'],
    joint: ['hosts', 'Одна площадка на несколько организаций'],
    eligibility: ['hosts', 'Показатели для получения статуса'],
    initiators: ['hosts', 'Кто подаёт заявку'],
  },
  captions: {
    'hostKinds.kinds': 'Какая организация может стать площадкой',
    'joint.headChosenCollegially': 'Руководителя такой площадки выбирают сообща, с протоколом',
    'eligibility.all': 'Нужен каждый из показателей',
    'eligibility.all.text': 'Показатель',
    'eligibility.all.evidence': 'Чем подтверждают',
    'eligibility.atLeast': 'И ещё несколько из перечня',
    'eligibility.atLeast.count': 'Сколько нужно',
    'eligibility.atLeast.of': 'Перечень',
    'eligibility.atLeast.of.text': 'Показатель',
    'eligibility.atLeast.of.evidence': 'Чем подтверждают',
    'initiators.who': 'Кто подаёт заявку',
  },
  values: {
    'initiators.who': initiatorName,
    'hostKinds.kinds': organisationKindName,
    evidence: { file: 'документ', link: 'ссылка', register: 'запись в реестре' },
  },
} as const satisfies TopicCaptions
