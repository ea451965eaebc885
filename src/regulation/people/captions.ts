import { categoryName, postKindName } from '../kinds.ts'
import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const peopleCaptions = {
  titles: {
    head: ['people', 'Руководитель площадки'],
    headDuties: ['people', 'Обязанности руководителя'],
    memberDuties: ['people', 'Обязанности участников'],
    coordinator: ['people', 'Координатор'],
    mentoring: ['people', 'Наставничество'],
    workingGroups: ['people', 'Рабочие группы'],
    acquaintance: ['people', 'Ознакомление'],
    priorityForTraining: ['people', 'Первоочередное обучение'],
  },
  captions: {
    'head.posts': 'Кто может руководить площадкой',
    'head.categories': 'Квалификационная категория',
    'head.achievements': 'Нужны достижения',
    'head.atHost': 'Только работник организации площадки',
    'headDuties.list': 'Обязанности руководителя',
    'role.words': 'Как называют',
    'role.appointedBy': 'Кто назначает',
    'memberDuties.list': 'Обязанности участников',
    'coordinator.from': 'Из кого назначают координатора',
    'coordinator.everySite': 'Координатор есть у каждой площадки',
    'mentoring.forWhom': 'Для кого наставничество',
    'workingGroups.byDirections': 'Группы по направлениям',
    'acquaintance.who': 'Кого знакомят с подписанным документом',
    'priorityForTraining.who': 'Кого направляют на обучение первыми',
  },
  values: {
    'head.posts': postKindName,
    'head.categories': categoryName,
    'coordinator.from': { methodistsOfAuthority: 'методисты органа управления' },
    'acquaintance.who': {
      headsOfOrganisations: 'руководителей всех организаций',
      municipalAuthorities: 'муниципальные органы управления',
    },
  },
} as const satisfies TopicCaptions
