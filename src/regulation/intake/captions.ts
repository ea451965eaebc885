import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const intakeCaptions = {
  titles: {
    calls: ['intake', 'Объявление приёма'],
    application: ['intake', 'Заявка и программа'],
  },
  captions: {
    'calls.setBy': 'Кто объявляет приём',
    'calls.act': 'Каким актом',
    'calls.announcedTo': 'Кому сообщают',
    'application.items': 'Что указывают в заявке',
    'application.items.code': 'Сведения',
    'application.items.text': 'Как это названо в форме',
    'application.programme': 'Разделы программы',
    'application.programme.code': 'Раздел',
    'application.programme.text': 'Как он назван',
    'application.programme.clause': 'Пункт',
  },
  values: {
    'application.items.code': {
      fullName: 'полное название',
      legalAddress: 'юридический адрес',
      contacts: 'телефон и почта',
      headOfOrganisation: 'руководитель организации',
      headOfSite: 'руководитель площадки',
      scientificAdviser: 'научный руководитель',
      programme: 'программа',
    },
    'application.programme.code': {
      note: 'пояснительная записка',
      topics: 'темы и занятия',
      resources: 'обеспечение',
      assessment: 'оценка результатов',
    },
  },
} as const satisfies TopicCaptions
