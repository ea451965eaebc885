import type { OwnField } from '../../../regulation/fields.ts'
import type { Choice } from '../../../ui/fields.ts'
import { type FixedPlace, ownPlace, type TopicPlace, topicPlaces } from '../reading/pieces.ts'

type Group = { readonly title: string; readonly names: Readonly<Partial<Record<FixedPlace, string>>> }

/** Places of a programme as a person is offered them. */
export const fixedPlaceNames: readonly Group[] = [
  {
    title: 'Пояснительная записка',
    names: {
      'note.relevance': 'Актуальность',
      'note.aim': 'Цель',
      'note.tasks': 'Задачи',
      'note.contingent': 'Кто будет учиться',
      'note.directions': 'Направления стажировки',
    },
  },
  {
    title: 'Ресурсы',
    names: {
      'resources.people': 'Кадровые ресурсы',
      'resources.material': 'Материально-технические ресурсы',
      'resources.teaching': 'Учебные и учебно-методические ресурсы',
    },
  },
  {
    title: 'Внешняя оценка',
    names: { 'external.criteria': 'Критерии', 'external.procedure': 'Процедура', 'external.tools': 'Инструменты' },
  },
  {
    title: 'Самооценка',
    names: { 'self.criteria': 'Критерии', 'self.procedure': 'Процедура', 'self.tools': 'Инструменты' },
  },
]

/** What the sections of the paper's own are called together. */
export const ownTitle = 'Другие разделы'

export const topicPlaceNames: Readonly<Record<TopicPlace, string>> = {
  teach: 'Научить',
  form: 'Сформировать',
  develop: 'Развивать',
  sessions: 'Занятия',
  tryOuts: 'Стажёрские пробы',
  results: 'Планируемые результаты',
}

/** The list «куда»: every field of every part, and leaving the text behind. */
export function placeChoices(topics: readonly { id: string; title: string }[], own: readonly OwnField[]): Choice[] {
  const fixed = fixedPlaceNames.map(({ title, names }) =>
    Object.entries(names).map(([value, label]): Choice => ({ value, label: label!, group: title })),
  )
  const inTopics = topics.flatMap(({ id, title }, index) =>
    topicPlaces.map(
      (place): Choice => ({
        value: `topic.${id}.${place}`,
        label: topicPlaceNames[place],
        group: `Тема ${index + 1}. ${title}`.slice(0, 80),
      }),
    ),
  )
  const ownOnes = own.map(({ code, caption }): Choice => ({ value: ownPlace(code), label: caption, group: ownTitle }))
  return [{ value: 'leave', label: 'Не переносить' }, ...(fixed[0] ?? []), ...inTopics, ...fixed.slice(1).flat(), ...ownOnes]
}
