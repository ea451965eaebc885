import { secondarySchool } from '../../src/regulation/organisation-facts.ts'
import type { AppointmentFacts, TerritoryFacts } from '../../src/regulation/territory-facts.ts'
import { calendar } from './calendar.ts'
import { life } from './life.ts'
import { order37 } from './order.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'

const head = (person: string, siteOf: string, appointedBy: string): AppointmentFacts => ({
  person,
  as: 'head',
  siteOf,
  from: '2021-08-24',
  to: '2022-08-31',
  appointedBy,
  ground: 'Приказ по школе: квалификационная категория и достижения по направлению площадки',
})

/** Чебулинский муниципальный округ: what the territory starts with. */
export const facts: TerritoryFacts = {
  territory: {
    code: 'chebula',
    name: 'Чебулинский муниципальный округ',
    shortName: 'Чебулинский округ',
    region: 'Кемеровская область',
    level: 'municipal',
    // The clocks of Kemerovo are the zone Asia/Novokuznetsk.
    timeZone: 'Asia/Novokuznetsk',
    demoToday: '2021-08-24',
  },
  organisations: [
    {
      key: 'authority',
      kind: 'authority',
      name: 'Управление образования администрации Чебулинского муниципального округа',
      shortName: 'Управление образования',
      settlement: 'пгт. Верх-Чебула',
      isAuthority: true,
    },
    {
      key: 'centre',
      kind: 'methodicalCentre',
      name: 'Муниципальное бюджетное учреждение «Центр информационно-методического сопровождения»',
      shortName: 'МБУ «ЦИМС»',
      documentName: 'МБУ «ЦИМС»',
      settlement: 'пгт. Верх-Чебула',
      isOperator: true,
    },
    {
      key: 'ustChebula',
      kind: 'school',
      name: 'Муниципальное бюджетное общеобразовательное учреждение «Усть-Чебулинская основная общеобразовательная школа»',
      shortName: 'МБОУ «Усть-Чебулинская ООШ»',
      documentName: 'МБОУ «Усть-Чебулинская ООШ»',
      settlement: 'с. Усть-Чебула',
    },
    {
      key: 'verkhChebula',
      kind: 'school',
      name: 'Муниципальное бюджетное общеобразовательное учреждение «Верх-Чебулинская средняя общеобразовательная школа»',
      shortName: 'МБОУ «Верх-Чебулинская СОШ»',
      documentName: 'МБОУ «Верх-Чебулинская СОШ»',
      settlement: 'пгт. Верх-Чебула',
    },
    // The order names schools with a status only.
    secondarySchool('МБОУ', ['olkhovka', 'Ольховская', 'с. Ольховка'], { invented: true }),
  ],
  people,
  orders: [order37],
  appointments: [head('belyaeva', 'ustChebula', 'koroteeva'), head('fadeeva', 'verkhChebula', 'danilchenko')],
  plans,
  calendar,
  life,
  learning: [
    ...['koroteeva', 'danilchenko', 'fadeeva'],
    ...['orlov', 'semenova', 'lebedeva', 'gromov', 'zueva', 'olkhovka1', 'olkhovka2', 'olkhovka3'],
  ],
}
