import { secondarySchool } from '../../src/regulation/organisation-facts.ts'
import { category, invented, postsFrom } from '../../src/regulation/people-facts.ts'
import type { OrganisationFacts, PersonFacts } from '../../src/regulation/register-facts.ts'
import type { TerritoryFacts } from '../../src/regulation/territory-facts.ts'
import { calendar } from './calendar.ts'
import { life } from './life.ts'
import { draftOrder } from './order.ts'
import { plans } from './plans.ts'

const post = postsFrom('2019-09-01')

const highest = category('highest', '2020-03-01')
const first = category('first', '2020-10-01')

const school = (...names: [key: string, name: string, settlement: string]): OrganisationFacts =>
  secondarySchool('МОУ', names, { invented: true })

const office = (key: string, name: string, shortName: string): OrganisationFacts => ({
  key,
  kind: 'authority',
  name,
  shortName,
  settlement: null,
  invented: true,
})

const people: readonly PersonFacts[] = [
  invented('astafyev', 'Астафьев Герман Ильич', [post('committee', 'head', 'председатель комитета')], {
    grants: ['signatory', 'official'],
  }),
  invented('zhuravlyova', 'Журавлёва Нелли Евгеньевна', [post('committee', 'specialist', 'начальник отдела')], {
    grants: ['official', 'administrator'],
  }),
  invented('kondratyev', 'Кондратьев Борис Андреевич', [post('institute', 'head', 'ректор')], { grants: ['methodist'] }),
  invented('yakovleva', 'Яковлева Рената Олеговна', [post('institute', 'methodist', 'методист')], { grants: ['methodist'] }),
  invented('vishnyakov', 'Вишняков Олег Дмитриевич', [post('ozyornaya', 'head', 'директор')], highest),
  invented(
    'belova',
    'Белова Кира Станиславовна',
    [post('ozyornaya', 'deputyHead', 'заместитель директора по методической работе')],
    highest,
  ),
  invented('matveev', 'Матвеев Роман Игоревич', [post('ozyornaya', 'teacher', 'учитель истории', 'история')], first),
  invented('lapina', 'Лапина Ульяна Петровна', [post('ozyornaya', 'psychologist', 'педагог-психолог')], first),
  invented('headSosnovaya', 'Климова Софья Арсеньевна', [post('sosnovaya', 'head', 'директор')], highest),
  invented(
    'gusarov',
    'Гусаров Пётр Никитич',
    [post('sosnovaya', 'deputyHead', 'заместитель директора по учебно-воспитательной работе')],
    first,
  ),
  invented('ignatova', 'Игнатова Майя Ринатовна', [post('sosnovaya', 'teacher', 'учитель математики', 'математика')], highest),
]

/** Schools that may answer a call, municipal authorities it is announced to, and people who review programmes. */
const applyingPeople: readonly PersonFacts[] = [
  invented('rodionova', 'Родионова Алла Викторовна', [post('beryozovaya', 'head', 'директор')], highest),
  invented(
    'tumanov',
    'Туманов Глеб Антонович',
    [post('beryozovaya', 'deputyHead', 'заместитель директора по научно-методической работе')],
    highest,
  ),
  invented('kalinina', 'Калинина Зоя Марковна', [post('kamennaya', 'head', 'директор')], first),
  invented('yurasov', 'Юрасов Денис Олегович', [post('kamennaya', 'deputyHead', 'заместитель директора')], first),
  invented('polyakova', 'Полякова Эльза Рудольфовна', [post('polevaya', 'head', 'директор')], first),
  invented('headLesnoy', 'Дроздов Ефим Павлович', [post('lesnoy', 'head', 'председатель комитета')]),
  invented('headPolevoy', 'Грачёва Инга Львовна', [post('polevoy', 'head', 'начальник отдела образования')]),
]

const reviewers: readonly PersonFacts[] = [
  invented('strelnikov', 'Стрельников Марк Юрьевич', [post('college', 'specialist', 'доцент')]),
  invented('fomina', 'Фомина Вероника Ильинична', [post('college', 'specialist', 'доцент')]),
  invented('lukin', 'Лукин Аркадий Семёнович', [post('lesnoy', 'specialist', 'главный специалист')]),
  invented('shubina', 'Шубина Тамара Егоровна', [post('polevoy', 'methodist', 'методист')]),
  invented('vetrov', 'Ветров Николай Ильич', [post('college', 'specialist', 'старший преподаватель')]),
]

/** Ленинградская область: what the territory starts with. Its regulation names no people, so all of them are invented. */
export const facts: TerritoryFacts = {
  territory: {
    code: 'lenobl',
    name: 'Ленинградская область',
    shortName: 'Ленинградская область',
    region: 'Ленинградская область',
    level: 'regional',
    timeZone: 'Europe/Moscow',
    demoToday: '2021-09-01',
  },
  organisations: [
    {
      key: 'committee',
      kind: 'authority',
      name: 'Комитет общего и профессионального образования Ленинградской области',
      shortName: 'Комитет образования области',
      settlement: null,
      isAuthority: true,
    },
    {
      key: 'institute',
      kind: 'institute',
      name: 'Государственное автономное образовательное учреждение дополнительного профессионального образования «Ленинградский областной институт развития образования»',
      shortName: 'ГАОУ ДПО «ЛОИРО»',
      documentName: 'ГАОУ ДПО «Ленинградский областной институт развития образования»',
      settlement: null,
      isOperator: true,
    },
    school('ozyornaya', 'Озёрная', 'пос. Озёрный'),
    school('sosnovaya', 'Сосновская', 'дер. Сосновая'),
    school('beryozovaya', 'Берёзовская', 'пос. Берёзовый'),
    school('kamennaya', 'Каменская', 'дер. Каменка'),
    school('polevaya', 'Полевая', 'с. Полевое'),
    office('lesnoy', 'Комитет образования администрации Лесного района', 'Комитет образования Лесного района'),
    office('polevoy', 'Отдел образования администрации Полевого района', 'Отдел образования Полевого района'),
    {
      key: 'college',
      kind: 'institute',
      name: 'Негосударственное образовательное учреждение «Северный педагогический институт»',
      shortName: 'Северный педагогический институт',
      settlement: null,
      invented: true,
    },
  ],
  people: [...people, ...applyingPeople, ...reviewers],
  orders: [draftOrder],
  appointments: [],
  plans,
  calendar,
  experts: [
    { person: 'strelnikov', employer: { organisation: 'college' }, directions: [], from: '2021-09-01' },
    { person: 'fomina', employer: { organisation: 'college' }, directions: [], from: '2021-09-01' },
    { person: 'lukin', employer: { organisation: 'lesnoy' }, directions: [], from: '2021-09-01' },
    { person: 'shubina', employer: { organisation: 'polevoy' }, directions: [], from: '2021-09-01' },
    { person: 'vetrov', employer: { organisation: 'college' }, directions: [], from: '2021-09-01' },
  ],
  applicants: ['rodionova', 'kalinina', 'polyakova'],
  life,
  learning: ['beryozovaya2', 'kamennaya2', 'polevaya2', 'tumanov'],
}
