import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const paperCaptions = {
  titles: {
    legalBasis: ['paper', 'Правовые основания'],
  },
  captions: {
    'names.title': 'Название Положения',
    'names.subtitle': 'Подзаголовок',
    'names.paperWords': 'Каким словом бумага называет себя',
    'names.level': 'Уровень',
    'names.localTime': 'Как назвать местное время',
    'legalBasis.acts': 'На чём основано',
    'legalBasis.acts.type': 'Вид акта',
    'legalBasis.acts.number': 'Номер',
    'legalBasis.acts.date': 'Дата',
    'legalBasis.acts.title': 'Название',
  },
  values: {
    'names.level': { municipal: 'муниципальный', regional: 'региональный' },
  },
} as const satisfies TopicCaptions
