import { category, invented, postsFrom } from '../../src/regulation/people-facts.ts'
import type { PersonFacts } from '../../src/regulation/register-facts.ts'
import type { TerritoryFacts } from '../../src/regulation/territory-facts.ts'
import { calendar } from './calendar.ts'
import { life } from './life.ts'
import { draftOrder } from './order.ts'
import { plans } from './plans.ts'

const post = postsFrom('2020-09-01')

const highest = category('highest', '2021-04-01')
const first = category('first', '2022-02-01')

const people: readonly PersonFacts[] = [
  invented('altyn', 'Алтынова Эмма Сергеевна', [post('office', 'head', 'начальник Управления образования')], {
    grants: ['signatory', 'official'],
  }),
  invented('toropova', 'Торопова Зоя Вадимовна', [post('office', 'specialist', 'главный специалист')], {
    grants: ['official', 'administrator'],
  }),
  invented('chupina', 'Чупина Вера Леонидовна', [post('office', 'methodist', 'методист')], { grants: ['methodist'] }),
  invented('headKedrovaya', 'Тадыков Виктор Семёнович', [post('kedrovaya', 'head', 'директор')]),
  invented(
    'samoylova',
    'Самойлова Людмила Петровна',
    [post('kedrovaya', 'deputyHead', 'заместитель директора по учебно-воспитательной работе')],
    highest,
  ),
  invented(
    'ivashkin',
    'Ивашкин Григорий Олегович',
    [
      post('kedrovaya', 'teacher', 'учитель математики', 'математика'),
      post('kedrovaya', 'unionHead', 'руководитель методического объединения'),
    ],
    first,
  ),
  invented(
    'kypchakova',
    'Кыпчакова Айана Аркадьевна',
    [post('kedrovaya', 'teacher', 'учитель начальных классов', 'начальные классы')],
    highest,
  ),
  invented('headRodnichok', 'Попова Инна Кузьминична', [post('rodnichok', 'head', 'заведующий')]),
  invented('rodnichok1', 'Сафонова Рита Ивановна', [post('rodnichok', 'teacher', 'воспитатель')], first),
  invented('headTurist', 'Чичканов Лев Михайлович', [post('turist', 'head', 'директор')]),
  invented('turist1', 'Бедарева Ника Павловна', [
    post('turist', 'supplementaryTeacher', 'педагог дополнительного образования'),
    post('turist', 'methodicalActive', 'член муниципального методического актива'),
  ]),
]

/** Турочакский район: what the territory starts with. Its regulation names no people, so all of them are invented. */
export const facts: TerritoryFacts = {
  territory: {
    code: 'turochak',
    name: 'Турочакский район',
    shortName: 'Турочакский район',
    region: 'Республика Алтай',
    level: 'municipal',
    timeZone: 'Asia/Barnaul',
    demoToday: '2023-09-04',
  },
  organisations: [
    {
      key: 'office',
      kind: 'authority',
      name: 'Управление образования Администрации муниципального образования «Турочакский район»',
      shortName: 'Управление образования',
      settlement: 'с. Турочак',
      isAuthority: true,
      isOperator: true,
    },
    {
      key: 'kedrovaya',
      kind: 'school',
      name: 'Муниципальное общеобразовательное учреждение «Кедровая средняя общеобразовательная школа»',
      shortName: 'МОУ «Кедровая СОШ»',
      documentName: 'МОУ «Кедровая средняя общеобразовательная школа»',
      settlement: 'с. Кедровое',
      invented: true,
    },
    {
      key: 'rodnichok',
      kind: 'kindergarten',
      name: 'Муниципальное дошкольное образовательное учреждение «Детский сад „Родничок“»',
      shortName: 'МДОУ «Родничок»',
      documentName: 'МДОУ «Детский сад „Родничок“»',
      settlement: 'с. Турочак',
      invented: true,
    },
    {
      key: 'turist',
      kind: 'supplementary',
      name: 'Муниципальное учреждение дополнительного образования «Центр „Юный турист“»',
      shortName: 'МУ ДО «Юный турист»',
      documentName: 'МУ ДО «Центр „Юный турист“»',
      settlement: 'с. Турочак',
      invented: true,
    },
  ],
  people,
  orders: [draftOrder],
  appointments: [],
  plans,
  calendar,
  applicants: ['headTurist'],
  learning: ['headKedrovaya', 'ivashkin', 'kypchakova', 'turist1'],
  life,
}
