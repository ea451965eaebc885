import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const partiesCaptions = {
  titles: {
    siteWords: ['parties', 'Слово для площадки'],
    bodies: ['parties', 'Органы'],
    guidance: ['other', 'Сопровождение площадок'],
    council: ['other', 'Рассмотрение результатов советом'],
  },
  captions: {
    siteWords: 'Как здесь называют площадку',
    'bodies.authority': 'Орган управления образованием',
    'bodies.authority.name': 'Полное название',
    'bodies.authority.short': 'Краткое название',
    'bodies.operator': 'Оператор: методический центр или институт',
    'bodies.operator.name': 'Полное название',
    'bodies.operator.short': 'Краткое название',
    'bodies.council': 'Совет',
    'bodies.council.name': 'Название совета',
    'guidance.by': 'Кто сопровождает площадки',
    'guidance.functions': 'Что делает',
    'council.name': 'Какой совет рассматривает результаты',
  },
  values: {},
} as const satisfies TopicCaptions
