import type { Contacts } from '../../../kernel/contacts.ts'
import { SummaryList } from '../../../ui/content.ts'
import { Text } from './info-page.tsx'

/** Whom to write to: what the keepers of this installation have said of themselves, and nothing else. */
export function ContactRows({ contacts }: { contacts: Contacts }) {
  const { operator, responsible, address, phone, email } = contacts
  const rows = [
    { key: 'Кто отвечает за сведения', value: operator },
    { key: 'Ответственный за обработку персональных данных', value: responsible },
    { key: 'Адрес', value: address },
    { key: 'Телефон', value: phone },
    { key: 'Почта', value: email },
  ].flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]))
  if (rows.length === 0)
    return (
      <Text>
        Кто отвечает за сведения в этой установке программы, её владелец ещё не указал. Обратитесь в орган управления образованием
        или методический центр вашей территории.
      </Text>
    )
  return <SummaryList rows={rows} />
}
