import type { OrderFacts } from '../../src/regulation/order-facts.ts'
import { draftOrder } from './order.ts'

/** A распоряжение that waits for its signature when the demonstration opens. It changes nothing in the registers. */
export const openDays: OrderFacts = {
  ...draftOrder,
  key: 'openDays',
  title: 'О днях открытых уроков на региональной стажировочной площадке',
  preamble: 'В целях распространения опыта региональной стажировочной площадки',
  points: [
    {
      number: '1',
      text: 'Провести 8 и 9 декабря 2021 года дни открытых уроков на базе МОУ «Озёрная СОШ» и МОУ «Сосновская СОШ».',
    },
    {
      number: '2',
      text: 'ГАОУ ДПО «ЛОИРО» (Яковлева Р.О.) до 03.12.2021 сообщить о днях открытых уроков школам области.',
      assignees: ['yakovleva'],
      dueOn: '2021-12-03',
    },
    { number: '3', text: 'Контроль за исполнением распоряжения возложить на Журавлёву Н.Е., начальника отдела.' },
  ],
  appendices: [],
  control: { point: '3', person: 'zhuravlyova' },
}
