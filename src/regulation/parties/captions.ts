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
    'bodies.further': 'Другие органы: совет, комиссия, администрация',
    'bodies.further.name': 'Полное название',
    'bodies.further.short': 'Краткое название',
    'bodies.further.vote': 'Решает на заседании',
    'bodies.further.vote.members': 'Сколько членов',
    'bodies.further.vote.quorum': 'Сколько нужно для кворума',
    'bodies.further.vote.majority': 'Решение принято, когда за него',
    'guidance.by': 'Кто сопровождает площадки',
    'guidance.functions': 'Что делает',
    'council.who': 'Какой совет рассматривает результаты',
  },
  values: {
    'bodies.further.vote.majority': {
      present: 'больше половины присутствующих',
      members: 'больше половины всех членов',
      twoThirds: 'не меньше двух третей присутствующих',
    },
  },
} as const satisfies TopicCaptions
