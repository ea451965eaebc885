import { cell, column, document, gap, heading, p, section, table } from '../../documents/build.ts'
import { ofDateAndNumber } from '../../documents/dates.ts'
import type { Doc } from '../../documents/model.ts'
import { localTime } from '../../kernel/clock.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { act } from '../../regulation/acts.ts'
import type { AcquaintanceLine } from './execution-queries.ts'
import type { OrderSnapshot } from './snapshot.ts'

type Given = { readonly lines: readonly AcquaintanceLine[]; readonly timeZone: string; readonly today: Day }

/** The acquaintance sheet for signing by hand; who has confirmed in the program is printed as such. */
export function acquaintanceDocument(order: OrderSnapshot, { lines, timeZone, today }: Given): Doc {
  const of = ofDateAndNumber(order.signedOn, order.numberText, order.dateForm ?? 'long')
  const withAct = `с ${act(order).instrumental}`
  return document({ title: `Лист ознакомления ${withAct} № ${order.numberText}`, date: today }, [
    section([
      heading(1, 'Лист ознакомления'),
      p(`${withAct} ${of}`, { align: 'center' }),
      p(`«${order.title}»`, { align: 'center' }),
      gap(),
      table(
        [
          column('№ п/п', 1.2, 'center'),
          column('Фамилия, имя, отчество', 4),
          column('Должность, организация', 5),
          column('Дата', 2.4, 'center'),
          column('Подпись', 3),
        ],
        lines.map((line, index) => [
          `${index + 1}.`,
          line.person,
          cell({ lines: [line.post, line.organisation].filter((part) => part !== null) }),
          line.confirmedAt === null ? '' : shortDate(localTime(line.confirmedAt, timeZone).day),
          line.confirmedAt === null ? '' : 'Подтверждено в системе «Площадка»',
        ]),
      ),
    ]),
  ])
}
