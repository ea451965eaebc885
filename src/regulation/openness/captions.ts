import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const opennessCaptions = {
  titles: {
    equipment: ['other', 'Оснащение'],
    finance: ['other', 'Средства'],
    publication: ['other', 'Открытость'],
  },
  captions: {
    'equipment.providedBy': 'Кто обеспечивает оснащение',
    'finance.sources': 'Источники средств',
    'finance.sources.label': 'Источник',
    'finance.guaranteed': 'Финансирование гарантировано',
    'publication.things': 'Что открыто всем',
    'publication.things.what': 'Что',
    'publication.things.where': 'Где',
    'publication.things.clause': 'Пункт',
  },
  values: {
    'publication.things.what': {
      register: 'реестр площадок',
      orders: 'подписанные документы',
      activity: 'деятельность площадок',
      monitoring: 'результаты мониторинга',
      materials: 'материалы',
    },
    where: { authoritySite: 'сайт органа управления', organisationSites: 'сайты организаций', socialNetwork: 'социальная сеть' },
  },
} as const satisfies TopicCaptions
