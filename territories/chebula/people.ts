import type { PostKind } from '../../src/regulation/dictionary.ts'
import { category, invented, named, postsFrom } from '../../src/regulation/people-facts.ts'
import type { PersonFacts, PostFacts } from '../../src/regulation/register-facts.ts'

const post = postsFrom('2019-09-01')
const teacher = (organisation: string, subject: string, of: string) => post(organisation, 'teacher', `учитель ${of}`, subject)

/** A post as the order knows it: from the day of the order. */
const ofOrder = (organisation: string, kind: PostKind, title: string): PostFacts => ({
  ...post(organisation, kind, title),
  from: '2021-08-24',
})

const highest = category('highest', '2019-12-01')
const first = category('first', '2020-02-01')

// The order names the heads of the schools, not of the sites, and says nothing of their categories (clause 4.1 of the regulation asks for
// them), so the sites are headed by invented teachers who meet the clause.
const usta: readonly PersonFacts[] = [
  named('koroteeva', 'Коротеева Т. Н.', 'female', [ofOrder('ustChebula', 'head', 'руководитель организации')]),
  invented('belyaeva', 'Беляева Оксана Игоревна', [teacher('ustChebula', 'математика', 'математики')], {
    ...highest,
    achievements: [
      {
        title: 'Победа в конкурсе методических разработок по функциональной грамотности',
        direction: 'technologies',
        on: '2020-11-12',
      },
    ],
  }),
  invented('gromov', 'Громов Андрей Савельевич', [teacher('ustChebula', 'физика', 'физики')], first),
  invented(
    'zueva',
    'Зуева Ирина Матвеевна',
    [teacher('ustChebula', 'русский язык и литература', 'русского языка и литературы')],
    first,
  ),
  invented('kiseleva', 'Киселёва Любовь Яковлевна', [teacher('ustChebula', 'начальные классы', 'начальных классов')]),
]

const verkh: readonly PersonFacts[] = [
  named('danilchenko', 'Данильченко В. В.', null, [ofOrder('verkhChebula', 'head', 'руководитель организации')]),
  invented('fadeeva', 'Фадеева Наталья Борисовна', [teacher('verkhChebula', 'информатика', 'информатики')], {
    ...first,
    achievements: [{ title: 'Лауреат конкурса «Школа — пространство развития»', direction: 'content', on: '2021-03-25' }],
  }),
  invented('lebedeva', 'Лебедева Ольга Сергеевна', [teacher('verkhChebula', 'физика', 'физики')], highest),
  invented('orlov', 'Орлов Тимофей Ильич', [teacher('verkhChebula', 'география', 'географии')], first),
  invented('semenova', 'Семёнова Яна Аркадьевна', [post('verkhChebula', 'psychologist', 'педагог-психолог')], first),
  invented('kopylov', 'Копылов Игорь Романович', [
    post('verkhChebula', 'deputyHead', 'заместитель директора по учебно-воспитательной работе'),
  ]),
]

/** A school without a status: it learns from the two that have one. */
const olkhovka: readonly PersonFacts[] = [
  invented('headOlkhovka', 'Ольхина Римма Феоктистовна', [post('olkhovka', 'head', 'директор')]),
  invented('olkhovka1', 'Травкина Майя Лукинична', [teacher('olkhovka', 'математика', 'математики')]),
  invented('olkhovka2', 'Веткин Родион Савельевич', [teacher('olkhovka', 'физика', 'физики')]),
  invented('olkhovka3', 'Листикова Нелли Гордеевна', [
    teacher('olkhovka', 'русский язык и литература', 'русского языка и литературы'),
  ]),
]

/** People of order № 37-о in their roles, and invented staff of the authority, the centre and the schools. */
export const people: readonly PersonFacts[] = [
  named('guseva', 'Гусева И. Г.', 'female', [ofOrder('centre', 'head', 'директор')], { grants: ['signatory'] }),
  named('morozova', 'Морозова И. А.', 'female', [ofOrder('centre', 'methodist', 'методист')], { grants: ['methodist'] }),
  invented('sukhanova', 'Суханова Лариса Олеговна', [post('centre', 'specialist', 'делопроизводитель')], {
    grants: ['official'],
  }),
  invented('ryabova', 'Рябова Вера Тимофеевна', [post('authority', 'specialist', 'главный специалист')], {
    grants: ['official', 'administrator'],
  }),
  ...usta,
  ...verkh,
  ...olkhovka,
]
