import { windowCaptions } from '../calendar/windows.ts'
import { fieldCaptions, fieldTypeNames } from '../fields.ts'
import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const intakeCaptions = {
  titles: {
    intakeDays: ['intake', 'Дни приёма заявок'],
    calls: ['intake', 'Объявление приёма'],
    application: ['intake', 'Заявка и программа'],
  },
  captions: {
    'intakeDays.windows': 'Когда принимают заявки без объявления приёма',
    ...windowCaptions('intakeDays.windows.days'),
    'calls.setBy': 'Кто объявляет приём',
    'calls.act': 'Каким актом',
    'calls.announcedTo': 'Кому сообщают',
    'application.items': 'Что указывают в заявке',
    ...fieldCaptions('application.items', 'Что это'),
    'application.programme': 'Разделы программы',
    ...fieldCaptions('application.programme', 'Что в разделе'),
    'application.programme.asks': 'Что в нём должно быть',
  },
  values: {
    'intakeDays.windows.days.kind': { between: 'с одного числа по другое каждый год', nth: 'день недели в месяце' },
    'application.items.kind': {
      fullName: 'полное название',
      legalAddress: 'юридический адрес',
      contacts: 'телефон и почта',
      headOfOrganisation: 'руководитель организации',
      headOfSite: 'руководитель площадки',
      scientificAdviser: 'научный руководитель',
      programme: 'программа',
      ...fieldTypeNames,
    },
    'application.programme.kind': {
      note: 'пояснительная записка',
      topics: 'темы и занятия',
      resources: 'обеспечение',
      assessment: 'оценка результатов',
      ...fieldTypeNames,
    },
    'application.programme.asks': {
      relevance: 'актуальность',
      aim: 'цель',
      tasks: 'задачи',
      contingent: 'кто будет учиться',
      directions: 'направления стажировки',
      objectives: 'задачи каждой темы',
      sessions: 'занятия каждой темы',
      hours: 'часы',
      results: 'планируемые результаты',
      people: 'кадровые ресурсы',
      material: 'материально-технические ресурсы',
      teaching: 'учебно-методические ресурсы',
      external: 'внешняя оценка',
      self: 'самооценка',
    },
  },
} satisfies TopicCaptions
