import { kindListNames } from '../dictionary.ts'
import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const hostsCaptions = {
  titles: {
    kinds: ['parties', 'Виды организаций, должности и категории'],
    hostKinds: ['hosts', 'Кто может стать площадкой'],
    joint: ['hosts', 'Одна площадка на несколько организаций'],
    eligibility: ['hosts', 'Показатели для получения статуса'],
    initiators: ['hosts', 'Кто подаёт заявку'],
  },
  captions: {
    kinds: 'Чего нет в справочнике',
    'kinds.list': 'Что это',
    'kinds.name': 'Как названо в Положении',
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
    'kinds.list': kindListNames,
    evidence: { file: 'документ', link: 'ссылка', register: 'запись в реестре' },
  },
} as const satisfies TopicCaptions
