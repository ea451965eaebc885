import { longDate, shortDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import type { SummaryRow } from '../../../ui/content.ts'
import type { PrintedOpenly } from '../model.ts'
import { aboutWords, daysText, hoursText, numberText } from '../wording.ts'

/** Every field of the paper but for the holder, in its order: who holds the paper compares line by line. */
export const printedRows = (printed: PrintedOpenly): SummaryRow[] => [
  { key: 'О чём', value: aboutWords(printed) },
  { key: 'Площадка', value: `${capital(printed.siteWord)} «${printed.theme}»` },
  { key: 'Дни', value: daysText(printed) },
  { key: 'Часы', value: hoursText(printed.hours) },
  {
    key: 'Мероприятия',
    value: (
      <ul class="govuk-list">
        {printed.lines.map(({ title, day, hours }) => (
          <li>{`${title}, ${shortDate(day)}, часов — ${numberText(hours)}`}</li>
        ))}
      </ul>
    ),
  },
  { key: 'Кем выдана', value: printed.issuer },
  { key: 'Кто подписал', value: `${printed.signatory.post} ${printed.signatory.name}` },
  { key: 'Номер и день', value: `№ ${printed.number} от ${longDate(printed.issuedOn)}` },
]
