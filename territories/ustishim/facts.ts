import type { PostKind } from '../../src/regulation/dictionary.ts'
import { secondarySchool } from '../../src/regulation/organisation-facts.ts'
import { invented, named, postsFrom } from '../../src/regulation/people-facts.ts'
import type { OrganisationFacts, PersonFacts, PostFacts } from '../../src/regulation/register-facts.ts'
import type { TerritoryFacts } from '../../src/regulation/territory-facts.ts'
import { calendar } from './calendar.ts'
import { life } from './life.ts'
import { order91 } from './order.ts'
import { plans } from './plans.ts'

const post = postsFrom('2020-09-01')

/** A post as the order knows it: from the day of the order. */
const ofOrder = (organisation: string, kind: PostKind, title: string): PostFacts => ({
  ...post(organisation, kind, title),
  from: '2023-06-02',
})

const school = (...names: [key: string, name: string, settlement: string]): OrganisationFacts =>
  secondarySchool('МБОУ', names, { invented: true })

// The order is brought to all heads of organisations of the district, but names none: these organisations are invented.
const organisations: readonly OrganisationFacts[] = [
  {
    key: 'committee',
    kind: 'authority',
    name: 'Комитет образования Администрации Усть-Ишимского муниципального района Омской области',
    shortName: 'Комитет образования',
    settlement: 'с. Усть-Ишим',
    isAuthority: true,
    website: 'http://ustishimobrazovanie.ru/',
  },
  {
    key: 'centre',
    kind: 'methodicalCentre',
    // The source abbreviates; «ИМЦ» is most often «информационно-методический центр», but this is not certain here, so it stays.
    name: 'Муниципальное казённое учреждение «ИМЦ в сфере образования»',
    shortName: 'МКУ «ИМЦ в сфере образования»',
    documentName: 'МКУ «ИМЦ в сфере образования»',
    settlement: 'с. Усть-Ишим',
    isOperator: true,
  },
  school('kedrovka', 'Кедровская', 'с. Кедровка'),
  school('zarechye', 'Зареченская', 'с. Заречье'),
  school('luchistoye', 'Лучистовская', 'с. Лучистое'),
  {
    key: 'ryabinka',
    kind: 'kindergarten',
    name: 'Муниципальное бюджетное дошкольное образовательное учреждение «Детский сад „Рябинка“»',
    shortName: 'МБДОУ «Рябинка»',
    documentName: 'МБДОУ «Детский сад „Рябинка“»',
    settlement: 'с. Усть-Ишим',
    invented: true,
  },
  {
    key: 'raduga',
    kind: 'supplementary',
    name: 'Муниципальное бюджетное учреждение дополнительного образования «Дом творчества „Радуга“»',
    shortName: 'МБУ ДО «Радуга»',
    documentName: 'МБУ ДО «Дом творчества „Радуга“»',
    settlement: 'с. Усть-Ишим',
    invented: true,
  },
]

const people: readonly PersonFacts[] = [
  named('morzhevilova', 'Моржевилова Т. В.', 'female', [ofOrder('committee', 'head', 'председатель Комитета образования')], {
    grants: ['signatory', 'official'],
  }),
  named('shchenikova', 'Щеникова Марина Васильевна', 'female', [ofOrder('centre', 'seniorMethodist', 'старший методист')], {
    grants: ['methodist'],
  }),
  invented('bobrova', 'Боброва Анастасия Юрьевна', [post('committee', 'specialist', 'ведущий специалист')], {
    grants: ['official', 'administrator'],
  }),
  invented('sedova', 'Седова Ольга Анатольевна', [post('centre', 'head', 'директор')]),
  invented('arkhipova', 'Архипова Елена Викторовна', [post('centre', 'methodist', 'методист по наставничеству')]),
  invented('vlasov', 'Власов Никита Егорович', [post('centre', 'methodist', 'методист')]),
  invented('krylova', 'Крылова Дина Маратовна', [post('centre', 'specialist', 'специалист по информационной работе')]),
  invented('headKedrovka', 'Ершов Павел Игнатьевич', [post('kedrovka', 'head', 'директор')]),
  invented('kedrovka1', 'Исаева Роза Тимуровна', [post('kedrovka', 'teacher', 'учитель химии', 'химия')]),
  invented('headZarechye', 'Левина Тамара Захаровна', [post('zarechye', 'head', 'директор')]),
  invented('zarechye1', 'Мельников Юрий Семёнович', [post('zarechye', 'teacher', 'учитель математики', 'математика')]),
  invented('headLuchistoye', 'Носова Валентина Ефимовна', [post('luchistoye', 'head', 'директор')]),
  invented('headRyabinka', 'Осипова Карина Денисовна', [post('ryabinka', 'head', 'заведующий')]),
  invented('headRaduga', 'Пименов Фёдор Андреевич', [post('raduga', 'head', 'директор')]),
]

/** Усть-Ишимский муниципальный район: what the territory starts with. */
export const facts: TerritoryFacts = {
  territory: {
    code: 'ustishim',
    name: 'Усть-Ишимский муниципальный район',
    shortName: 'Усть-Ишимский район',
    region: 'Омская область',
    level: 'municipal',
    timeZone: 'Asia/Omsk',
    demoToday: '2023-09-01',
  },
  organisations,
  people,
  orders: [order91],
  appointments: [
    {
      person: 'arkhipova',
      as: 'head',
      siteOf: 'centre',
      from: '2023-09-01',
      to: '2026-08-31',
      appointedBy: 'sedova',
      ground: 'Приказ по центру: работник организации',
    },
    {
      person: 'vlasov',
      as: 'tutor',
      siteOf: 'centre',
      from: '2023-09-01',
      to: '2026-08-31',
      appointedBy: 'arkhipova',
      ground: 'Из самых опытных участников',
    },
    {
      person: 'krylova',
      as: 'member',
      siteOf: 'centre',
      from: '2023-09-01',
      to: '2026-08-31',
      appointedBy: 'arkhipova',
      ground: 'Ведёт страницы площадки',
    },
  ],
  plans,
  calendar,
  life,
}
