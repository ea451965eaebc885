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
    ownRoles: 'Роли, которых нет в перечне',
    'ownRoles.words': 'Как называют',
    'ownRoles.appointedBy': 'Кто назначает',
    'ownRoles.agreedBy': 'С кем согласуют',
    'ownRoles.chosen': 'Как становятся',
    'ownRoles.most': 'Не больше стольких на площадке',
    'ownRoles.clause': 'Пункт',
    'role.words': 'Как называют',
    'role.appointedBy': 'Кто назначает',
    'role.agreedBy': 'С кем согласуют',
    'role.chosen': 'Как становятся',
    'role.most': 'Не больше стольких на площадке',
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
    'acquaintance.who': { headsOfOrganisations: 'руководителей всех организаций' },
    chosen: { appointed: 'назначают', elected: 'избирают, с протоколом', collegially: 'выбирают сообща, с протоколом' },
  },
} as const satisfies TopicCaptions
