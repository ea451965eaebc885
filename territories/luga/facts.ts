import type { AppointmentFacts, TerritoryFacts } from '../../src/regulation/territory-facts.ts'
import { calendar } from './calendar.ts'
import { life } from './life.ts'
import { order33 } from './order.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'

const mentor = (person: string, siteOf: string, appointedBy: string): AppointmentFacts => ({
  person,
  as: 'mentor',
  siteOf,
  from: '2021-02-01',
  to: '2023-08-31',
  appointedBy,
  ground: 'Опытный учитель; поручение приказа от 28.01.2021 № 33, п. 4.2',
})

/** Лужский муниципальный район: what the territory starts with. */
export const facts: TerritoryFacts = {
  territory: {
    code: 'luga',
    name: 'Лужский муниципальный район',
    shortName: 'Лужский район',
    region: 'Ленинградская область',
    level: 'municipal',
    timeZone: 'Europe/Moscow',
    demoToday: '2021-01-28',
  },
  organisations,
  people,
  orders: [order33],
  appointments: [
    mentor('vetrova', 'school3', 'snigur'),
    mentor('ilyin', 'school3', 'snigur'),
    mentor('sokolova', 'school3', 'snigur'),
    mentor('tarasova', 'school4', 'burzhinskaya'),
    mentor('kuznetsova4', 'school4', 'burzhinskaya'),
    mentor('polyakova', 'school6', 'golubykh'),
    mentor('dubrovin', 'school6', 'golubykh'),
  ],
  plans,
  calendar,
  life,
  learning: ['oredezh2', 'osmino1', 'osmino2', 'toroshkovichi1', 'toroshkovichi2', 'dubrovin', 'chernova', 'polyakova'],
}
