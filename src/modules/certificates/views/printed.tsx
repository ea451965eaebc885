import { longDate, shortDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import type { SummaryRow } from '../../../ui/content.ts'
import type { Mastered, PrintedOpenly } from '../model.ts'
import { aboutWords, daysText, hoursText, numberText, qualificationWords } from '../wording.ts'

/** Every field of the paper but for the holder, in its order: who holds the paper compares line by line. */
export const printedRows = (printed: PrintedOpenly): SummaryRow[] => [
  { key: 'О чём', value: aboutWords(printed) },
  { key: 'Площадка', value: `${capital(printed.siteWord)} «${printed.theme}»` },
  { key: 'Дни', value: daysText(printed) },
  { key: 'Часы', value: hoursText(printed.hours) },
  ...(printed.mastered ? masteredRows(printed.mastered) : [eventsRow(printed)]),
  { key: 'Кем выдана', value: printed.issuer },
  { key: 'Кто подписал', value: `${printed.signatory.post} ${printed.signatory.name}` },
  { key: 'Номер и день', value: `№ ${printed.number} от ${longDate(printed.issuedOn)}` },
  { key: 'Внизу', value: qualificationWords(printed) },
]

const eventsRow = ({ lines }: PrintedOpenly): SummaryRow => ({
  key: 'Мероприятия',
  value: (
    <ul class="govuk-list">
      {lines.map(({ title, day, hours }) => (
        <li>{`${title}, ${shortDate(day)}, часов — ${numberText(hours)}`}</li>
      ))}
    </ul>
  ),
})

const masteredRows = ({ of, version, topics, conditions, format, licenceHolder }: Mastered): SummaryRow[] => [
  { key: 'Программа', value: `Редакция ${version}, ${hoursText(of)}` },
  ...(format === null ? [] : [{ key: 'Вид стажировки', value: format }]),
  ...(licenceHolder === null ? [] : [{ key: 'Лицензия', value: licenceHolder }]),
  {
    key: 'Темы',
    value: (
      <ul class="govuk-list">
        {topics.map(({ title, hours }) => (
          <li>{`${title}, часов — ${numberText(hours)}`}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'Что выполнено',
    value: (
      <ul class="govuk-list">
        {conditions.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    ),
  },
]
